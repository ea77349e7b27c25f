// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/session.h"
#include "models/services/livefeed.h"
#include "models/services/notificationservice.h"

namespace podium {

/// What of the hub's notifications a user wants to get, and where: for each channel ("Web", "Email"), sender and topic.
/// Names are the hub's. Broadcasts come whatever is chosen here.
struct NotificationSettings
{
    struct Topic
    {
        QString id;
        bool enabled = true;
        bool operator==(const Topic &) const = default;
    };
    struct Sender
    {
        QString id;
        bool enabled = true; ///< false: its topics count for nothing
        QList<Topic> topics;
        bool operator==(const Sender &) const = default;
    };
    struct Channel
    {
        QString id;
        std::optional<bool> enabled; ///< as the hub's administrator set it; not to be changed by the user
        QList<Sender> senders;
        bool operator==(const Channel &) const = default;
    };
    QList<Channel> channels;
    bool operator==(const NotificationSettings &) const = default;
};

/// The notifications of a hub (Backstage), which has a sign-in of its own. Its lists are empty while nobody is
/// signed in there. UI thread.
class HubService : public NotificationService
{
    Q_OBJECT
public:
    enum class State {
        Connecting,     ///< trying what is in the keychain, and whether the hub takes guests
        SignedOut,      ///< the hub wants a sign-in
        WaitingBrowser, ///< the hub's page for the consent is open
        SignedIn,
        Expired, ///< was signed in; the hub takes the token no more
    };
    Q_ENUM(State)

    using NotificationService::NotificationService;

    virtual State state() const = 0;
    virtual QString user() const = 0; ///< entity of the hub: "user:default/guest"; "" while signed out
    virtual TokenStorage storage() const = 0;
    virtual QUrl signInUrl() const = 0; ///< while WaitingBrowser: for a browser that did not come up
    virtual LiveStatus live() const = 0;

    /// In the user's browser, by the hub's OAuth server (RFC 8252, dynamic registration by RFC 7591).
    virtual void signIn() = 0;
    virtual void cancelSignIn() = 0;
    /// A user token that somebody took from the hub, where it has no OAuth server. Kept in the keychain.
    virtual void useToken(const QString &token) = 0;
    virtual void signOut() = 0;
    /// Tries again what the start tried: after the hub was away.
    virtual void reconnect() = 0;

    virtual Async<NotificationSettings> settings() = 0;
    /// The answer is what the hub made of it.
    virtual Async<NotificationSettings> saveSettings(const NotificationSettings &settings) = 0;
    /// Slower while nobody looks.
    virtual void setForeground(bool foreground) = 0;

Q_SIGNALS:
    void stateChanged(podium::HubService::State state);
    void signInFailed(const podium::Error &error);
    void liveChanged(const podium::LiveStatus &status);
    void storageChanged();
};

} // namespace podium
