// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/authorizationflow.h"

#include "app/auth/idtokenverifier.h"
#include "app/auth/oidcprovider.h"
#include "app/auth/signinerrors.h"
#include "app/auth/tokenclient.h"
#include "models/core/logging.h"

#include <QUrlQuery>

namespace podium {

using namespace Qt::StringLiterals;

AuthorizationFlow::AuthorizationFlow(OidcProvider &provider, TokenClient &tokens, IdTokenVerifier &verifier,
                                     BrowserOpener browser, const SignInTimings &timings, QObject *parent)
    : SignInFlow(parent)
    , m_provider(provider)
    , m_tokens(tokens)
    , m_verifier(verifier)
    , m_browser(std::move(browser))
    , m_timings(timings)
{
    m_hint.setSingleShot(true);
    m_timeout.setSingleShot(true);
    connect(&m_listener, &LoopbackListener::answered, this, &AuthorizationFlow::receive);
    connect(&m_hint, &QTimer::timeout, this,
            [this] { Q_EMIT hinted(signinerrors::noAnswerHint(m_provider.clientId())); });
    connect(&m_timeout, &QTimer::timeout, this, [this] { fail(signinerrors::noAnswer(m_provider.clientId())); });
}

void AuthorizationFlow::start()
{
    m_step = deliver(m_provider.metadata(), this, [this](const Result<ProviderMetadata> &metadata) {
        metadata ? openBrowser(*metadata) : fail(metadata.error());
    });
}

void AuthorizationFlow::cancel()
{
    m_step.cancel();
    m_hint.stop();
    m_timeout.stop();
    m_listener.finish(ClosingPage::givenUp(), m_timings.listenerLinger);
}

void AuthorizationFlow::openBrowser(const ProviderMetadata &metadata)
{
    m_metadata = metadata;
    const auto redirect = m_listener.listen(m_timings.listenPort, m_state);
    if (!redirect)
        return fail(redirect.error());
    m_redirect = *redirect;
    m_timeout.start(m_timings.browserTimeout);
    const QUrl url = authorizationUrl();
    Q_EMIT browserOpened(url);
    if (m_browser(url)) {
        m_hint.start(m_timings.browserHint);
    } else {
        qCInfo(logAuth) << "No browser could be started";
        Q_EMIT hinted(signinerrors::noBrowserHint());
    }
}

QUrl AuthorizationFlow::authorizationUrl() const
{
    QUrlQuery query(m_metadata.authorization);
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(name, QString::fromLatin1(value.toUtf8().toPercentEncoding()));
    };
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, m_provider.clientId());
    add(u"redirect_uri"_s, m_redirect.toString());
    add(u"scope"_s, m_provider.scope());
    add(u"state"_s, QString::fromLatin1(m_state));
    add(u"nonce"_s, QString::fromLatin1(m_nonce));
    add(u"code_challenge"_s, QString::fromLatin1(m_pkce.challenge));
    add(u"code_challenge_method"_s, u"S256"_s);
    QUrl url = m_metadata.authorization;
    url.setQuery(query.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return url;
}

void AuthorizationFlow::receive(const CallbackAnswer &answer)
{
    m_hint.stop();
    m_timeout.stop();
    const auto code = codeFrom(answer);
    if (!code)
        return fail(code.error());
    Q_EMIT answered();
    m_step = deliver(m_tokens.exchangeCode(*code, m_pkce.verifier, m_redirect), this,
                     [this](const Result<TokenSet> &tokens) { tokens ? verify(*tokens) : fail(tokens.error()); });
}

Result<QByteArray> AuthorizationFlow::codeFrom(const CallbackAnswer &answer) const
{
    // RFC 9207: an answer of another server must not be used at all, its error neither.
    const bool foreign = answer.issuer.isEmpty() ? m_metadata.namesIssuerInAnswer : answer.issuer != m_metadata.issuer;
    if (foreign)
        return signinerrors::answerOfOtherIssuer(answer.issuer);
    if (answer.error == "access_denied"_L1)
        return signinerrors::denied();
    if (!answer.error.isEmpty())
        return signinerrors::refusedInBrowser(answer.error, answer.errorDescription);
    if (answer.code.isEmpty())
        return signinerrors::answerWithoutCode();
    return answer.code.toUtf8();
}

void AuthorizationFlow::verify(const TokenSet &tokens)
{
    m_step = deliver(m_verifier.verify(tokens, {m_nonce, {}, true}), this, [this, tokens](const Result<User> &user) {
        user ? succeed({tokens, *user}) : fail(user.error());
    });
}

void AuthorizationFlow::succeed(const SignedIn &signedIn)
{
    m_listener.finish(ClosingPage::signedIn(), m_timings.listenerLinger);
    Q_EMIT succeeded(signedIn);
}

void AuthorizationFlow::fail(const Error &error)
{
    m_hint.stop();
    m_timeout.stop();
    m_listener.finish(ClosingPage::failed(error), m_timings.listenerLinger);
    Q_EMIT failed(error);
}

} // namespace podium
