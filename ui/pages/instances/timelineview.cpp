// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/timelineview.h"

#include "models/core/clock.h"
#include "models/timeline/timelinetable.h"
#include "models/timeline/timelinetexts.h"
#include "ui/pages/instances/nodedataview.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinesource.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listexport.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kZoomStep = 1.5;

} // namespace

TimelineView::TimelineView(DisplaySettings &display, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_clock(clock)
    , m_source(new TimelineSource(this))
    , m_chart(new TimelineChart)
    , m_data(new NodeDataView)
    , m_summary(captionLabel({}))
    , m_collapse(new QAction(tr("Draw long waits short"), this))
    , m_internal(new QAction(tr("Show internal nodes"), this))
{
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_chart);
    split->addWidget(m_data);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    m_states = new StateView(split);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_states, 1);
    setFocusProxy(m_chart);
    connect(m_source, &TimelineSource::changed, this, &TimelineView::showTimeline);
    connectChart();
    connect(&display, &DisplaySettings::changed, this, &TimelineView::showDisplay);
    connect(&display, &DisplaySettings::timesAged, this, &TimelineView::showDisplay);
    showDisplay();
}

QWidget *TimelineView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::xs, space::s, space::xs);
    row->setSpacing(2);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    const auto add = [&](const QString &icon, const QString &name) {
        QToolButton *button = iconButton(icon, name, bar);
        row->addWidget(button);
        return button;
    };
    connect(add(u"zoom-out"_s, tr("Zoom out (−)")), &QToolButton::clicked, this,
            [this] { m_chart->zoomBy(1 / kZoomStep); });
    connect(add(u"zoom-in"_s, tr("Zoom in (+)")), &QToolButton::clicked, this, [this] { m_chart->zoomBy(kZoomStep); });
    connect(add(u"fit"_s, tr("Show all (0)")), &QToolButton::clicked, m_chart, &TimelineChart::fit);

    QToolButton *shown = add(u"eye"_s, tr("What the timeline shows"));
    auto *options = new QMenu(shown);
    for (QAction *each : {m_collapse, m_internal}) {
        each->setCheckable(true);
        options->addAction(each);
    }
    m_collapse->setChecked(true);
    m_collapse->setToolTip(tr("Time in which nothing moves takes little room"));
    m_internal->setToolTip(tr("Nodes that the compiler of the runtime added"));
    options->setToolTipsVisible(true);
    shown->setMenu(options);
    shown->setPopupMode(QToolButton::InstantPopup);
    connect(m_collapse, &QAction::toggled, m_chart, &TimelineChart::setCollapseWaiting);
    connect(m_internal, &QAction::toggled, m_chart, &TimelineChart::setShowInternal);

    QToolButton *copying = add(u"copy"_s, tr("Copy"));
    auto *copies = new QMenu(copying);
    copying->setMenu(copies);
    copying->setPopupMode(QToolButton::InstantPopup);
    addCopyActions(copies);
    return bar;
}

void TimelineView::connectChart()
{
    connect(m_chart, &TimelineChart::rowSelected, this, [this] {
        m_wantedNode.clear();
        m_wantedDefinition.clear();
        showData();
        Q_EMIT selected();
    });
    connect(m_chart, &TimelineChart::rowActivated, this, [this] {
        Q_EMIT selected();
        if (const NodeInstance *visit = currentNode())
            Q_EMIT visitActivated(NodeInstance(*visit));
    });
    connect(m_chart, &TimelineChart::menuRequested, this, [this](int, const QPoint &place) {
        const NodeInstance *node = currentNode();
        Q_EMIT nodeMenuRequested(node ? *node : NodeInstance(), place);
    });
    connect(m_chart, &TimelineChart::timePicked, this, &TimelineView::timePicked);
    connect(m_chart, &TimelineChart::painted, this, &TimelineView::painted);
    auto *copyRow = new QAction(this);
    copyRow->setShortcut(QKeySequence::Copy);
    copyRow->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRow, &QAction::triggered, this, [this] { copy(false, RowFormat::AsText); });
    m_chart->addAction(copyRow);
}

// ---- content ----

void TimelineView::setDefinitions(const QList<NodeDefinition> &definitions)
{
    m_source->setDefinitions(definitions);
}

void TimelineView::setDefinitionText(const QByteArray &text)
{
    m_source->setDefinitionText(text);
}

void TimelineView::setInstance(const WorkflowInstance &instance)
{
    m_source->setInstance(instance);
}

void TimelineView::showTimeline(const SharedTimeline &timeline)
{
    m_chart->setTimeline(timeline, m_clock.now());
    if (!m_wantedNode.isEmpty() && timeline->rowOfVisit(m_wantedNode) >= 0)
        selectRow(timeline->rowOfVisit(std::exchange(m_wantedNode, {})));
    else if (!m_wantedDefinition.isEmpty() && timeline->rowOfDefinition(m_wantedDefinition) >= 0)
        selectRow(timeline->rowOfDefinition(std::exchange(m_wantedDefinition, {})));
    showData();
    showSummary();
}

