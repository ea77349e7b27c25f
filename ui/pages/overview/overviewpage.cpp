// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/overviewpage.h"

#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "models/services/livefeed.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/overview/instancefilterline.h"
#include "ui/pages/overview/overviewrows.h"
#include "ui/pages/overview/rangechoice.h"
#include "ui/pages/overview/statecounts.h"
#include "ui/pages/parts/livebanner.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/stateview.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kBetweenMs = 4'000; ///< a server where something happens all the time is asked no more often
constexpr qint64 kBurstMs = 1'000;   ///< a burst of changes is one reading
constexpr int kAgainMs = 20'000;     ///< an instance that fails tells nobody
constexpr qsizetype kWatched = 100;  ///< running instances that the feed looks at
constexpr qsizetype kNamed = 3;

int plural(qint64 number)
{
    return static_cast<int>(qMin<qint64>(number, 1'000'000'000));
}

} // namespace

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return u"overview"_s;
}

Series OverviewPage::series() const
{
    return seriesOf(m_range->range(), console().clock.now(), display().timeStyle() == TimeStyle::Utc);
}

void OverviewPage::refresh()
{
    if (!m_read)
        return; // the first showing reads
    m_runs->forgetAll();
    m_runtimes->start();
    readAll();
}

void OverviewPage::readAll()
{
    m_soon.stop();
    m_roundFailed = false;
    m_sinceRead.start();
    m_counts->read();
    m_failures->read(series());
    m_runs->forget(std::exchange(m_ended, {}));
    m_runs->readRunning();
    m_overdue->read(console().clock.now());
    m_again.start(nextReading());
}

/// Slower while the feed is slow: the window is in the background.
int OverviewPage::nextReading() const
{
    return qMax(kAgainMs, 4 * console().live.status().intervalMs);
}

/// Not while the server cannot be reached: the feed finds out when it is back.
void OverviewPage::readAgain()
{
    if (console().live.status().mode == LiveStatus::Mode::Offline)
        m_again.start(nextReading());
    else
        readAll();
}

void OverviewPage::followLive()
{
    const bool isOffline = console().live.status().mode == LiveStatus::Mode::Offline;
    if (std::exchange(m_wasOffline, isOffline) && !isOffline)
        readSoon();
}

void OverviewPage::readSoon()
{
    if (!isVisible() || m_soon.isActive())
        return;
    const qint64 since = m_sinceRead.isValid() ? m_sinceRead.elapsed() : kBetweenMs;
    m_soon.start(static_cast<int>(qMax(kBurstMs, kBetweenMs - since)));
}

void OverviewPage::changed(const QList<WorkflowInstance> &rows)
{
    if (!isVisible())
        return;
    for (const WorkflowInstance &row : rows) {
        if (isFinal(row.state))
            m_ended.insert(row.workflowId);
    }
    readSoon();
}

void OverviewPage::failed(const Error &error)
{
    if (error.isCancelled())
        return;
    m_roundFailed = true;
    if (m_failures->hasRead())
        m_banner->setReadError(error, [this] { refresh(); });
    else
        m_states->showError(error, [this] {
            m_states->showLoading(tr("Reading what needs attention…"));
            refresh();
        });
    showVerdict();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    console().live.watchList();
    m_probeAgain.start();
    m_forget.start();
    m_failures->setSeen(m_seen);
    m_read = true;
    m_runtimes->start();
    readAll();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    console().live.unwatchList();
    console().live.watchRows(this, {});
    for (QTimer *timer : {&m_soon, &m_again, &m_probeAgain, &m_forget})
        timer->stop();
    m_counts->cancel();
    m_failures->cancel();
    m_runs->cancel();
    m_overdue->cancel();
    m_runtimes->cancel();
    m_waits->cancel();
    markSeen();
}

/// What is on the page now will not be new the next time.
void OverviewPage::markSeen()
{
    if (!m_failures->hasRead())
        return;
    if (!m_seen)
        m_seen.emplace();
    m_seen->add(m_failures->ids(), m_failures->readFrom());
}

qint64 OverviewPage::allFailed() const
{
    return m_counts->of(InstanceState::Error).value.value_or(-1);
}

bool OverviewPage::isKnown() const
{
    return allFailed() >= 0 && m_failures->hasRead() && m_runs->hasRead() && m_overdue->hasRead() &&
           m_runtimes->hasRead() && !m_roundFailed;
}

