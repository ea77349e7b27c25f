// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
package org.podium.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes what workflows tell on to the hub, with the token that the workflows of an Orchestrator have for it. A run goes on
 * where the hub is not there.
 */
@ApplicationScoped
@jakarta.ws.rs.Path("/sandbox-services/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Notices {

    @ConfigProperty(name = "podium.hub.url", defaultValue = "http://127.0.0.1:7007")
    String hub;

    @ConfigProperty(name = "podium.hub.token-file", defaultValue = "hub.token")
    String tokenFile;

    // Without the offer of HTTP/2, which the hub leaves without an answer once it has listened for signals.
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    @POST
    public Response send(String notification) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(hub + "/api/notifications/notifications"))
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", MediaType.APPLICATION_JSON)
                    .header("Authorization", "Bearer " + Files.readString(Path.of(tokenFile)).trim())
                    .POST(HttpRequest.BodyPublishers.ofString(notification))
                    .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return Response.ok("{\"sent\":" + (status == 200) + ",\"status\":" + status + "}").build();
        } catch (IOException absent) {
            return Response.ok("{\"sent\":false}").build();
        }
    }
}
