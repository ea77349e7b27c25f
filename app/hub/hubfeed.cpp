// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/hubfeed.h"

#include "models/core/clock.h"

#include <QRandomGenerator>

#include <algorithm>

namespace podium {

namespace {

constexpr int kPushedMs = 5 * 60'000; ///< asked all the same: a signal is sent once, and never again
constexpr int kGatherMs = 50;
constexpr qsizetype kOneByOne = 5; ///< more signals than this at once are asked for as a list
constexpr int kNewest = 50;        ///< read to find what is new; more than that is told as "changed"

} // namespace

PollingOptions HubFeed::defaultOptions()
{
    PollingOptions options;
    options.listSteps = {5000, 10'000, 30'000};
    options.backgroundMs = 60'000;
    return options;
}

HubFeed::HubFeed(HubApi &api, SignalSocket &signals_, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_signals(signals_)
    , m_clock(clock)
    , m_options(defaultOptions())
    , m_pace(m_options.listSteps, m_options)
{
    m_next.setSingleShot(true);
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_next, &QTimer::timeout, this, &HubFeed::catchUp);
    connect(&m_gather, &QTimer::timeout, this, &HubFeed::askSignalled);
    connect(&m_signals, &SignalSocket::received, this, &HubFeed::takeSignal);
    connect(&m_signals, &SignalSocket::opened, this, &HubFeed::catchUp);
    connect(&m_signals, &SignalSocket::closed, this, &HubFeed::catchUp);
}

void HubFeed::setOptions(const PollingOptions &options)
{
    m_options = options;
    m_pace = Pace(options.listSteps, options);
}

void HubFeed::setActive(bool active)
{
    if (std::exchange(m_isActive, active) == active)
        return;
    m_next.stop();
    m_gather.stop();
    m_signalled.clear();
    m_reading.clear();
    m_counting.cancel();
    m_listing.cancel();
    // Another user may be next: nothing of this one is known then.
    m_counts.reset();
    m_watermark = {};
    m_seen.clear();
    m_pace = Pace(m_options.listSteps, m_options);
    if (active) {
        m_signals.open();
        catchUp();
    } else {
        m_signals.close();
        m_status = {};
        Q_EMIT statusChanged(m_status);
    }
}

void HubFeed::setForeground(bool foreground)
{
    if (std::exchange(m_foreground, foreground) != foreground && m_isActive)
        foreground ? refreshNow() : schedule();
}

void HubFeed::refreshNow()
{
    if (m_isActive)
        catchUp();
}

void HubFeed::setProblem(const Error &error)
{
    m_status.mode = LiveStatus::Mode::Offline;
    m_status.problem = error.why;
    Q_EMIT statusChanged(m_status);
}

void HubFeed::catchUp()
{
    if (!m_isActive)
        return;
    m_next.stop();
    m_news = false;
    m_counting = deliver(m_api.counts(), this, [this](const Result<HubCounts> &counts) { takeCounts(counts); });
}

void HubFeed::takeCounts(const Result<HubCounts> &counts)
{
    if (!counts)
        return fail(counts.error());
    const bool first = !m_counts;
    m_news = !first && *m_counts != *counts;
    m_counts = *counts;
    NotificationQuery query;
    query.limit = kNewest;
    if (m_watermark.isValid())
        query.createdAfter = m_watermark.addMSecs(-m_options.overlapMs);
    m_listing = deliver(m_api.list(query), this, [this](const Result<NotificationPage> &page) { takeNewest(page); });
}

void HubFeed::takeNewest(const Result<NotificationPage> &page)
{
    if (!page)
        return fail(page.error());
    const bool first = !m_watermark.isValid();
    QList<Notification> fresh;
    for (const Notification &row : page->rows) {
        if (note(row))
            fresh << row;
    }
    if (first)
        m_watermark = page->rows.isEmpty() ? QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) : m_watermark;
    const bool tooMany = !fresh.isEmpty() && page->rows.size() >= kNewest;
    if (first || (m_news && fresh.isEmpty()) || tooMany)
        Q_EMIT changed();
    if (!first && !tooMany) {
        for (auto at = fresh.crbegin(); at != fresh.crend(); ++at) // the oldest first
            Q_EMIT arrived(*at);
    }
    m_pace.answered(!fresh.isEmpty() || m_news);
    m_status.lastAnswer = m_clock.now();
    m_status.problem.clear();
    setMode();
    schedule();
}

/// Whether it was not seen before.
bool HubFeed::note(const Notification &notification)
{
    const bool isNew = !m_seen.contains(notification.id);
    m_seen.insert(notification.id, notification.created);
    if (notification.created.isValid() && (!m_watermark.isValid() || notification.created > m_watermark))
        m_watermark = notification.created;
    if (m_seen.size() > 4 * kNewest) {
        const QDateTime since = m_watermark.addMSecs(-m_options.overlapMs);
        m_seen.removeIf(
            [&since](const std::pair<const QString &, QDateTime &> &entry) { return entry.second < since; });
    }
    return isNew;
}

void HubFeed::takeSignal(const HubSignal &signal)
{
    if (!m_isActive)
        return;
    if (signal.action != HubSignal::Action::New)
        m_changedElsewhere = true;
    else if (m_signalled.size() <= kOneByOne)
        m_signalled += signal.ids;
    if (!m_gather.isActive()) // never put off what is due: a flood may not end
        m_gather.start();
}

void HubFeed::askSignalled()
{
    QStringList ids = std::exchange(m_signalled, {});
    ids.removeDuplicates();
    if (std::exchange(m_changedElsewhere, false))
        Q_EMIT changed();
    if (ids.size() > kOneByOne)
        return catchUp();
    m_reading.clear();
    for (const QString &id : std::as_const(ids)) {
        m_reading.push_back(deliver(m_api.one(id), this, [this](const Result<Notification> &notification) {
            if (!notification)
                return catchUp();
            note(*notification);
            m_counts.reset(); // they are other ones now, and that is no news
            m_status.lastAnswer = m_clock.now();
            Q_EMIT arrived(*notification);
        }));
    }
}

void HubFeed::fail(const Error &error)
{
    if (error.isCancelled())
        return;
    m_pace.failed();
    m_status.problem = error.why;
    setMode();
    schedule();
}

void HubFeed::schedule()
{
    const int polling = m_pace.delayMs(m_foreground, QRandomGenerator::global()->generateDouble());
    const bool calm = m_signals.isOpen() && !m_pace.isFailing();
    m_next.start(calm ? kPushedMs : polling);
}

void HubFeed::setMode()
{
    if (m_pace.isFailing())
        m_status.mode = LiveStatus::Mode::Offline;
    else
        m_status.mode = m_signals.isOpen() ? LiveStatus::Mode::Pushed : LiveStatus::Mode::Polling;
    m_status.intervalMs = m_pace.intervalMs(m_foreground);
    Q_EMIT statusChanged(m_status);
}

} // namespace podium
