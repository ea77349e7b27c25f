// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeruns.h"

#include "app/runtime/decodestart.h"
#include "models/domain/runtimeaddress.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

// The runtime answers at the first wait state or at the end, so the services the workflow calls count in.
constexpr int kStartTimeoutMs = 120'000;

} // namespace

RuntimeRuns::RuntimeRuns(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

QUrl RuntimeRuns::address(const RunRequest &request) const
{
    return startAddress(m_http.environment(), request.definition, request.businessKey);
}

Async<RunStarted> RuntimeRuns::start(const RunRequest &request)
{
    HttpRequest http;
    http.verb = "POST";
    http.url = address(request);
    http.body = request.input ? toBytes(*request.input) : QByteArray("{}");
    http.contentType = "application/json";
    http.once = true;
    http.timeoutMs = kStartTimeoutMs;
    http.label = u"start"_s;
    http.what = tr("The run was not started.");
    const auto send = [this, http, names = request.tokenHeaders](const QString &token) {
        HttpRequest with = http;
        for (const QString &name : names)
            with.headers.append({name.toLatin1(), token.toUtf8()});
        return m_http.send(with);
    };
    const bool needsToken = !request.tokenHeaders.isEmpty() && m_http.tokens();
    return mapOnWorker<RunStarted>(
        this, needsToken ? chain<HttpResponse>(this, m_http.tokens()->accessToken(), send) : m_http.send(http),
        [http, key = request.businessKey](const HttpResponse &response) { return decodeStart(http, response, key); });
}

} // namespace podium
