// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"

#include <QStringList>

namespace podium {

/// The two protocols for GraphQL over a WebSocket, called by their subprotocol:
///  - graphql-ws: https://github.com/apollographql/subscriptions-transport-ws/blob/master/PROTOCOL.md, spoken by Vert.x
///    (ApolloWSHandler) in Data Index, whatever subprotocol it agreed to [seen on 10.1.0];
///  - graphql-transport-ws: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
enum class SubscriptionDialect { GraphqlWs, GraphqlTransportWs };

QString subprotocolOf(SubscriptionDialect dialect);
/// Vert.x without any subprotocol speaks the older one.
SubscriptionDialect dialectOf(const QString &subprotocol);

QString initMessage();
QString startMessage(SubscriptionDialect dialect, const QString &id, const GraphqlRequest &request);
QString stopMessage(SubscriptionDialect dialect, const QString &id);
QString pongMessage();

/// A message that is about the connection or about a subscription, not about data.
struct SubscriptionNotice
{
    enum class Kind {
        Acknowledged,
        KeepAlive, ///< of the older protocol only
        Ping,
        Refused,   ///< the connection, by the older protocol
        Failed,    ///< subscription `id`
        Completed, ///< subscription `id`
    } kind = Kind::KeepAlive;
    QString id;
    QString text; ///< what the server says of it
};

/// What some messages in a row told.
struct PushedBatch
{
    QList<WorkflowInstance> instances; ///< each id once, as it was last by the server's time
    QList<Job> jobs;                   ///< the same
    QList<SubscriptionNotice> notices; ///< in their order
    QSet<QString> ids;                 ///< of subscriptions that brought data
    int messages = 0;
    int unreadable = 0; ///< messages, or parts of them, that are not what the protocol says
};

/// Any text, any thread.
PushedBatch decodePushed(const QStringList &messages);

} // namespace podium
