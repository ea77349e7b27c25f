// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeclient.h"

#include "app/net/asyncsteps.h"
#include "app/net/httperror.h"
#include "app/runtime/decoderuntime.h"
#include "models/domain/runtimeaddress.h"
#include "models/form/remoteschemas.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kProbeTimeoutMs = 5000;
constexpr qint64 kHealthFreshMs = 5000;
constexpr qint64 kMaxAnswerBytes = 8 << 20;
constexpr qsizetype kMostDocuments = 20; ///< that one schema brings along

Availability unavailable(const QString &reason)
{
    return {Availability::State::Unavailable, reason};
}

/// Why a service that cannot be asked is not available. Only a missing sign-in says nothing about it.
Result<Availability> fromError(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized || error.isCancelled())
        return error;
    return unavailable(error.why);
}

} // namespace

RuntimeClient::RuntimeClient(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

HttpRequest RuntimeClient::managementRequest(const WorkflowDefinition &definition, const QStringList &parts,
                                             const QString &what) const
{
    HttpRequest request;
    request.url = withPath(runtimeBase(m_http.environment(), definition),
                           QStringList{u"management"_s, u"processes"_s, definition.id} + parts);
    request.maxBytes = kMaxAnswerBytes;
    request.label = u"management/processes "_s % parts.join(u'/');
    request.what = what;
    return request;
}

Async<WorkflowSchemas> RuntimeClient::schemas(const WorkflowDefinition &definition)
{
    const HttpRequest request = managementRequest(definition, {}, tr("The input form could not be read."));
    auto read = mapOnWorker<WorkflowSchemas>(this, m_http.send(request), [request](const HttpResponse &response) {
        if (!response.isSuccess())
            return Result<WorkflowSchemas>(errorFromStatus(request, response));
        auto schemas = decodeSchemas(response.body);
        return schemas ? schemas : unexpectedAnswerError(request, response, schemas.error().details);
    });
    return chain<WorkflowSchemas>(this, std::move(read),
                                  [this](const WorkflowSchemas &schemas) { return withDocuments(schemas); });
}

/// One document after the other; the form says what could not be had.
Async<WorkflowSchemas> RuntimeClient::withDocuments(const WorkflowSchemas &schemas, const QList<QUrl> &asked)
{
    const QList<QUrl> missing = schemas.input ? missingDocuments(*schemas.input) : QList<QUrl>();
    const auto next = std::find_if(missing.cbegin(), missing.cend(), [this, &asked](const QUrl &address) {
        return m_http.environment().allowsToken(address) && !asked.contains(address);
    });
    if (next == missing.cend() || asked.size() >= kMostDocuments)
        return ready<WorkflowSchemas>(schemas);
    HttpRequest request;
    request.url = *next;
    request.accept = "application/schema+json, application/json";
    request.maxBytes = kMaxAnswerBytes;
    request.label = u"schema document"_s;
    auto embedded = mapOnWorker<WorkflowSchemas>(
        this, m_http.send(request),
        [schemas, address = *next](const HttpResponse &response) -> Result<WorkflowSchemas> {
            const auto document = response.isSuccess() ? parseJson(response.body) : Result<Json>(Json());
            WorkflowSchemas more = schemas;
            if (document && (document->is_object() || document->is_boolean()))
                more.input = std::make_shared<const Json>(withDocument(*schemas.input, address, *document));
            return more;
        });
    return thenAlways<WorkflowSchemas>(
        this, std::move(embedded),
        [this, schemas, asked = asked + QList<QUrl>{*next}](const Result<WorkflowSchemas> &more) {
            return withDocuments(more ? *more : schemas, asked);
        });
}

Async<WorkflowSource> RuntimeClient::source(const WorkflowDefinition &definition)
{
    const QString what = tr("The source of the workflow could not be read.");
    HttpRequest textRequest = managementRequest(definition, {u"source"_s}, what);
    textRequest.accept = "*/*"; // plain text; some versions fail when asked for it by name
    const HttpRequest nameRequest = managementRequest(definition, {u"sources"_s}, what);
    return chain<WorkflowSource>(
        this, m_http.send(textRequest), [this, textRequest, nameRequest](const HttpResponse &text) {
            if (!text.isSuccess() || text.body.isEmpty())
                return ready<WorkflowSource>(errorFromStatus(textRequest, text));
            // The name is only for show: its failure does not matter.
            return thenAlways<
                WorkflowSource>(this, m_http.send(nameRequest), [body = text.body](const Result<HttpResponse> &names) {
                const bool told = names && names->isSuccess();
                return ready<WorkflowSource>(WorkflowSource{told ? decodeSourceName(names->body) : QString(), body});
            });
        });
}

Async<Availability> RuntimeClient::probe(const WorkflowDefinition &definition)
{
    const QUrl base = runtimeBase(m_http.environment(), definition);
    if (base.host().isEmpty())
        return ready<Availability>(unavailable(tr("Data Index does not tell where its service runs.")));
    if (!m_http.environment().allowsToken(base))
        return ready<Availability>(
            unavailable(tr("Its service runs at %1, which the environment does not list.").arg(originOf(base))));
    return chain<Availability>(this, health(base), [this, definition](const Availability &service) {
        return service.state == Availability::State::Unavailable ? ready<Availability>(service) : knows(definition);
    });
}

Async<Availability> RuntimeClient::health(const QUrl &base)
{
    auto &shared = m_health[base.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)];
    if (!shared)
        shared = std::make_unique<Health>(kHealthFreshMs);
    return shared->ask(this, [this, base] {
        HttpRequest request;
        request.url = withPath(base, {u"q"_s, u"health"_s, u"ready"_s});
        request.withToken = false;
        request.timeoutMs = kProbeTimeoutMs;
        request.maxBytes = kMaxAnswerBytes;
        request.label = u"health"_s;
        return thenAlways<Availability>(this, m_http.send(request), [](const Result<HttpResponse> &answer) {
            if (!answer)
                return ready<Availability>(fromError(answer.error()));
            // Other statuses come from services without a health check, or that protect it: they say nothing.
            if (answer->status != 503)
                return ready<Availability>(Availability{});
            const QStringList down = decodeUnhealthy(answer->body);
            return ready<Availability>(unavailable(down.isEmpty()
                                                       ? tr("Its service is not ready.")
                                                       : tr("Its service is not ready: %1.").arg(down.join(u", "_s))));
        });
    });
}

Async<Availability> RuntimeClient::knows(const WorkflowDefinition &definition)
{
    HttpRequest request = managementRequest(definition, {}, tr("The service of the workflow could not be asked."));
    request.timeoutMs = kProbeTimeoutMs;
    return thenAlways<Availability>(this, m_http.send(request), [](const Result<HttpResponse> &answer) {
        if (!answer)
            return ready<Availability>(fromError(answer.error()));
        // "Process with id x not found" is the management's own word; a service without management answers 404 in
        // others.
        if (answer->status == 404 && answer->body.startsWith("Process with id"))
            return ready<Availability>(unavailable(tr("Its service does not have this workflow any more.")));
        if (answer->status >= 500)
            return ready<Availability>(unavailable(tr("Its service answers that it failed (%1).").arg(answer->status)));
        return ready<Availability>(Availability{Availability::State::Available, {}});
    });
}

} // namespace podium
