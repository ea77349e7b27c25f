// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notifications/hubbar.h"

#include <QClipboard>
#include <QGuiApplication>

namespace podium {

using State = HubService::State;

HubBar::HubBar(HubService &hub, QWidget *parent)
    : Banner(parent)
    , m_hub(hub)
{
    setClosable(false);
    connect(&hub, &HubService::stateChanged, this, [this](State state) {
        if (state == State::SignedIn || state == State::WaitingBrowser)
            m_hasError = false;
        update();
    });
    connect(&hub, &HubService::liveChanged, this, &HubBar::update);
    connect(&hub, &HubService::signInFailed, this, [this](const Error &error) {
        m_error = error;
        m_hasError = true;
        update();
    });
    update();
}

void HubBar::update()
{
    const auto signIn = [this] { m_hub.signIn(); };
    if (m_hasError && m_hub.state() != State::SignedIn)
        return setError(m_error, tr("Sign in at the hub"), signIn);
    switch (m_hub.state()) {
    case State::SignedOut:
        return setMessage(Tone::Info, tr("The hub wants to know who you are before it shows its notifications."),
                          tr("Sign in at the hub"), signIn);
    case State::Expired:
        return setMessage(Tone::Warning, tr("Your sign-in at the hub ended. Its notifications are no longer updated."),
                          tr("Sign in again"), signIn);
    case State::WaitingBrowser:
        return setMessage(Tone::Info, tr("Agree in your browser that Podium may read your notifications."),
                          tr("Copy the link"),
                          [this] { QGuiApplication::clipboard()->setText(m_hub.signInUrl().toString()); });
    case State::Connecting:
    case State::SignedIn:
        break;
    }
    const LiveStatus live = m_hub.live();
    if (live.mode == LiveStatus::Mode::Offline)
        setMessage(Tone::Warning, tr("The hub does not answer: %1").arg(live.problem), tr("Try again"),
                   [this] { m_hub.reconnect(); });
    else
        clear();
}

} // namespace podium
