// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/hub/hubauth.h"
#include "app/hub/hubfeed.h"
#include "app/hub/hubsession.h"

namespace podium {

class Tracer;

/// The notifications of an environment's hub: puts sign-in, requests and feed together. Active only while
/// setActive(true).
class HubNotifications : public HubService
{
    Q_OBJECT
public:
    HubNotifications(const Environment &environment, KeychainStore &keychain, BrowserOpener browser, const Clock &clock,
                     Tracer &tracer, QObject *parent = nullptr);

    /// Whether somebody is signed in to the environment: before, the hub is not asked for anything.
    void setActive(bool active);
    HubFeed &feed() { return m_feed; }
    HubSession &session() { return m_session; }
    SignalSocket &socket() { return m_socket; }
    const Environment &environmentOfRequests() const { return m_http.environment(); }

    Notification::Origin origin() const override { return Notification::Origin::Hub; }
    Async<NotificationPage> list(const NotificationQuery &query) override;
    Async<qint64> unreadCount() override;
    Async<QStringList> topics() override;
    Async<Done> setRead(const QStringList &ids, bool read) override;
    Async<Done> setSaved(const QStringList &ids, bool saved) override;

    State state() const override { return m_session.state(); }
    QString user() const override { return m_session.user(); }
    TokenStorage storage() const override { return m_session.storage(); }
    QUrl signInUrl() const override { return m_session.signInUrl(); }
    LiveStatus live() const override { return m_feed.status(); }
    void signIn() override { m_session.signIn(); }
    void cancelSignIn() override { m_session.cancelSignIn(); }
    void useToken(const QString &token) override { m_session.useToken(token); }
    void signOut() override { m_session.signOut(); }
    void reconnect() override;
    Async<NotificationSettings> settings() override { return m_api.settings(); }
    Async<NotificationSettings> saveSettings(const NotificationSettings &settings) override
    {
        return m_api.saveSettings(settings);
    }
    void setForeground(bool foreground) override { m_feed.setForeground(foreground); }

private:
    void onSession(State state);
    Async<Done> told(Async<Done> change);
    Notification named(Notification notification) const;

    const QString m_environment;
    HttpClient m_signInHttp; ///< without tokens
    HubAuth m_auth;
    HubSession m_session;
    HttpClient m_http;
    HubApi m_api;
    SignalSocket m_socket;
    HubFeed m_feed;
};

} // namespace podium
