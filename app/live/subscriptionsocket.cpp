// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/subscriptionsocket.h"

#include "app/net/httperror.h"
#include "models/core/logging.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

WebSocketRequest linkRequest(const QUrl &endpoint, const PushOptions &options)
{
    WebSocketRequest request;
    request.url = endpoint;
    // The older one first: Data Index speaks nothing else, and agrees to whatever comes first.
    request.subprotocols = {subprotocolOf(SubscriptionDialect::GraphqlWs),
                            subprotocolOf(SubscriptionDialect::GraphqlTransportWs)};
    request.openMs = options.upgradeMs;
    request.pingMs = options.pingMs;
    request.pongMs = options.pongMs;
    request.label = u"subscriptions"_s;
    request.what = SubscriptionSocket::tr("Data Index could not be asked to tell changes by itself.");
    return request;
}

} // namespace

SubscriptionSocket::SubscriptionSocket(HttpClient &http, const QUrl &endpoint, const QList<Subscription> &subscriptions,
                                       const PushOptions &options, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_subscriptions(subscriptions)
    , m_options(options)
    , m_link(http, linkRequest(endpoint, options))
    , m_inbox(options)
{
    m_acknowledge.setSingleShot(true);
    m_settle.setSingleShot(true);
    connect(&m_link, &WebSocketLink::opened, this, [this] {
        m_link.send(initMessage());
        m_acknowledge.start(m_options.acknowledgeMs);
    });
    connect(&m_link, &WebSocketLink::received, &m_inbox, &PushInbox::add);
    connect(&m_link, &WebSocketLink::closed, this, [this](const Error &error) { end(End::Lost, error); });
    connect(&m_inbox, &PushInbox::decoded, this, &SubscriptionSocket::take);
    connect(&m_inbox, &PushInbox::overflowed, this, &SubscriptionSocket::lost);
    connect(&m_acknowledge, &QTimer::timeout, this,
            [this] { end(End::Lost, refusal(tr("It took the connection, and then said nothing."))); });
    connect(&m_settle, &QTimer::timeout, this, &SubscriptionSocket::becomeLive);
}

void SubscriptionSocket::open()
{
    m_link.open();
}

void SubscriptionSocket::close()
{
    m_ended = true;
    m_isLive = false;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        m_link.send(stopMessage(m_dialect, it.key()));
    disconnect();
    deleteLater();
}

PushSource::Kinds SubscriptionSocket::kinds() const
{
    PushSource::Kinds kinds;
    if (!m_isLive)
        return kinds;
    for (const QString &field : m_fields) {
        kinds.instances = kinds.instances || field == "ProcessInstanceUpdated"_L1;
        kinds.jobs = kinds.jobs || field == "JobUpdated"_L1;
    }
    return kinds;
}

void SubscriptionSocket::take(const PushedBatch &batch)
{
    if (m_ended)
        return;
    const QPointer<SubscriptionSocket> self(this);
    for (const SubscriptionNotice &each : batch.notices) {
        notice(each);
        if (!self || m_ended)
            return;
    }
    if (std::any_of(batch.ids.cbegin(), batch.ids.cend(),
                    [this](const QString &id) { return m_fields.contains(id); })) {
        m_hasData = true;
        becomeLive();
    }
    if (!batch.instances.isEmpty() || !batch.jobs.isEmpty())
        Q_EMIT pushed(batch);
    if (!self || m_ended || batch.unreadable == 0)
        return;
    m_unreadable += batch.unreadable;
    qCInfo(logLive, "%d messages of the subscription could not be read", batch.unreadable);
    if (m_unreadable >= m_options.garbageUntilEnd)
        return end(End::Lost, refusal(tr("What it sends is no subscription.")));
    Q_EMIT lost();
}

void SubscriptionSocket::notice(const SubscriptionNotice &notice)
{
    using Kind = SubscriptionNotice::Kind;
    switch (notice.kind) {
    case Kind::Acknowledged:
        if (!std::exchange(m_isAcknowledged, true))
            begin(dialectOf(m_link.subprotocol()));
        return;
    case Kind::KeepAlive:
        // Only the older protocol has it: a server that agreed to the newer one, and does not know it.
        if (m_isAcknowledged && m_dialect == SubscriptionDialect::GraphqlTransportWs)
            begin(SubscriptionDialect::GraphqlWs);
        return;
    case Kind::Ping:
        return m_link.send(pongMessage());
    case Kind::Refused:
        return end(End::Lost, refusal(notice.text));
    case Kind::Failed:
    case Kind::Completed:
        return stopped(notice.id, notice.text);
    }
}

void SubscriptionSocket::begin(SubscriptionDialect dialect)
{
    m_acknowledge.stop();
    m_dialect = dialect;
    m_fields.clear(); // what is said of ids before is of no interest
    for (const Subscription &subscription : std::as_const(m_subscriptions)) {
        const QString id = QString::number(m_nextId++);
        m_fields.insert(id, subscription.field);
        m_link.send(startMessage(dialect, id, subscription.request));
    }
    m_settle.start(m_options.settleMs);
}

/// A server without subscriptions refuses each right away; one that shuts down completes them.
void SubscriptionSocket::stopped(const QString &id, const QString &text)
{
    const QString field = m_fields.take(id);
    if (field.isEmpty())
        return;
    qCInfo(logLive).noquote() << "No subscription to" << field << redacted(text);
    if (field != "ProcessInstanceUpdated"_L1 && field != "ProcessInstanceAdded"_L1) {
        m_fields.removeIf(
            [](const std::pair<const QString &, QString &> &entry) { return entry.second.startsWith("Job"_L1); });
        if (m_isLive)
            Q_EMIT live(); // of other kinds
        return;
    }
    end(m_hasData || text.isEmpty() ? End::Lost : End::Unsupported, refusal(text));
}

void SubscriptionSocket::becomeLive()
{
    if (m_isLive || !m_isAcknowledged)
        return;
    m_settle.stop();
    m_isLive = true;
    Q_EMIT live();
}

void SubscriptionSocket::end(End end, const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_isLive = false;
    m_acknowledge.stop();
    m_settle.stop();
    Q_EMIT ended(end, error);
}

Error SubscriptionSocket::refusal(const QString &text) const
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.what = linkRequest(m_endpoint, m_options).what;
    error.why = text;
    error.details = displayOrigin(m_endpoint);
    return error;
}

} // namespace podium
