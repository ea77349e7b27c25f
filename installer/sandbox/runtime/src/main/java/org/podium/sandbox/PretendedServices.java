// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
package org.podium.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The services that the sandbox's workflows call. Some are down until a test, or a curious user, repairs them with
 * {@code PUT /sandbox-services/state/NAME {"healthy": true}}.
 */
@ApplicationScoped
@Path("/sandbox-services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PretendedServices {

    private static final int KEPT_EVENTS = 100;

    private final Map<String, Boolean> healthy =
            new ConcurrentHashMap<>(Map.of("inventory", false, "ledger", false, "exchange", false, "rates", false));
    private final ConcurrentLinkedDeque<Object> events = new ConcurrentLinkedDeque<>();
    private final AtomicInteger counter = new AtomicInteger();

    public record State(boolean healthy) {
    }

    @GET
    @Path("/state")
    public Map<String, Boolean> states() {
        return healthy;
    }

    @PUT
    @Path("/state/{name}")
    public Map<String, Boolean> setState(@PathParam("name") String name, State state) {
        healthy.put(name, state.healthy());
        return healthy;
    }

    @GET
    @Path("/inventory/{sku}")
    public Map<String, Object> inventory(@PathParam("sku") String sku) {
        requireHealthy("inventory");
        return Map.of("sku", sku, "available", 12, "warehouse", "north");
    }

    @GET
    @Path("/ledger/{month}")
    public Map<String, Object> ledger(@PathParam("month") String month) {
        requireHealthy("ledger");
        return Map.of("month", month, "entries", 412);
    }

    @GET
    @Path("/exchange/{currency}")
    public Map<String, Object> exchange(@PathParam("currency") String currency) {
        requireHealthy("exchange");
        return Map.of("currency", currency, "rate", 1.09, "stale", false);
    }

    @POST
    @Path("/accounts")
    public Map<String, Object> createAccount(Map<String, Object> person) {
        String first = String.valueOf(person.getOrDefault("firstName", "new"));
        String last = String.valueOf(person.getOrDefault("lastName", "user"));
        String user = (first.substring(0, Math.min(1, first.length())) + last).toLowerCase().replaceAll("[^a-z0-9]", "");
        return Map.of("user", user, "number", counter.incrementAndGet());
    }

    @POST
    @Path("/approvals")
    public Map<String, Object> requestApproval(Map<String, Object> request) {
        return Map.of("ticket", "APR-" + counter.incrementAndGet());
    }

    @POST
    @Path("/steps")
    public Map<String, Object> step(Map<String, Object> step) {
        return Map.of("step", String.valueOf(step.get("name")), "passed", true);
    }

    /** Where the events that workflows produce end up. */
    @POST
    @Path("/events")
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
    public Response receive(Map<String, Object> event) {
        events.addFirst(event);
        while (events.size() > KEPT_EVENTS) {
            events.pollLast();
        }
        return Response.accepted().build();
    }

    @GET
    @Path("/events")
    public List<Object> received() {
        return List.copyOf(events);
    }

    boolean isHealthy(String name) {
        return healthy.getOrDefault(name, true);
    }

    private void requireHealthy(String name) {
        if (!isHealthy(name)) {
            throw new ServiceUnavailableException(Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity(Map.of("message", "The " + name + " service is down"))
                    .build());
        }
    }
}
