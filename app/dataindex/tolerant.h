// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlclient.h"
#include "app/dataindex/schemafields.h"

namespace podium {

/// What could be read, and which promised values are missing.
template <typename T>
struct Tolerant
{
    T value;
    QList<GraphqlError> missing;
};

/// Asks with what the server has. When promised values are missing, which takes whole rows away, asks once more without
/// the fields concerned, so that the rest is there. `makeRequest(ServerCapabilities) -> GraphqlRequest` runs in the UI
/// thread, `decode(GraphqlAnswer &) -> Result<T>` on a worker.
template <typename T, typename MakeRequest, typename Decode>
Async<T> askTolerantly(QObject *context, GraphqlClient &client, MakeRequest makeRequest, Decode decode)
{
    const auto attempt = [&client, makeRequest, decode](const ServerCapabilities &capabilities) {
        return client.ask<Tolerant<T>>(makeRequest(capabilities),
                                       [decode](GraphqlAnswer &answer) -> Result<Tolerant<T>> {
                                           Result<T> value = decode(answer);
                                           if (!value)
                                               return value.error();
                                           Tolerant<T> partial{std::move(*value), {}};
                                           for (const GraphqlError &error : std::as_const(answer.errors)) {
                                               if (error.isMissingValue())
                                                   partial.missing << error;
                                           }
                                           return partial;
                                       });
    };
    return chain<T>(context, client.capabilities(), [context, attempt](const ServerCapabilities &capabilities) {
        return chain<T>(context, attempt(capabilities), [context, attempt, capabilities](Tolerant<T> first) {
            if (first.missing.isEmpty())
                return ready<T>(std::move(first.value));
            return chain<T>(context, attempt(without(capabilities, first.missing)),
                            [](Tolerant<T> second) { return ready<T>(std::move(second.value)); });
        });
    });
}

} // namespace podium
