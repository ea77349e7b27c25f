// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/runtimeruns.h"

#include "app/runtime/decodestart.h"
#include "models/core/jsonsize.h"
#include "models/domain/runtimeaddress.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

// The runtime answers at the first wait state or at the end, so the services the workflow calls count in.
constexpr int kStartTimeoutMs = 120'000;
constexpr qsizetype kMostAtOnce = 256 << 10; ///< bytes of an input that is written in the UI thread

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
    if (!request.input || !isAsLargeAs(*request.input, kMostAtOnce))
        return send(request, request.input ? toBytes(*request.input) : QByteArray("{}"));
    auto written = runOnWorker<QByteArray>([input = request.input]() -> Result<QByteArray> { return toBytes(*input); });
    return chain<RunStarted>(this, std::move(written),
                             [this, request](const QByteArray &body) { return send(request, body); });
}

Async<RunStarted> RuntimeRuns::send(const RunRequest &request, const QByteArray &body)
{
    HttpRequest http;
    http.verb = "POST";
    http.url = address(request);
    http.body = body;
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
