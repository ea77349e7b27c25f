// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimevariables.h"

#include "app/net/httperror.h"
#include "models/domain/runtimeaddress.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RuntimeVariables)
};

Result<Done> outcomeOf(const HttpRequest &request, const HttpResponse &response)
{
    if (response.isSuccess())
        return Done();
    Error error = errorFromStatus(request, response);
    if (response.status == 404) {
        error.why = Texts::tr("The service does not run this instance any more.");
        error.remedy = Texts::tr("Look at its current state.");
    } else if (response.status == 405) {
        error.kind = Error::Kind::NotFound;
        error.why = Texts::tr("The service does not let variables be changed.");
        error.remedy.clear();
    }
    return error;
}

HttpRequest requestFor(const Environment &environment, const WorkflowInstance &instance, const QString &what)
{
    WorkflowDefinition definition;
    definition.id = instance.workflowId;
    definition.serviceUrl = instance.serviceUrl;
    const QUrl base = runtimeBase(environment, definition);
    HttpRequest request;
    request.url = base.isEmpty() ? base : withPath(base, {instance.workflowId, instance.id});
    request.label = u"variables"_s;
    request.what = what;
    return request;
}

} // namespace

Result<SharedJson> decodeVariables(QByteArrayView body)
{
    Result<Json> answer = parseJson(body);
    if (!answer)
        return answer.error();
    const auto shared = std::make_shared<const Json>(std::move(*answer));
    if (const Json *data = memberAt(*shared, "workflowdata"))
        return SharedJson(shared, data);
    Error error;
    error.kind = Error::Kind::Protocol;
    error.why = Texts::tr("The answer of the service holds no variables.");
    return error;
}

Async<SharedJson> readVariables(QObject *context, HttpClient &http, const WorkflowInstance &instance)
{
    const HttpRequest request =
        requestFor(http.environment(), instance, Texts::tr("The variables could not be read from the service."));
    return mapOnWorker<SharedJson>(context, http.send(request), [request](const HttpResponse &response) {
        const Result<Done> outcome = outcomeOf(request, response);
        if (!outcome)
            return Result<SharedJson>(outcome.error());
        Result<SharedJson> variables = decodeVariables(response.body);
        return variables ? variables : unexpectedAnswerError(request, response, variables.error().details);
    });
}

Async<Done> mergeVariables(QObject *context, HttpClient &http, const WorkflowInstance &instance,
                           const SharedJson &patch)
{
    HttpRequest request = requestFor(http.environment(), instance, Texts::tr("The variables were not changed."));
    request.verb = "PATCH";
    request.body = toBytes(Json{{"workflowdata", patch ? *patch : Json::object()}});
    request.contentType = "application/json";
    request.once = true;
    return chain<Done>(context, http.send(request),
                       [request](const HttpResponse &response) { return ready<Done>(outcomeOf(request, response)); });
}

} // namespace podium