void TimelineView::setNow(const QDateTime &nowUtc)
{
    m_chart->setNow(nowUtc);
    if (m_chart->timeline() && m_chart->timeline()->moves)
        showSummary();
}

void TimelineView::showSummary()
{
    const SharedTimeline &timeline = m_chart->timeline();
    if (!timeline || timeline->rows.isEmpty()) {
        m_summary->clear();
        m_states->showEmpty(u"clock"_s, tr("No node was reached yet"), tr("What the instance does appears here."));
        return;
    }
    m_states->showContent();
    m_summary->setText(timelineSummary(*timeline, m_chart->texts(), m_chart->now()));
}

void TimelineView::showData()
{
    const TimelineRow *row = currentRow();
    m_data->setNode(currentNode(), row ? rowName(*row) : QString());
}

void TimelineView::showDisplay()
{
    m_chart->setTexts(viewTexts(m_display, m_clock));
    m_chart->setTimeStyle(m_display.timeStyle());
    m_chart->setDensity(m_display.density());
}

// ---- selection ----

const TimelineRow *TimelineView::currentRow() const
{
    return m_chart->current() < 0 ? nullptr : &m_chart->timeline()->rows.at(m_chart->current());
}

const NodeInstance *TimelineView::currentNode() const
{
    const TimelineRow *row = currentRow();
    return row && row->visit >= 0 ? &m_chart->timeline()->visits.at(row->visit) : nullptr;
}

void TimelineView::selectRow(int row)
{
    m_chart->select(row, false);
    showData();
}

void TimelineView::selectState(const QString &stateName)
{
    m_wantedNode.clear();
    m_wantedDefinition.clear();
    const TimelineRow *row = currentRow();
    if (!m_chart->timeline() || (!stateName.isEmpty() && row && row->state == stateName))
        return;
    selectRow(m_chart->timeline()->rowOfState(stateName));
}

void TimelineView::selectDefinition(const QString &definitionId)
{
    const int row = m_chart->timeline() ? m_chart->timeline()->rowOfDefinition(definitionId) : -1;
    m_wantedDefinition = row < 0 ? definitionId : QString();
    selectRow(row);
}

void TimelineView::selectNode(const QString &nodeInstanceId)
{
    const int row = m_chart->timeline() ? m_chart->timeline()->rowOfVisit(nodeInstanceId) : -1;
    m_wantedNode = row < 0 ? nodeInstanceId : QString();
    selectRow(row);
}

// ---- copying ----

void TimelineView::addCopyActions(QMenu *menu)
{
    QAction *one =
        menu->addAction(themedIcon(u"copy"_s), tr("Copy the node"), this, [this] { copy(false, RowFormat::AsText); });
    one->setEnabled(m_chart->current() >= 0);
    connect(menu, &QMenu::aboutToShow, one, [this, one] { one->setEnabled(m_chart->current() >= 0); });
    menu->addAction(tr("Copy all as text"), this, [this] { copy(true, RowFormat::AsText); });
    menu->addAction(tr("Copy all as CSV"), this, [this] { copy(true, RowFormat::AsCsv); });
    menu->addAction(tr("Copy all as JSON"), this, [this] { copy(true, RowFormat::AsJson); });
}

void TimelineView::copy(bool all, RowFormat format)
{
    const SharedTimeline &timeline = m_chart->timeline();
    if (!timeline || (!all && m_chart->current() < 0))
        return;
    QList<int> rows;
    for (int i = 0; i < timeline->rows.size(); ++i) {
        if (all ? m_chart->showInternal() || !timeline->rows.at(i).internal : i == m_chart->current())
            rows << i;
    }
    QList<int> columns;
    for (int i = 0; i < TimelineTable::ColumnCount; ++i)
        columns << i;
    TimelineTable table;
    table.setTimeline(timeline, m_chart->texts(), m_chart->now());
    QGuiApplication::clipboard()->setText(exportRows(table, rows, columns, format));
}

QJsonObject TimelineView::saveState() const
{
    return {{u"collapse"_s, m_collapse->isChecked()},
            {u"internal"_s, m_internal->isChecked()},
            {u"names"_s, m_chart->nameWidth()}};
}

void TimelineView::restoreState(const QJsonObject &state)
{
    m_collapse->setChecked(state.value("collapse"_L1).toBool(true));
    m_internal->setChecked(state.value("internal"_L1).toBool());
    if (const int names = state.value("names"_L1).toInt(); names > 0)
        m_chart->setNameWidth(names);
}

} // namespace podium