void OverviewPage::showAll()
{
    if (m_failures->hasRead()) {
        if (m_states->shown() != StateView::Shown::Content)
            m_states->showContent();
        if (!m_roundFailed)
            m_banner->clearReadError();
    }
    const StuckRadar radar = m_runs->radar(console().clock.now());
    m_stuckCount = radar.runs.size();
    showTiles();
    showFailures();
    showStuck(radar);
    showOthers();
    showLoads();
    showVerdict();
    watchRows();
}

void OverviewPage::showTiles()
{
    const auto show = [this](CountTile *tile, InstanceState state, bool isWrong) {
        const StateCounts::Count &count = m_counts->of(state);
        if (count.value)
            tile->setValue(OverviewRows::numberText(*count.value, count.isAtLeast), isWrong && *count.value > 0);
    };
    show(m_failedTile, InstanceState::Error, true);
    show(m_suspendedTile, InstanceState::Suspended, false);
    show(m_runningTile, InstanceState::Active, false);
    if (m_runs->hasRead())
        m_stuckTile->setValue(OverviewRows::numberText(m_stuckCount, m_runs->isCut() && m_stuckCount > 0),
                              m_stuckCount > 0);
    if (m_overdue->hasRead())
        m_overdueTile->setValue(OverviewRows::numberText(m_overdue->count(), m_overdue->isAtLeast()),
                                m_overdue->count() > 0);
    if (m_runtimes->hasRead()) {
        const qsizetype count = m_runtimes->unavailable().size();
        m_unavailableTile->setValue(QLocale().toString(count), count > 0);
    }
}

void OverviewPage::showFailures()
{
    if (!m_failures->hasRead() || m_failures->series() != series())
        return; // the groups are of another time: theirs are on the way
    const OverviewRows rows(*m_runtimes, display().timeStyle(), console().clock.now());
    m_failureList->setRows(rows.failures(*m_failures));
    const qsizetype looked = m_failures->ids().size();
    const QString range = RangeChoice::name(m_range->range());
    const qint64 inRange = m_failures->total().value_or(looked);
    m_failureList->setCount(
        tr("%1 of the runs that started in the last %2", "number, time")
            .arg(OverviewRows::numberText(inRange, m_failures->isCut() && !m_failures->total()), range));
    m_failureList->setEmptyText(tr("No run that started in the last %1 failed.").arg(range));
    m_failureList->setNote(m_failures->isCut()
                               ? tr("Only the newest %1 of them are in these groups.").arg(QLocale().toString(looked))
                               : QString());
    InstanceFilterLine older;
    older.state = InstanceState::Error;
    older.startedBefore = m_failures->series().from();
    const bool isCounted = allFailed() >= 0 && !m_counts->of(InstanceState::Error).isAtLeast;
    const qint64 others = isCounted ? allFailed() - inRange : 0;
    m_failureList->setMore(tr("%n failed run(s) started earlier", nullptr, plural(qMax<qint64>(0, others))),
                           others > 0 ? older.location() : Location{});
    const QList<FailureGroup> &groups = m_failures->groups();
    m_seenButton->setVisible(
        std::any_of(groups.cbegin(), groups.cend(), [](const FailureGroup &group) { return group.fresh > 0; }));
}

void OverviewPage::showStuck(const StuckRadar &radar)
{
    if (!m_runs->hasRunning())
        return;
    const OverviewRows rows(*m_runtimes, display().timeStyle(), console().clock.now());
    m_stuckList->setRows(rows.stuck(radar, m_runs->isCut(), *m_waits));
    QStringList worst; // the first of each workflow is the one that its row tells of
    QSet<QString> workflows;
    for (const StuckRun &run : radar.runs) {
        if (!workflows.contains(run.instance.workflowId))
            worst << run.instance.id;
        workflows.insert(run.instance.workflowId);
    }
    if (m_runs->hasRead())
        m_waits->want(worst);
    m_stuckList->setCount(radar.runs.isEmpty() ? QString() : tr("%n run(s)", nullptr, plural(radar.runs.size())));
    m_stuckList->setEmptyText(m_runs->running().isEmpty() ? tr("Nothing is running.")
                                                          : tr("No run takes longer than is usual for its workflow."));
    QStringList notes;
    if (m_runs->isCut())
        notes << tr("Only the %1 runs that started first were looked at.")
                     .arg(QLocale().toString(m_runs->running().size()));
    if (!radar.unjudged.isEmpty() && m_runs->hasRead()) {
        QStringList names;
        for (const QString &id : radar.unjudged.mid(0, kNamed))
            names << singleLine(m_runtimes->nameOf(id), 60);
        if (const auto left = static_cast<int>(radar.unjudged.size() - names.size()); left > 0)
            names << tr("%n more", nullptr, left);
        notes << tr("Too few finished runs to say what is usual: %1").arg(names.join(u", "_s));
    }
    m_stuckList->setNote(notes.join(u'\n'));
}

