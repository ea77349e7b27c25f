// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubsignin.h"

#include "app/auth/signinerrors.h"

namespace podium {

using namespace Qt::StringLiterals;

HubSignIn::HubSignIn(HubAuth &auth, BrowserOpener browser, const SignInTimings &timings, QObject *parent)
    : QObject(parent)
    , m_auth(auth)
    , m_browser(std::move(browser))
    , m_timings(timings)
{
    m_timeout.setSingleShot(true);
    connect(&m_listener, &LoopbackListener::answered, this, &HubSignIn::receive);
    connect(&m_timeout, &QTimer::timeout, this, [this] { fail(signinerrors::noAnswer(u"Podium"_s)); });
}

void HubSignIn::start()
{
    // The hub wants to know the whole address before: so the listener comes first.
    const auto redirect = m_listener.listen(m_timings.listenPort, m_state);
    if (!redirect)
        return fail(redirect.error());
    m_redirect = *redirect;
    m_step = deliver(m_auth.registerClient(m_redirect), this,
                     [this](const Result<HubClient> &client) { client ? openBrowser(*client) : fail(client.error()); });
}

void HubSignIn::cancel()
{
    m_step.cancel();
    m_timeout.stop();
    m_listener.finish(ClosingPage::givenUp(), m_timings.listenerLinger);
}

void HubSignIn::openBrowser(const HubClient &client)
{
    m_client = client;
    m_timeout.start(m_timings.browserTimeout);
    const QUrl url = m_auth.authorizationUrl(client, m_redirect, m_state, m_pkce.challenge);
    Q_EMIT browserOpened(url);
    (void)m_browser(url); // where none comes up, the page offers the address
}

void HubSignIn::receive(const CallbackAnswer &answer)
{
    m_timeout.stop();
    if (answer.error == "access_denied"_L1)
        return fail(signinerrors::denied());
    if (!answer.error.isEmpty())
        return fail(signinerrors::refusedInBrowser(answer.error, answer.errorDescription));
    if (answer.code.isEmpty())
        return fail(signinerrors::answerWithoutCode());
    m_step =
        deliver(m_auth.exchange(m_client, answer.code, m_pkce.verifier, m_redirect), this,
                [this](const Result<HubIdentity> &identity) {
                    if (!identity)
                        return fail(identity.error());
                    m_listener.finish(ClosingPage::signedIn(), m_timings.listenerLinger);
                    const bool lasting = !identity->tokens.refreshToken.isEmpty();
                    Q_EMIT succeeded({lasting ? HubCredential::Kind::OAuth : HubCredential::Kind::Token,
                                      lasting ? identity->tokens.refreshToken : identity->tokens.accessToken, m_client},
                                     *identity);
                });
}

void HubSignIn::fail(const Error &error)
{
    m_step.cancel();
    m_timeout.stop();
    m_listener.finish(ClosingPage::failed(error), m_timings.listenerLinger);
    Q_EMIT failed(error);
}

} // namespace podium
