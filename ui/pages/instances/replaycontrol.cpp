// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/replaycontrol.h"

#include "models/core/clock.h"
#include "ui/graph/graphreplaybar.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"

#include <QAction>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kQuick = 5000; ///< visits whose times are sorted well within a frame

bool hasTimes(const WorkflowInstance &instance)
{
    return instance.start.isValid() || instance.end.isValid() ||
           std::any_of(instance.nodes.cbegin(), instance.nodes.cend(),
                       [](const NodeInstance &visit) { return visit.enter.isValid() || visit.exit.isValid(); });
}

} // namespace

ReplayControl::ReplayControl(GraphView *graph, QWidget *page, DisplaySettings &display, const Clock &clock)
    : QObject(page)
    , m_graph(graph)
    , m_display(display)
    , m_clock(clock)
    , m_action(new QAction(themedIcon(u"replay"_s), tr("Replay the run"), this))
    , m_bar(new GraphReplayBar)
{
    m_action->setCheckable(true);
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_action->setShortcutContext(Qt::WindowShortcut);
    page->addAction(m_action);
    graph->addTool(m_action);
    m_bar->hide();
    graph->setFooter(m_bar);
    m_bar->setTimeText([this](const QDateTime &utc) { return timeText(utc, m_display.timeStyle(), m_clock.now()); });
    showReason(tr("The run is not read yet."));
    connect(m_action, &QAction::triggered, this, [this](bool on) {
        m_wanted = on;
        setOpen(on);
        if (on)
            m_bar->setFocus();
    });
    connect(m_bar, &GraphReplayBar::closeRequested, m_action, [this] {
        m_action->trigger();
        m_graph->setFocus();
    });
    connect(m_bar, &GraphReplayBar::timeChanged, this, &ReplayControl::showTime);
    const auto retell = [this] {
        m_bar->updateTexts();
        showTime();
    };
    connect(&display, &DisplaySettings::changed, this, retell);
    connect(&display, &DisplaySettings::timesAged, this, retell);
}

void ReplayControl::setInstance(const WorkflowInstance &instance)
{
    m_instance = instance;
    const bool possible = hasTimes(instance);
    showReason(possible ? QString() : tr("There is nothing to replay: the server tells no times of this run."));
    setOpen(m_wanted && possible);
}

void ReplayControl::showReason(const QString &reason)
{
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    m_action->setEnabled(reason.isEmpty());
    m_action->setToolTip(reason.isEmpty() ? tr("%1 (%2)").arg(m_action->text(), keys) : reason);
}

void ReplayControl::setOpen(bool open)
{
    m_action->setChecked(open);
    if (!open) {
        m_wantedTime = {};
        m_bar->goLive();
    }
    m_bar->setVisible(open);
    if (open)
        measure();
}

void ReplayControl::measure()
{
    if (m_instance.nodes.size() <= kQuick) {
        m_measuring.cancel();
        return setSpan(replaySpan(m_instance));
    }
    auto future =
        runOnWorker<ReplaySpan>([instance = m_instance]() -> Result<ReplaySpan> { return replaySpan(instance); });
    m_measuring = deliver(std::move(future), this, [this](const Result<ReplaySpan> &span) {
        if (span)
            setSpan(*span);
    });
}

void ReplayControl::setSpan(const ReplaySpan &span)
{
    m_bar->setSpan(span);
    if (const QDateTime time = std::exchange(m_wantedTime, {}); time.isValid())
        m_bar->showAt(time);
}

void ReplayControl::showAt(const QDateTime &time)
{
    if (!m_action->isEnabled())
        return;
    if (m_bar->isVisibleTo(m_graph) && !m_wantedTime.isValid())
        return m_bar->showAt(time);
    m_wantedTime = time;
    m_wanted = true;
    setOpen(true);
}

void ReplayControl::showTime()
{
    const QDateTime time = m_bar->time();
    m_graph->setReplay(time, tr("Replay %1").arg(timeText(time, m_display.timeStyle(), m_clock.now())));
    Q_EMIT timeShown(time);
}

QJsonObject ReplayControl::saveState() const
{
    return {{u"open"_s, m_wanted}, {u"speed"_s, int(m_bar->speed())}};
}

void ReplayControl::restoreState(const QJsonObject &state)
{
    m_bar->setSpeed(GraphReplayBar::Speed(state.value("speed"_L1).toInt()));
    m_wanted = state.value("open"_L1).toBool();
    setOpen(m_wanted && m_action->isEnabled());
}

} // namespace podium
