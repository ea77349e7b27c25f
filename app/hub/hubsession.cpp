// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubsession.h"

#include "app/auth/sessionvault.h"
#include "app/auth/signinerrors.h"
#include "app/auth/tokenkeeper.h"
#include "app/hub/hubsignin.h"
#include "app/live/pace.h"
#include "app/net/asyncsteps.h"
#include "models/core/clock.h"
#include "models/core/logging.h"

#include <QRandomGenerator>

namespace podium {

using namespace Qt::StringLiterals;

HubSession::HubSession(HubAuth &auth, KeychainStore &keychain, BrowserOpener browser, const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_auth(auth)
    , m_clock(clock)
    , m_browser(std::move(browser))
    , m_vault(std::make_unique<SessionVault>(keychain, auth.hub(), u"hub"_s))
    , m_keeper(
          std::make_unique<TokenKeeper>([this](const QString &token) { return refreshed(token); }, clock, m_timings))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HubSession::start);
    connect(m_vault.get(), &SessionVault::storageChanged, this, &HubSession::storageChanged);
    connect(m_keeper.get(), &TokenKeeper::ended, this, &HubSession::end);
    connect(m_keeper.get(), &TokenKeeper::refreshed, this, [this](const TokenSet &tokens) {
        if (m_credential.kind != HubCredential::Kind::OAuth)
            return;
        m_credential.token = tokens.refreshToken;
        m_vault->save({m_credential.toText(), m_user});
    });
}

HubSession::~HubSession() = default;

TokenStorage HubSession::storage() const
{
    return m_vault->storage();
}

void HubSession::start()
{
    const bool retrying = m_state == State::Connecting && !m_retry.isActive() && m_failures > 0;
    if (m_state != State::SignedOut && m_state != State::Expired && !retrying)
        return;
    m_retry.stop();
    setState(State::Connecting);
    m_step = deliver(m_vault->load(), this, [this](const Result<std::optional<StoredSession>> &stored) {
        const bool any = stored && stored->has_value();
        restore(any ? HubCredential::fromText((*stored)->refreshToken) : HubCredential());
    });
}

void HubSession::restore(const HubCredential &credential)
{
    if (credential.kind == HubCredential::Kind::None)
        return tryGuest();
    if (credential.kind == HubCredential::Kind::Token) {
        const auto identity = identityOf(credential.token, m_clock.now());
        if (identity && identity->tokens.lifetimeMs > 0)
            return enter(credential, *identity);
        m_vault->clear();
        return tryGuest();
    }
    m_step =
        deliver(m_auth.refresh(credential.client, credential.token), this,
                [this, credential](const Result<HubIdentity> &identity) {
                    if (identity)
                        return enter({credential.kind, identity->tokens.refreshToken, credential.client}, *identity);
                    if (identity.error().isTransient() || identity.error().kind == Error::Kind::Server)
                        return retryLater(identity.error());
                    m_vault->clear();
                    tryGuest();
                });
}

void HubSession::tryGuest()
{
    m_step = deliver(m_auth.guest(), this, [this](const Result<HubIdentity> &identity) {
        if (identity)
            return enter({HubCredential::Kind::Guest, {}, {}}, *identity);
        if (identity.error().isTransient() || identity.error().kind == Error::Kind::Server)
            return retryLater(identity.error());
        m_failures = 0;
        setState(State::SignedOut); // the hub takes no guests: as most do
    });
}

void HubSession::retryLater(const Error &error)
{
    ++m_failures;
    m_retry.start(Pace::retryMs(m_failures, {}, QRandomGenerator::global()->generateDouble()));
    Q_EMIT unreachable(error);
}

void HubSession::enter(const HubCredential &credential, const HubIdentity &identity)
{
    m_failures = 0;
    m_credential = credential;
    m_user = identity.user;
    TokenSet tokens = identity.tokens;
    if (credential.kind == HubCredential::Kind::Guest)
        tokens.refreshToken = u"guest"_s; // the keeper takes an empty one for the end; see refreshed()
    m_keeper->hold(tokens);
    if (credential.kind != HubCredential::Kind::Guest)
        m_vault->save({credential.toText(), m_user});
    setState(State::SignedIn);
}