void OverviewPage::showOthers()
{
    const OverviewRows rows(*m_runtimes, display().timeStyle(), console().clock.now());
    if (m_overdue->hasRead()) {
        m_overdueList->setRows(rows.overdue(*m_overdue));
        m_overdueList->setNote(m_overdue->isCut() ? tr("Only the %n job(s) that were due first were looked at.",
                                                       nullptr, OverdueReader::kMost)
                                                  : QString());
    }
    if (m_runtimes->hasRead())
        m_unavailableList->setRows(rows.unavailable(*m_runtimes));
}

void OverviewPage::showLoads()
{
    const OverviewRows rows(*m_runtimes, display().timeStyle(), console().clock.now());
    m_loadList->setRows(rows.loads(*m_runs, series()));
    m_loadList->setCount(tr("runs that completed in the last %1").arg(RangeChoice::name(m_range->range())));
    m_loadList->setNote(m_runs->workflowsLeftOut() > 0
                            ? tr("Only %1 workflows were looked at: those that run, then the first of the others.")
                                  .arg(RunReader::kMostWorkflows)
                            : QString());
}

QStringList OverviewPage::worries() const
{
    QStringList worries;
    if (allFailed() > 0)
        worries << tr("%n instance(s) failed", nullptr, plural(allFailed()));
    if (m_stuckCount > 0)
        worries << tr("%n run(s) longer than usual", nullptr, plural(m_stuckCount));
    if (m_overdue->count() > 0)
        worries << tr("%n job(s) overdue", nullptr, plural(m_overdue->count()));
    if (const auto count = static_cast<int>(m_runtimes->unavailable().size()); count > 0)
        worries << tr("%n workflow(s) cannot run", nullptr, count);
    return worries;
}

void OverviewPage::showVerdict()
{
    const QStringList worries = this->worries();
    const bool isCalm = worries.isEmpty() && isKnown();
    if (!worries.isEmpty())
        m_verdictText = worries.join(u" · "_s);
    else if (m_roundFailed)
        m_verdictText = tr("Not everything could be read");
    else if (isCalm)
        m_verdictText = tr("Nothing needs you");
    else if (m_calm->isHidden())
        m_verdictText = tr("Reading…");
    elideVerdict();
    if (isCalm)
        m_calm->setMessage(Tone::Success, u"check"_s, tr("Nothing needs you"),
                           tr("No run failed or takes longer than usual, no job is overdue, and every workflow can "
                              "run."));
    // What was found out before stays as it is until everything is known again.
    if (isCalm || !worries.isEmpty()) {
        m_calm->setVisible(isCalm);
        m_failureList->setVisible(!isCalm);
        m_side->setVisible(!isCalm);
    }
}

void OverviewPage::elideVerdict()
{
    m_verdict->setText(m_verdict->fontMetrics().elidedText(m_verdictText, Qt::ElideRight, m_verdict->width()));
    m_verdict->setAccessibleName(tr("Overall state: %1").arg(m_verdictText));
    m_verdict->setToolTip(m_verdict->text() == m_verdictText ? QString() : m_verdictText.toHtmlEscaped());
}

/// An instance that fails does not show in what the feed asks for by time.
void OverviewPage::watchRows()
{
    QStringList ids;
    for (const WorkflowInstance &run : m_runs->running().mid(0, kWatched))
        ids << run.id;
    console().live.watchRows(this, ids);
}

QJsonObject OverviewPage::saveState() const
{
    QJsonObject state{{u"range"_s, wordOf(m_range->range())}};
    SeenFailures seen = m_seen.value_or(SeenFailures());
    if (isVisible() && m_failures->hasRead())
        seen.add(m_failures->ids(), m_failures->readFrom());
    if (const QString text = seen.toText(); !text.isEmpty())
        state.insert(u"seen"_s, text);
    return state;
}

void OverviewPage::restoreState(const QJsonObject &state)
{
    m_range->setRange(timeRangeFromWord(state.value("range"_L1).toString()));
    if (const QString text = state.value("seen"_L1).toString(); !text.isEmpty())
        m_seen = SeenFailures::fromText(text);
    m_failures->setSeen(m_seen);
}

} // namespace podium
