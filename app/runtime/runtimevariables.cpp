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

} // namespace

Async<Done> mergeVariables(QObject *context, HttpClient &http, const WorkflowInstance &instance,
                           const SharedJson &patch)
{
    WorkflowDefinition definition;
    definition.id = instance.workflowId;
    definition.serviceUrl = instance.serviceUrl;
    const QUrl base = runtimeBase(http.environment(), definition);
    HttpRequest request;
    request.verb = "PATCH";
    request.url = base.isEmpty() ? base : withPath(base, {instance.workflowId, instance.id});
    request.body = toBytes(Json{{"workflowdata", patch ? *patch : Json::object()}});
    request.contentType = "application/json";
    request.once = true;
    request.label = u"variables"_s;
    request.what = Texts::tr("The variables were not changed.");
    return chain<Done>(context, http.send(request),
                       [request](const HttpResponse &response) { return ready<Done>(outcomeOf(request, response)); });
}

} // namespace podium