Async<TokenSet> HubSession::refreshed(const QString &refreshToken)
{
    const auto identity = m_credential.kind == HubCredential::Kind::Guest
                              ? m_auth.guest()
                              : m_auth.refresh(m_credential.client, refreshToken);
    const bool guest = m_credential.kind == HubCredential::Kind::Guest;
    return thenAlways<TokenSet>(this, identity, [guest, refreshToken](const Result<HubIdentity> &found) {
        if (!found) {
            Error error = found.error();
            if (error.kind == Error::Kind::NotFound) // this way in is there no more: for the keeper that is a refusal
                error.kind = Error::Kind::Unauthorized;
            return ready<TokenSet>(error);
        }
        TokenSet tokens = found->tokens;
        if (guest)
            tokens.refreshToken = refreshToken;
        return ready<TokenSet>(tokens);
    });
}

void HubSession::end()
{
    qCInfo(logAuth) << "The sign-in at the hub has ended";
    m_vault->clear();
    m_credential = {};
    setState(State::Expired);
}

void HubSession::signIn()
{
    if (m_state == State::WaitingBrowser || m_state == State::SignedIn)
        return;
    m_step.cancel();
    m_retry.stop();
    m_resting = m_state == State::Expired ? State::Expired : State::SignedOut;
    if (m_flow) // it may be the one whose failure is being told just now
        m_flow.release()->deleteLater();
    m_flow = std::make_unique<HubSignIn>(m_auth, m_browser, m_timings);
    connect(m_flow.get(), &HubSignIn::browserOpened, this, [this](const QUrl &url) { m_signInUrl = url; });
    connect(m_flow.get(), &HubSignIn::succeeded, this, &HubSession::enter);
    connect(m_flow.get(), &HubSignIn::failed, this, [this](const Error &error) {
        setState(m_resting);
        if (!error.isCancelled())
            Q_EMIT signInFailed(error);
    });
    setState(State::WaitingBrowser);
    m_flow->start();
}

void HubSession::cancelSignIn()
{
    if (m_state != State::WaitingBrowser)
        return;
    m_flow->cancel();
    setState(m_resting);
}

void HubSession::useToken(const QString &token)
{
    const auto identity = identityOf(token.trimmed(), m_clock.now());
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = tr("The token cannot be used.");
    error.remedy = tr("Copy a fresh user token from the hub.");
    if (!identity) {
        error.why = tr("It is no user token of a hub: these have three parts with dots between them.");
        Q_EMIT signInFailed(error);
    } else if (identity->tokens.lifetimeMs <= 0) {
        error.why = tr("It has expired.");
        Q_EMIT signInFailed(error);
    } else {
        m_step.cancel();
        m_retry.stop();
        enter({HubCredential::Kind::Token, token.trimmed(), {}}, *identity);
    }
}

void HubSession::signOut()
{
    if (m_credential.kind == HubCredential::Kind::OAuth)
        m_revoking = deliver(m_auth.revoke(m_credential.client, m_credential.token), this, [](const Result<Done> &) {});
    m_vault->clear();
    leave(State::SignedOut);
}

void HubSession::stop()
{
    leave(State::SignedOut);
}

void HubSession::leave(State state)
{
    m_step.cancel();
    m_retry.stop();
    m_failures = 0;
    if (m_state == State::WaitingBrowser)
        m_flow->cancel();
    m_credential = {};
    m_user.clear();
    m_keeper->drop(signinerrors::notSignedIn());
    setState(state);
}

Async<QString> HubSession::accessToken()
{
    return m_keeper->accessToken();
}

Async<QString> HubSession::renewedToken(const QString &rejected)
{
    return m_keeper->renewedToken(rejected);
}

void HubSession::setState(State state)
{
    if (state != State::WaitingBrowser)
        m_signInUrl.clear();
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace podium
