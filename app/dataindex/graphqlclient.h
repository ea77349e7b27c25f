// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "app/dataindex/graphqlrequest.h"
#include "app/net/httpclient.h"
#include "app/net/sharedasync.h"
#include "models/domain/servercapabilities.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace podium {

/// Asks one GraphQL endpoint: POST of JSON, answers parsed on a worker. UI thread.
class GraphqlClient : public QObject
{
    Q_OBJECT
public:
    GraphqlClient(HttpClient &http, const QUrl &endpoint, QObject *parent = nullptr);

    /// `decode(GraphqlAnswer &) -> Result<T>` runs on a worker, with whatever could be read; an Error without `what`
    /// gets that of the request.
    template <typename T, typename Decode>
    Async<T> ask(const GraphqlRequest &request, Decode decode)
    {
        const HttpRequest http = httpRequest(request);
        return mapOnWorker<T>(
            this, m_http.send(http),
            [http, decode = std::move(decode), stale = m_schemaIsStale](const HttpResponse &response) {
                Result<GraphqlAnswer> answer = readAnswer(http, response, *stale);
                if (!answer)
                    return Result<T>(answer.error());
                Result<T> result = decode(*answer);
                return result ? result : Result<T>(withWhat(result.error(), http.what));
            });
    }

    /// Sends a mutation, whose answer says nothing beyond that it was accepted.
    Async<Done> act(const GraphqlRequest &request);

    /// What the schema offers: asked once, and again after a failure or when the server turned out to have changed.
    Async<ServerCapabilities> capabilities();

    HttpClient &http() const { return m_http; } ///< for what Data Index does not offer

private:
    HttpRequest httpRequest(const GraphqlRequest &request) const;
    Async<ServerCapabilities> introspect();
    static Result<GraphqlAnswer> readAnswer(const HttpRequest &request, const HttpResponse &response,
                                            std::atomic_bool &stale);
    static Error withWhat(Error error, const QString &what);

    HttpClient &m_http;
    QUrl m_endpoint;
    SharedAsync<ServerCapabilities> m_capabilities;
    std::shared_ptr<std::atomic_bool> m_schemaIsStale = std::make_shared<std::atomic_bool>(false);
};

} // namespace podium
