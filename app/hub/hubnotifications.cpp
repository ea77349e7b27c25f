// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubnotifications.h"

#include "app/hub/hubaddress.h"

namespace podium {

HubNotifications::HubNotifications(const Environment &environment, KeychainStore &keychain, BrowserOpener browser,
                                   const Clock &clock, Tracer &tracer, QObject *parent)
    : HubService(parent)
    , m_environment(environment.name)
    , m_signInHttp(hubEnvironment(environment), nullptr, tracer)
    , m_auth(m_signInHttp, clock)
    , m_session(m_auth, keychain, std::move(browser), clock)
    , m_http(hubEnvironment(environment), &m_session, tracer)
    , m_api(m_http)
    , m_socket(m_http)
    , m_feed(m_api, m_socket, clock)
{
    connect(&m_session, &HubSession::stateChanged, this, &HubNotifications::onSession);
    connect(&m_session, &HubSession::signInFailed, this, &HubService::signInFailed);
    connect(&m_session, &HubSession::storageChanged, this, &HubService::storageChanged);
    connect(&m_session, &HubSession::unreachable, &m_feed, &HubFeed::setProblem);
    connect(&m_feed, &HubFeed::statusChanged, this, &HubService::liveChanged);
    connect(&m_feed, &HubFeed::changed, this, &NotificationService::changed);
    connect(&m_feed, &HubFeed::arrived, this,
            [this](const Notification &notification) { Q_EMIT added(named(notification)); });
}

void HubNotifications::setActive(bool active)
{
    active ? m_session.start() : m_session.stop();
}

void HubNotifications::reconnect()
{
    m_session.start();
    m_feed.refreshNow();
}

void HubNotifications::onSession(State state)
{
    m_feed.setActive(state == State::SignedIn);
    Q_EMIT stateChanged(state);
    if (state != State::SignedIn)
        Q_EMIT changed(); // nothing is there any more; with the sign-in the feed says so
}

Notification HubNotifications::named(Notification notification) const
{
    notification.environment = m_environment;
    return notification;
}

Async<NotificationPage> HubNotifications::list(const NotificationQuery &query)
{
    if (state() != State::SignedIn)
        return ready<NotificationPage>(NotificationPage{{}, 0});
    return chain<NotificationPage>(this, m_api.list(query), [this](NotificationPage page) {
        for (Notification &row : page.rows)
            row = named(std::move(row));
        return ready<NotificationPage>(std::move(page));
    });
}

Async<qint64> HubNotifications::unreadCount()
{
    if (state() != State::SignedIn)
        return ready<qint64>(0);
    return chain<qint64>(this, m_api.counts(), [](const HubCounts &counts) { return ready<qint64>(counts.unread); });
}

Async<QStringList> HubNotifications::topics()
{
    return state() == State::SignedIn ? m_api.topics() : ready<QStringList>(QStringList());
}

/// Told here at once: where the hub has no signals, or they are late, nobody else would.
Async<Done> HubNotifications::told(Async<Done> change)
{
    return chain<Done>(this, std::move(change), [this](Done) {
        Q_EMIT changed();
        return ready<Done>(Done{});
    });
}

Async<Done> HubNotifications::setRead(const QStringList &ids, bool read)
{
    return told(m_api.update(ids, read, {}));
}

Async<Done> HubNotifications::setSaved(const QStringList &ids, bool saved)
{
    return told(m_api.update(ids, {}, saved));
}

} // namespace podium
