// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlclient.h"
#include "app/dataindex/schemafields.h"
#include "app/net/jsonvalues.h"
#include "models/core/trace.h"
#include "tests/fakes/fakehttpserver.h"
#include "tests/fakes/faketokens.h"

#include <QStringList>

namespace podium {

/// A GraphQL endpoint that knows the schema of `schema` and answers everything else as a test says; with a client for
/// it.
class FakeDataIndex
{
public:
    FakeDataIndex()
    {
        schema.queries << QStringLiteral("CountProcessInstances");
        environment.dataIndexUrl = server.url(QStringLiteral("/graphql"));
        environment.runtimeUrls = {server.url()};
        http = std::make_unique<HttpClient>(environment, &tokens, tracer);
        client = std::make_unique<GraphqlClient>(*http, environment.dataIndexUrl);
        server.handle(QStringLiteral("/graphql"), [this](const FakeRequest &request) { return answer(request); });
    }

    /// What the last request that was no introspection asked for.
    QString document() const { return documents.isEmpty() ? QString() : documents.constLast(); }
    Json variables() const { return allVariables.empty() ? Json() : allVariables.back(); }

    ServerCapabilities schema = oldestCapabilities();
    QList<FakeAnswer> answers; ///< one after the other; the last one stays
    QStringList documents;
    std::vector<Json> allVariables;
    QStringList introspected;
    FakeTokens tokens;
    Tracer tracer;
    FakeHttpServer server;
    Environment environment;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<GraphqlClient> client;

private:
    QSet<QString> fieldsOf(const QString &type) const
    {
        const QHash<QString, QSet<QString>> types{
            {QStringLiteral("ProcessDefinition"), schema.definitionFields},
            {QStringLiteral("ProcessInstance"), schema.instanceFields},
            {QStringLiteral("NodeInstance"), schema.nodeInstanceFields},
            {QStringLiteral("ProcessInstanceError"), schema.instanceErrorFields},
            {QStringLiteral("Job"), schema.jobFields},
            {QStringLiteral("ProcessInstanceArgument"), schema.instanceArguments},
            {QStringLiteral("Query"), schema.queries},
            {QStringLiteral("Mutation"), schema.mutations},
            {QStringLiteral("Subscription"), schema.subscriptions},
        };
        return types.value(type);
    }

    FakeAnswer introspection(const QString &type)
    {
        introspected << type;
        const QSet<QString> names = fieldsOf(type);
        if (names.isEmpty())
            return FakeAnswer::json(R"({"data":{"__type":null}})");
        Json fields = Json::array();
        for (const QString &name : names)
            fields.push_back({{"name", name.toStdString()}});
        const char *kind = type.endsWith(QStringLiteral("Argument")) ? "inputFields" : "fields";
        return FakeAnswer::json(toBytes({{"data", {{"__type", {{kind, fields}}}}}}));
    }

    FakeAnswer answer(const FakeRequest &request)
    {
        const Json body = parseJson(request.body).value();
        const QString document = textAt(body, "query");
        if (document.contains(QStringLiteral("__type")))
            return introspection(textAt(*memberAt(body, "variables"), "name"));
        documents << document;
        allVariables.push_back(*memberAt(body, "variables"));
        return answers.size() > 1 ? answers.takeFirst() : answers.value(0);
    }
};

} // namespace podium
