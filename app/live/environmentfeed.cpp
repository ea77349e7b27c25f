// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/environmentfeed.h"

#include "app/live/networkwatch.h"
#include "app/live/pollingfeed.h"

namespace podium {

namespace {

constexpr int kLingerMs = 30'000;

} // namespace

EnvironmentFeed::EnvironmentFeed(const Services &services, std::unique_ptr<PushSource> source,
                                 const PollingOptions &options, QObject *parent)
    : LiveFeed(parent)
    , m_polling(
          std::make_unique<PollingFeed>(services.instances, services.jobs, services.clock, services.tracer, options))
    , m_source(std::move(source))
    , m_network(std::make_unique<NetworkWatch>())
{
    m_linger.setSingleShot(true);
    m_linger.setInterval(kLingerMs);
    connectPolling();
    if (m_source)
        connectSource();
    connect(m_network.get(), &NetworkWatch::networkChanged, this, &EnvironmentFeed::onNetworkChanged);
}

EnvironmentFeed::~EnvironmentFeed() = default;

void EnvironmentFeed::connectPolling()
{
    const PollingFeed *polling = m_polling.get();
    connect(polling, &LiveFeed::instanceChanged, this, &LiveFeed::instanceChanged);
    connect(polling, &LiveFeed::instancesChanged, this, &LiveFeed::instancesChanged);
    connect(polling, &LiveFeed::jobsChanged, this, &LiveFeed::jobsChanged);
    connect(polling, &LiveFeed::countsChanged, this, &LiveFeed::countsChanged);
    connect(polling, &LiveFeed::countsOfChanged, this, &LiveFeed::countsOfChanged);
    connect(polling, &LiveFeed::overtaken, this, &LiveFeed::overtaken);
    connect(polling, &LiveFeed::statusChanged, this, [this] {
        updateWanted();
        updateStatus();
    });
}

void EnvironmentFeed::connectSource()
{
    PushSource *source = m_source.get();
    connect(source, &PushSource::liveChanged, this, [this] {
        m_polling->setPushed(m_source->live());
        updateStatus();
    });
    connect(source, &PushSource::instancesPushed, this,
            [this](const QList<WorkflowInstance> &rows) { m_polling->takePushed(rows); });
    connect(source, &PushSource::jobsPushed, this, [this](const QList<Job> &jobs) { m_polling->takePushed(jobs); });
    connect(source, &PushSource::lost, this, [this] {
        m_polling->readAgain();
        Q_EMIT overtaken();
    });
    connect(m_polling.get(), &PollingFeed::slept, source, &PushSource::reconnect);
    connect(m_polling.get(), &PollingFeed::cameBack, source, [source] {
        if (!source->live().instances)
            source->reconnect(); // another server may have come back
    });
    connect(m_polling.get(), &PollingFeed::distrusted, source, &PushSource::distrust);
    connect(&m_linger, &QTimer::timeout, source, [source] { source->setWanted(false); });
}

void EnvironmentFeed::updateWanted()
{
    if (!m_source)
        return;
    const bool isWatching = m_polling->watchesInstances() || m_polling->watchesJobs();
    if (m_signedIn && isWatching) {
        m_linger.stop();
        m_source->setWanted(true);
    } else if (!m_signedIn) {
        m_linger.stop();
        m_source->setWanted(false);
    } else if (!m_linger.isActive()) {
        m_linger.start();
    }
}

void EnvironmentFeed::updateStatus()
{
    LiveStatus status = m_polling->status();
    if (m_source && status.mode == LiveStatus::Mode::Polling) {
        const PushSource::Kinds live = m_source->live();
        const bool isTold = (live.instances || !m_polling->watchesInstances()) &&
                            (live.jobs || !m_polling->watchesJobs()) && (live.instances || live.jobs);
        if (isTold)
            status.mode = LiveStatus::Mode::Pushed;
        else
            status.reason = m_source->reason();
    }
    if (std::exchange(m_status, status) != status)
        Q_EMIT statusChanged(m_status);
}

void EnvironmentFeed::setSignedIn(bool signedIn)
{
    m_signedIn = signedIn;
    m_polling->setSignedIn(signedIn);
    updateWanted();
    updateStatus();
}

void EnvironmentFeed::onNetworkChanged()
{
    m_polling->catchUp();
    if (m_source)
        m_source->reconnect();
}

void EnvironmentFeed::refreshNow()
{
    m_polling->refreshNow();
}

void EnvironmentFeed::watchInstance(const QString &id)
{
    m_polling->watchInstance(id);
    updateWanted();
}

void EnvironmentFeed::unwatchInstance(const QString &id)
{
    m_polling->unwatchInstance(id);
    updateWanted();
}

void EnvironmentFeed::watchList()
{
    m_polling->watchList();
    updateWanted();
}

void EnvironmentFeed::unwatchList()
{
    m_polling->unwatchList();
    updateWanted();
}

void EnvironmentFeed::watchJobs()
{
    m_polling->watchJobs();
    updateWanted();
}

void EnvironmentFeed::unwatchJobs()
{
    m_polling->unwatchJobs();
    updateWanted();
}

void EnvironmentFeed::watchRows(const QObject *list, const QStringList &ids)
{
    m_polling->watchRows(list, ids);
}

void EnvironmentFeed::watchCounts(const QList<InstanceQuery> &queries)
{
    m_polling->watchCounts(queries);
}

void EnvironmentFeed::watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries)
{
    m_polling->watchCountsOf(watcher, queries);
}

void EnvironmentFeed::setForeground(bool foreground)
{
    m_polling->setForeground(foreground);
}

void EnvironmentFeed::setAlert(bool alert)
{
    m_polling->setAlert(alert);
}

} // namespace podium
