// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlclient.h"
#include "app/live/subscriptionsocket.h"

namespace podium {

/// What Data Index tells by subscriptions: connects while wanted, again after every loss (later and later, at random
/// times), and to a new connection before the token of the old one ends. A server that has none is asked again only
/// every ten minutes, or when something in the network changed. UI thread.
///
/// [seen on 10.1.0] The embedded Data Index answers some upgrades with 500 ("Request has already been read") and the
/// next with 101; only then it says whether it has subscriptions. So one 500 proves nothing.
class SubscriptionSource : public PushSource
{
    Q_OBJECT
public:
    /// `client` outlives it.
    SubscriptionSource(GraphqlClient &client, const QUrl &endpoint, const PushOptions &options,
                       QObject *parent = nullptr);
    ~SubscriptionSource() override;

    Kinds live() const override;
    QString reason() const override { return m_reason; }
    void setWanted(bool wanted) override;
    void reconnect() override;
    void distrust() override;

private:
    void begin();
    void connectSocket(const QList<Subscription> &subscriptions);
    void onLive(SubscriptionSocket *socket);
    void onEnded(SubscriptionSocket *socket, SubscriptionSocket::End end, const Error &error);
    void fail(const Error &error);
    void rest(const QString &reason);
    void scheduleRenewal();
    void renew();
    void drop(std::unique_ptr<SubscriptionSocket> &socket);
    void tell(const QString &reason);

    GraphqlClient &m_client;
    QUrl m_endpoint;
    PushOptions m_options;
    bool m_wanted = false;
    bool m_isResting = false;
    int m_failures = 0;
    QString m_reason;
    Kinds m_told;
    QString m_toldReason;
    QList<Subscription> m_subscriptions;
    Pending m_asking;
    std::unique_ptr<SubscriptionSocket> m_socket;
    std::unique_ptr<SubscriptionSocket> m_next; ///< with a newer token, until it is live
    QTimer m_retry;
    QTimer m_renewal;
    QTimer m_stable;
};

} // namespace podium
