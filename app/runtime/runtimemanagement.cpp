// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimemanagement.h"

#include "app/net/httperror.h"
#include "models/domain/runtimeaddress.h"

namespace podium {

using namespace Qt::StringLiterals;

RuntimeManagement::RuntimeManagement(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

Async<Done> RuntimeManagement::act(const WorkflowInstance &instance, const QByteArray &verb, const QStringList &parts,
                                   const QString &what)
{
    WorkflowDefinition definition;
    definition.id = instance.workflowId;
    definition.serviceUrl = instance.serviceUrl;
    const QUrl base = runtimeBase(m_http.environment(), definition);
    HttpRequest request;
    request.verb = verb;
    request.url = base.isEmpty() ? base
                                 : withPath(base, QStringList{u"management"_s, u"processes"_s, instance.workflowId,
                                                              u"instances"_s, instance.id} +
                                                      parts);
    request.once = true;
    request.label = u"management"_s;
    request.what = what;
    return chain<Done>(this, m_http.send(request), [request](const HttpResponse &response) {
        return ready<Done>(response.isSuccess() ? Result<Done>(Done())
                                                : Result<Done>(errorFromStatus(request, response)));
    });
}

} // namespace podium
