// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/graphqlclient.h"

#include "app/dataindex/actionfailure.h"
#include "app/dataindex/schemafields.h"
#include "app/net/httperror.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// The requests of one introspection, which run side by side. The first failure ends it.
struct Introspection
{
    AsyncSource<ServerCapabilities> source;
    ServerCapabilities found = oldestCapabilities();
    qsizetype open = introspectedTypes().size();
};

using TypeFields = std::optional<QSet<QString>>;

} // namespace

GraphqlClient::GraphqlClient(HttpClient &http, const QUrl &endpoint, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_endpoint(endpoint)
{
}

HttpRequest GraphqlClient::httpRequest(const GraphqlRequest &request) const
{
    HttpRequest http;
    http.verb = "POST";
    http.url = m_endpoint;
    http.body = request.body();
    http.contentType = "application/json";
    http.accept = "application/graphql-response+json, application/json";
    http.once = request.changesSomething;
    http.label = request.label;
    http.what = request.what;
    return http;
}

Result<GraphqlAnswer> GraphqlClient::readAnswer(const HttpRequest &request, const HttpResponse &response,
                                                std::atomic_bool &stale)
{
    Result<GraphqlAnswer> answer = decodeGraphqlAnswer(response.body);
    if (!response.isSuccess()) {
        // A GraphQL service may say with 400 why it refuses the query; any other status speaks for itself.
        if (response.status != 400 || !answer || answer->errors.isEmpty())
            return errorFromStatus(request, response);
    } else if (!answer) {
        return unexpectedAnswerError(request, response, answer.error().details);
    }
    for (const GraphqlError &error : std::as_const(answer->errors)) {
        if (error.isValidation())
            stale = true;
    }
    return answer;
}

Error GraphqlClient::withWhat(Error error, const QString &what)
{
    if (error.what.isEmpty())
        error.what = what;
    return error;
}

Async<Done> GraphqlClient::act(const GraphqlRequest &request)
{
    return ask<Done>(request, [](const GraphqlAnswer &answer) -> Result<Done> {
        if (answer.errors.isEmpty())
            return Done{};
        const GraphqlError &first = answer.errors.first();
        return first.isValidation() ? errorOf(answer.errors) : decodeActionFailure(first.message);
    });
}

Async<ServerCapabilities> GraphqlClient::capabilities()
{
    if (m_schemaIsStale->exchange(false))
        m_capabilities.forget();
    return m_capabilities.ask(this, [this] { return introspect(); });
}

Async<ServerCapabilities> GraphqlClient::introspect()
{
    auto all = std::make_shared<Introspection>();
    for (const QString &type : introspectedTypes()) {
        const auto decode = [](const GraphqlAnswer &answer) { return Result<TypeFields>(decodeTypeFields(answer)); };
        deliverTo(this, ask<TypeFields>(typeFieldsRequest(type), decode),
                  [all, type](const Result<TypeFields> &fields) {
                      if (!fields)
                          return all->source.finish(fields.error());
                      if (*fields)
                          setFieldsOf(all->found, type, **fields);
                      if (--all->open == 0)
                          all->source.finish(all->found);
                  });
    }
    return all->source.future();
}

} // namespace podium
