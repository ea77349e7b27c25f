// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/subscriptionsource.h"

#include "app/live/pace.h"
#include "models/core/logging.h"

#include <QRandomGenerator>

namespace podium {

namespace {

constexpr qint64 kShortestRenewalMs = 500;
constexpr qint64 kLongestRenewalMs = 600'000;

PollingOptions retryOptions(const PushOptions &options)
{
    PollingOptions retry;
    retry.firstRetryMs = options.firstRetryMs;
    retry.lastRetryMs = options.lastRetryMs;
    retry.jitter = options.jitter;
    return retry;
}

} // namespace

SubscriptionSource::SubscriptionSource(GraphqlClient &client, const QUrl &endpoint, const PushOptions &options,
                                       QObject *parent)
    : PushSource(parent)
    , m_client(client)
    , m_endpoint(endpoint)
    , m_options(options)
{
    for (QTimer *timer : {&m_retry, &m_renewal, &m_stable})
        timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SubscriptionSource::begin);
    connect(&m_renewal, &QTimer::timeout, this, &SubscriptionSource::renew);
    connect(&m_stable, &QTimer::timeout, this, [this] { m_failures = 0; });
}

SubscriptionSource::~SubscriptionSource() = default;

PushSource::Kinds SubscriptionSource::live() const
{
    return m_socket ? m_socket->kinds() : Kinds();
}

void SubscriptionSource::setWanted(bool wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    if (wanted) {
        if (!m_retry.isActive()) // a rest goes on
            begin();
        return;
    }
    m_asking.cancel();
    m_renewal.stop();
    m_stable.stop();
    if (!m_isResting)
        m_retry.stop();
    drop(m_next);
    drop(m_socket);
    tell(m_reason);
}

void SubscriptionSource::reconnect()
{
    m_failures = 0;
    m_isResting = false;
    m_retry.stop();
    m_asking.cancel();
    drop(m_next);
    drop(m_socket);
    tell(m_reason);
    begin();
}

void SubscriptionSource::distrust()
{
    qCInfo(logLive, "Changes were found that the subscription did not tell");
    rest(tr("The server says it tells changes by itself, but left some out."));
}

void SubscriptionSource::begin()
{
    m_isResting = false;
    if (!m_wanted)
        return;
    m_asking = deliver(m_client.capabilities(), this, [this](const Result<ServerCapabilities> &server) {
        if (!server)
            return fail(server.error());
        const QList<Subscription> subscriptions = subscriptionsOf(*server);
        if (subscriptions.isEmpty())
            return rest(tr("The server does not tell changes by itself."));
        connectSocket(subscriptions);
    });
}

void SubscriptionSource::connectSocket(const QList<Subscription> &subscriptions)
{
    m_subscriptions = subscriptions;
    auto socket = std::make_unique<SubscriptionSocket>(m_client.http(), m_endpoint, subscriptions, m_options);
    SubscriptionSocket *raw = socket.get();
    connect(raw, &SubscriptionSocket::live, this, [this, raw] { onLive(raw); });
    connect(raw, &SubscriptionSocket::ended, this,
            [this, raw](SubscriptionSocket::End end, const Error &error) { onEnded(raw, end, error); });
    connect(raw, &SubscriptionSocket::lost, this, &PushSource::lost);
    connect(raw, &SubscriptionSocket::pushed, this, [this](const PushedBatch &batch) {
        const QPointer<SubscriptionSource> self(this);
        if (!batch.instances.isEmpty())
            Q_EMIT instancesPushed(batch.instances);
        if (self && !batch.jobs.isEmpty())
            Q_EMIT jobsPushed(batch.jobs);
    });
    (m_socket ? m_next : m_socket) = std::move(socket);
    raw->open();
}

void SubscriptionSource::onLive(SubscriptionSocket *socket)
{
    if (socket == m_next.get()) {
        drop(m_socket); // the new one tells the same from before the old one goes
        m_socket = std::move(m_next);
    }
    m_stable.start(m_options.stableMs);
    scheduleRenewal();
    tell(QString());
}

void SubscriptionSource::onEnded(SubscriptionSocket *socket, SubscriptionSocket::End end, const Error &error)
{
    if (socket == m_next.get()) {
        drop(m_next); // the old one still has its token's last moments
        scheduleRenewal();
        return;
    }
    if (end == SubscriptionSocket::End::Unsupported)
        return rest(tr("The server does not tell changes by itself."));
    fail(error);
}

void SubscriptionSource::fail(const Error &error)
{
    drop(m_next);
    drop(m_socket);
    m_renewal.stop();
    m_stable.stop();
    ++m_failures;
    // Nothing was served yet, and the server is there: one that does not push says so in many ways.
    const bool isAnswer = error.httpStatus > 0 || error.kind == Error::Kind::Protocol;
    if (isAnswer && m_failures >= m_options.failuresUntilRest)
        return rest(tr("The server does not tell changes by itself."));
    qCInfo(logLive).noquote() << "The subscription ended:" << redacted(error.text());
    const double random = QRandomGenerator::global()->generateDouble();
    m_retry.start(Pace::retryMs(m_failures, retryOptions(m_options), random));
    tell(error.why);
}

void SubscriptionSource::rest(const QString &reason)
{
    drop(m_next);
    drop(m_socket);
    m_renewal.stop();
    m_stable.stop();
    m_isResting = true;
    m_failures = 0;
    m_retry.start(m_options.restMs);
    tell(reason);
}

/// After the sign-in had time to get a new token, and before the old one ends; some servers close the connection then.
void SubscriptionSource::scheduleRenewal()
{
    const std::optional<qint64> life = m_socket ? m_socket->tokenLifeMs() : std::nullopt;
    if (!life)
        return m_renewal.stop();
    const qint64 due = *life - qMin<qint64>(*life / 5, 30'000);
    m_renewal.start(static_cast<int>(qBound(kShortestRenewalMs, due, kLongestRenewalMs)));
}

void SubscriptionSource::renew()
{
    const std::optional<qint64> life = m_socket ? m_socket->tokenLifeMs() : std::nullopt;
    AccessTokens *tokens = m_client.http().tokens();
    if (!m_socket || !life || !tokens)
        return;
    // A token that is no newer is worth nothing: look again soon, for the last time as the old one ends.
    const std::optional<qint64> newer = tokens->remainingLifeMs();
    if (*life > kShortestRenewalMs && (!newer || *newer <= *life + kShortestRenewalMs))
        return scheduleRenewal();
    if (!m_next)
        connectSocket(m_subscriptions);
}

void SubscriptionSource::drop(std::unique_ptr<SubscriptionSocket> &socket)
{
    if (!socket)
        return;
    socket->disconnect(this);
    socket.release()->close(); // deletes itself: it may be what is calling
}

void SubscriptionSource::tell(const QString &reason)
{
    m_reason = reason;
    if (m_told == live() && m_toldReason == reason)
        return;
    m_told = live();
    m_toldReason = reason;
    Q_EMIT liveChanged();
}

} // namespace podium
