// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
package org.podium.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What the fields of the form of {@code course_booking} ask. The rooms take three seconds; the rates are down until
 * {@code PUT /sandbox-services/state/rates {"healthy": true}}.
 */
@ApplicationScoped
@Path("/sandbox-services/forms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PretendedForms {

    private static final Map<String, List<Map<String, Object>>> COURSES = Map.of(
            "engineering", List.of(course("GIT-1", "Git for everybody", 2), course("K8S-2", "Clusters, day two", 3)),
            "sales", List.of(course("NEG-1", "Negotiating <b>calmly</b>", 1)));

    @Inject
    PretendedServices services;

    private static Map<String, Object> course(String code, String title, int days) {
        return Map.of("code", code, "title", title, "days", days);
    }

    @GET
    @Path("/people")
    public Map<String, Object> people() {
        return Map.of("me", "Olivia Operator", "people", List.of(
                Map.of("name", "Ada Byron"), Map.of("name", "Adam Riese"), Map.of("name", "Grace Hopper"),
                Map.of("name", "Olivia Operator")));
    }

    @GET
    @Path("/teams")
    public Map<String, Object> teams() {
        List<Map<String, Object>> teams = new ArrayList<>();
        teams.add(Map.of("id", "engineering", "name", "Engineering"));
        teams.add(Map.of("id", "sales", "name", "Sales"));
        for (int i = 1; i <= 40; ++i) {
            teams.add(Map.of("id", "branch-" + i, "name", "Branch office " + i));
        }
        return Map.of("teams", teams);
    }

    @GET
    @Path("/preferences")
    public Map<String, Object> preferences(@QueryParam("team") String team) {
        return Map.of("newsletter", "engineering".equals(team));
    }

    @GET
    @Path("/courses")
    public List<Map<String, Object>> courses(@QueryParam("team") String team) {
        return COURSES.getOrDefault(String.valueOf(team), List.of(course("HELLO", "Welcome day", 1)));
    }

    @GET
    @Path("/skills")
    public Map<String, Object> skills(@QueryParam("course") String course) {
        return Map.of("all", List.of("reading", "writing", "merging", "rebasing", "reviewing"),
                "needed", "GIT-1".equals(course) ? List.of("reading") : List.of(),
                "usual", List.of("writing"));
    }

    /** Parts of the schema, for a SchemaUpdater. */
    @POST
    @Path("/details")
    public Map<String, Object> details(Map<String, Object> request) {
        Map<String, Object> laptop = Map.of("type", "boolean", "title", "Bring a laptop for me");
        Map<String, Object> words = Map.of("type", "string", "title", "What should the trainer know?",
                "ui:widget", "textarea");
        boolean isHandsOn = !"NEG-1".equals(request.get("course"));
        return Map.of("parts", Map.of("details", Map.of("type", "object", "title", "Details of the course",
                "properties", isHandsOn ? Map.of("laptop", laptop, "words", words) : Map.of("words", words))));
    }

    @GET
    @Path("/rooms")
    public Map<String, Object> rooms() throws InterruptedException {
        Thread.sleep(3000);
        return Map.of("room", "North 2.14", "rooms", List.of("North 2.14", "South 1.02"));
    }

    @GET
    @Path("/rates")
    public Response rates() {
        if (!services.isHealthy("rates")) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity(Map.of("message", "The rates service is down")).build();
        }
        return Response.ok(List.of(Map.of("id", "full", "title", "Full rate"), Map.of("id", "early", "title", "Early bird")))
                .build();
    }

    /** 200 for a name that will do, else 422 with what is wrong, by field. */
    @POST
    @Path("/names")
    public Response checkName(Map<String, Object> request) {
        String name = String.valueOf(request.getOrDefault("name", ""));
        if (name.trim().contains(" ")) {
            return Response.ok(Map.of()).build();
        }
        return Response.status(422).entity(Map.of("name", List.of("First and last name, please."))).build();
    }
}
