// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
package org.podium.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.kie.kogito.index.api.ExecuteArgs;
import org.kie.kogito.index.api.KogitoRuntimeClient;
import org.kie.kogito.index.model.Job;
import org.kie.kogito.index.model.ProcessDefinition;
import org.kie.kogito.index.model.ProcessInstance;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * A standalone Data Index forwards a mutation with the caller's token, and the runtime answers 403 to a viewer. The
 * embedded one acts inside the process, where nobody asks: so ask here, and answer in the standalone one's words.
 */
@Decorator
@Priority(1)
public abstract class OperatorsOnly implements KogitoRuntimeClient {

    @Inject
    @Any
    @Delegate
    KogitoRuntimeClient client;

    @Inject
    SecurityIdentity identity;

    @Override
    public CompletableFuture<JsonNode> executeProcessInstance(ProcessDefinition definition, ExecuteArgs args) {
        return guarded("Execute process " + definition.getId(), () -> client.executeProcessInstance(definition, args));
    }

    @Override
    public CompletableFuture<String> abortProcessInstance(String url, ProcessInstance instance) {
        return guarded("ABORT ProcessInstance with id: " + instance.getId(),
                () -> client.abortProcessInstance(url, instance));
    }

    @Override
    public CompletableFuture<String> retryProcessInstance(String url, ProcessInstance instance) {
        return guarded("RETRY ProcessInstance with id: " + instance.getId(),
                () -> client.retryProcessInstance(url, instance));
    }

    @Override
    public CompletableFuture<String> skipProcessInstance(String url, ProcessInstance instance) {
        return guarded("SKIP ProcessInstance with id: " + instance.getId(),
                () -> client.skipProcessInstance(url, instance));
    }

    @Override
    public CompletableFuture<String> updateProcessInstanceVariables(String url, ProcessInstance instance, String variables) {
        return guarded("UPDATE VARIABLES of ProcessInstance with id: " + instance.getId(),
                () -> client.updateProcessInstanceVariables(url, instance, variables));
    }

    @Override
    public CompletableFuture<String> triggerNodeInstance(String url, ProcessInstance instance, String nodeId) {
        return guarded("TRIGGER Node " + nodeId + " of ProcessInstance with id: " + instance.getId(),
                () -> client.triggerNodeInstance(url, instance, nodeId));
    }

    @Override
    public CompletableFuture<String> retriggerNodeInstance(String url, ProcessInstance instance, String nodeInstanceId) {
        return guarded("RETRIGGER NodeInstance with id: " + nodeInstanceId,
                () -> client.retriggerNodeInstance(url, instance, nodeInstanceId));
    }

    @Override
    public CompletableFuture<String> cancelNodeInstance(String url, ProcessInstance instance, String nodeInstanceId) {
        return guarded("CANCEL NodeInstance with id: " + nodeInstanceId,
                () -> client.cancelNodeInstance(url, instance, nodeInstanceId));
    }

    @Override
    public CompletableFuture<String> cancelJob(String url, Job job) {
        return guarded("CANCEL Job with id: " + job.getId(), () -> client.cancelJob(url, job));
    }

    @Override
    public CompletableFuture<String> rescheduleJob(String url, Job job, String data) {
        return guarded("RESCHEDULED JOB with id: " + job.getId(), () -> client.rescheduleJob(url, job, data));
    }

    private <T> CompletableFuture<T> guarded(String what, Supplier<CompletableFuture<T>> action) {
        if (identity.hasRole("operator")) {
            return action.get();
        }
        return CompletableFuture.failedFuture(new IllegalStateException(
                "FAILED: " + what + " errorCode:403 errorStatus:Forbidden errorMessage:The role operator is missing"));
    }
}
