// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/subscriptionrequest.h"
#include "app/live/pushinbox.h"
#include "app/net/websocketlink.h"

#include <QHash>

namespace podium {

/// One connection to Data Index with all subscriptions on it, from the upgrade to its end. See SubscriptionDialect for
/// the protocols. UI thread.
class SubscriptionSocket : public QObject
{
    Q_OBJECT
public:
    /// Why a connection ended.
    enum class End {
        Lost,        ///< it may work the next time
        Unsupported, ///< the server has no subscriptions, and said so
    };

    SubscriptionSocket(HttpClient &http, const QUrl &endpoint, const QList<Subscription> &subscriptions,
                       const PushOptions &options, QObject *parent = nullptr);

    void open(); ///< once
    bool isLive() const { return m_isLive; }
    PushSource::Kinds kinds() const;
    std::optional<qint64> tokenLifeMs() const { return m_link.tokenLifeMs(); }
    /// The server is told, too; nothing more is heard of it.
    void close();

Q_SIGNALS:
    void live(); ///< everything is subscribed to, and nothing was refused
    void pushed(const podium::PushedBatch &batch);
    void lost(); ///< see PushSource
    void ended(podium::SubscriptionSocket::End end, const podium::Error &error);

private:
    void take(const PushedBatch &batch);
    void notice(const SubscriptionNotice &notice);
    void begin(SubscriptionDialect dialect);
    void stopped(const QString &id, const QString &text);
    void becomeLive();
    void end(End end, const Error &error);
    Error refusal(const QString &text) const;

    QUrl m_endpoint;
    QList<Subscription> m_subscriptions;
    PushOptions m_options;
    WebSocketLink m_link;
    PushInbox m_inbox;
    QTimer m_acknowledge;
    QTimer m_settle;
    SubscriptionDialect m_dialect = SubscriptionDialect::GraphqlWs;
    QHash<QString, QString> m_fields; ///< of the subscriptions that were not refused, by their id
    int m_nextId = 1;
    int m_unreadable = 0;
    bool m_isAcknowledged = false;
    bool m_isLive = false;
    bool m_hasData = false; ///< it really serves subscriptions
    bool m_ended = false;
};

} // namespace podium
