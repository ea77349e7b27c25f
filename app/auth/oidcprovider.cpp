// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/oidcprovider.h"

#include "app/auth/signinerrors.h"
#include "models/core/logging.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxAnswerBytes = 512 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

Result<ProviderMetadata> metadataFrom(const HttpResponse &response, const QUrl &issuer)
{
    if (response.status == 404)
        return signinerrors::wrongRealm(issuer);
    if (response.status >= 500)
        return signinerrors::serverFailed(issuer, response.status);
    if (!response.isSuccess())
        return signinerrors::notAnIssuer(issuer, Text::tr("It answered with HTTP %1.").arg(response.status));
    if (response.headers.value("content-type").toLower().startsWith("text/html"))
        return signinerrors::notAnIssuer(issuer, Text::tr("It sent a web page instead of its sign-in settings."));
    return readProviderMetadata(response.body, issuer);
}

/// Without "openid" there would be no ID token.
QString scopeOf(QStringList scopes)
{
    if (!scopes.contains("openid"_L1))
        scopes.prepend(u"openid"_s);
    return scopes.join(u' ');
}

} // namespace

OidcProvider::OidcProvider(const Environment &environment, HttpClient &http, const SignInTimings &timings,
                           QObject *parent)
    : QObject(parent)
    , m_issuer(environment.issuer)
    , m_clientId(environment.clientId)
    , m_scope(scopeOf(environment.scopes))
    , m_http(http)
    , m_timings(timings)
{
}

Async<ProviderMetadata> OidcProvider::metadata()
{
    if (!isSafeIssuer(m_issuer))
        return ready<ProviderMetadata>(signinerrors::insecureIssuer(m_issuer));
    return m_metadata.ask(this, [this] { return discover(); });
}

Async<ProviderMetadata> OidcProvider::discover()
{
    return chain<ProviderMetadata>(
        this, get(discoveryUrl(m_issuer), u"discovery"_s),
        [this](const HttpResponse &response) { return ready<ProviderMetadata>(metadataFrom(response, m_issuer)); });
}

Async<HttpResponse> OidcProvider::get(const QUrl &url, const QString &label)
{
    HttpRequest request;
    request.url = url;
    request.label = label;
    return send(std::move(request));
}

Async<HttpResponse> OidcProvider::post(const QUrl &url, const QList<QPair<QByteArray, QByteArray>> &form,
                                       const QString &label)
{
    HttpRequest request;
    request.verb = "POST";
    request.url = url;
    request.contentType = "application/x-www-form-urlencoded";
    request.label = label;
    for (const auto &[name, value] : form) {
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += name + '=' + value.toPercentEncoding();
    }
    return send(std::move(request));
}

Async<HttpResponse> OidcProvider::send(HttpRequest request)
{
    request.withToken = false;
    request.once = request.verb == "POST"; // a code or refresh token that comes twice ends the session
    request.timeoutMs = static_cast<int>(m_timings.request.count());
    request.maxBytes = kMaxAnswerBytes;

    // Failures on the way get the words of the sign-in.
    const AsyncSource<HttpResponse> source;
    auto pending = std::make_shared<Pending>();
    *pending = deliver(m_http.send(request), this, [source, issuer = m_issuer](Result<HttpResponse> outcome) {
        if (outcome || outcome.error().isCancelled())
            return source.finish(std::move(outcome));
        const Error error = signinerrors::unreachable(issuer, outcome.error());
        qCInfo(logAuth).noquote() << error.what << error.why << error.details;
        source.finish(error);
    });
    source.onCancel(this, [pending] { pending->cancel(); });
    return source.future();
}

} // namespace podium
