// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/oidcsession.h"

#include "app/auth/authorizationflow.h"
#include "app/auth/deviceflow.h"
#include "app/auth/idtokenverifier.h"
#include "app/auth/oidcprovider.h"
#include "app/auth/restoreflow.h"
#include "app/auth/sessionvault.h"
#include "app/auth/signinerrors.h"
#include "app/auth/tokenclient.h"
#include "app/auth/tokenkeeper.h"
#include "app/net/httpclient.h"
#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/core/trace.h"

namespace podium {

using namespace Qt::StringLiterals;

OidcSession::OidcSession(const Environment &environment, KeychainStore &keychain, BrowserOpener browser,
                         const Clock &clock, Tracer &tracer, QObject *parent)
    : SessionService(parent)
    , m_environment(environment)
    , m_clock(clock)
    , m_tracer(tracer)
    , m_browser(std::move(browser))
    , m_http(std::make_unique<HttpClient>(environment, nullptr, tracer))
    , m_provider(std::make_unique<OidcProvider>(m_environment, *m_http, m_timings))
    , m_tokenClient(std::make_unique<TokenClient>(*m_provider, clock))
    , m_verifier(std::make_unique<IdTokenVerifier>(*m_provider, clock))
    , m_keeper(std::make_unique<TokenKeeper>([this](const QString &token) { return m_tokenClient->refresh(token); },
                                             clock, m_timings))
    , m_vault(std::make_unique<SessionVault>(keychain, environment.issuer, environment.clientId))
{
    connect(m_vault.get(), &SessionVault::storageChanged, this, &OidcSession::storageChanged);
    connect(m_keeper.get(), &TokenKeeper::refreshed, this, &OidcSession::takeRefreshed);
    connect(m_keeper.get(), &TokenKeeper::ended, this, &OidcSession::expire);
}

OidcSession::~OidcSession() = default;

void OidcSession::setTimings(const SignInTimings &timings)
{
    m_timings = timings;
}

TokenStorage OidcSession::storage() const
{
    return m_vault->storage();
}

void OidcSession::restore()
{
    if (canBegin())
        begin(std::make_unique<RestoreFlow>(*m_vault, *m_tokenClient, *m_verifier), State::Restoring);
}

void OidcSession::signIn()
{
    if (!canBegin())
        return;
    m_provider->forget();
    auto flow = std::make_unique<AuthorizationFlow>(*m_provider, *m_tokenClient, *m_verifier, m_browser, m_timings);
    connect(flow.get(), &AuthorizationFlow::browserOpened, this, [this](const QUrl &url) {
        m_signInUrl = url;
        setState(State::WaitingBrowser);
    });
    connect(flow.get(), &AuthorizationFlow::answered, this, [this] { setState(State::SigningIn); });
    begin(std::move(flow), State::SigningIn);
}

void OidcSession::signInWithDevice()
{
    if (!canBegin())
        return;
    m_provider->forget();
    auto flow = std::make_unique<DeviceFlow>(*m_tokenClient, *m_verifier, m_clock, m_timings);
    connect(flow.get(), &DeviceFlow::codeReady, this, [this](const DeviceCode &code) {
        m_deviceCode = code;
        setState(State::WaitingDevice);
    });
    begin(std::move(flow), State::SigningIn);
}

void OidcSession::begin(std::unique_ptr<SignInFlow> flow, State state)
{
    m_resting = m_state;
    if (m_flow) { // it may be the one whose failure is being told just now
        m_flow->disconnect(this);
        m_flow.release()->deleteLater();
    }
    m_flow = std::move(flow);
    connect(m_flow.get(), &SignInFlow::succeeded, this, &OidcSession::succeed);
    connect(m_flow.get(), &SignInFlow::failed, this, &OidcSession::fail);
    connect(m_flow.get(), &SignInFlow::hinted, this, &SessionService::signInHinted);
    setState(state);
    m_flow->start();
}

void OidcSession::cancelSignIn()
{
    const bool underWay = m_state == State::Restoring || m_state == State::WaitingBrowser ||
                          m_state == State::WaitingDevice || m_state == State::SigningIn;
    if (!underWay)
        return;
    m_flow->cancel();
    rest();
}

void OidcSession::succeed(const SignedIn &signedIn)
{
    m_user = signedIn.user;
    m_keeper->hold(signedIn.tokens);
    store(signedIn.tokens);
    m_tracer.mark("signed in");
    setState(State::SignedIn);
}

void OidcSession::fail(const Error &error)
{
    rest();
    if (error.isCancelled())
        return;
    qCInfo(logAuth) << "Sign-in failed:" << error.why;
    Q_EMIT signInFailed(error);
}

void OidcSession::rest()
{
    setState(m_resting);
}

void OidcSession::store(const TokenSet &tokens)
{
    if (tokens.refreshToken.isEmpty())
        m_vault->clear();
    else
        m_vault->save({tokens.refreshToken, m_user.id});
}

void OidcSession::takeRefreshed(const TokenSet &tokens)
{
    store(tokens);
    if (tokens.idToken.isEmpty())
        return;
    // The tokens are in use already. An ID token that cannot be checked just now changes nothing; a false one ends it
    // all.
    m_userCheck = deliver(m_verifier->verify(tokens, {{}, m_user.id, false}), this, [this](const Result<User> &user) {
        if (user) {
            m_user = *user;
        } else if (user.error().kind == Error::Kind::Protocol) {
            m_keeper->drop(user.error());
            expire();
            Q_EMIT signInFailed(user.error());
        }
    });
}

void OidcSession::expire()
{
    m_userCheck.cancel();
    m_vault->clear();
    setState(State::Expired);
}

void OidcSession::signOut()
{
    if (m_state != State::SignedIn && m_state != State::Expired)
        return;
    const QString refreshToken = m_keeper->refreshToken();
    m_userCheck.cancel();
    m_keeper->drop(signinerrors::notSignedIn());
    m_vault->clear();
    if (refreshToken.isEmpty()) {
        finishSignOut(Done{});
        return;
    }
    setState(State::SigningOut);
    m_endingSession = deliver(m_tokenClient->endSession(refreshToken), this,
                              [this](const Result<Done> &outcome) { finishSignOut(outcome); });
}

void OidcSession::finishSignOut(const Result<Done> &outcome)
{
    m_user = {};
    setState(State::SignedOut);
    if (!outcome && !outcome.error().isCancelled())
        Q_EMIT signInFailed(signinerrors::notEndedAtServer(m_environment.issuer, outcome.error()));
}

Async<QString> OidcSession::accessToken()
{
    return m_keeper->accessToken();
}

Async<QString> OidcSession::renewedToken(const QString &rejected)
{
    return m_keeper->renewedToken(rejected);
}

std::optional<qint64> OidcSession::remainingLifeMs() const
{
    return m_keeper->remainingLifeMs();
}

void OidcSession::setState(State state)
{
    if (state != State::WaitingBrowser)
        m_signInUrl.clear();
    if (state != State::WaitingDevice)
        m_deviceCode = {};
    if (state == m_state)
        return;
    qCDebug(logAuth) << "Session of" << m_environment.name << "is" << state;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace podium
