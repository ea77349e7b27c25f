// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/heatcontrol.h"

#include "models/core/clock.h"
#include "models/items/itemtexts.h"
#include "ui/graph/graphheatlegend.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOff = -1;

} // namespace

HeatControl::HeatControl(const PageContext &context, GraphView *graph, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_graph(graph)
    , m_page(page)
    , m_legend(new GraphHeatLegend)
    , m_reader(context.console.instances)
{
    makeChoice(page);
    m_legend->hide();
    m_legend->setCount(m_count);
    graph->setFooter(m_legend);
    page->installEventFilter(this);
    connectLegend();
    connectReader();
    showMeasure();
    connect(graph, &GraphView::heatChanged, m_legend, &GraphHeatLegend::setScale);
    connect(&context.display, &DisplaySettings::changed, this, &HeatControl::showFacts);
    connect(&context.display, &DisplaySettings::timesAged, this, &HeatControl::showFacts);
}

void HeatControl::makeChoice(QWidget *page)
{
    m_menu = std::make_unique<QMenu>();
    m_choices = new QActionGroup(this);
    const auto add = [this](const QString &text, int measure) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setData(measure);
        m_choices->addAction(action);
    };
    add(tr("&Off"), kOff);
    m_menu->addSeparator();
    add(tr("&Runs"), int(HeatMeasure::Runs));
    add(tr("&Failures"), int(HeatMeasure::Failures));
    add(tr("&Duration"), int(HeatMeasure::Duration));
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int measure = action->data().toInt();
        setMeasure(measure == kOff ? std::nullopt : std::optional(HeatMeasure(measure)));
    });
    m_tool = new QAction(themedIcon(u"heat"_s), tr("Colour by the last runs"), this);
    m_tool->setMenu(m_menu.get());
    m_tool->setCheckable(true); // looks pressed while colours are on
    m_graph->addTool(m_tool);
    // The shortcut goes through the choices; the menu is for the mouse and for the Tab key.
    auto *step = new QAction(tr("Next colours of the graph"), this);
    step->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    step->setShortcutContext(Qt::WindowShortcut);
    connect(step, &QAction::triggered, this, &HeatControl::next);
    page->addAction(step);
    m_tool->setToolTip(tr("%1 (%2)").arg(m_tool->text(), step->shortcut().toString(QKeySequence::NativeText)));
}

void HeatControl::connectLegend()
{
    connect(m_legend, &GraphHeatLegend::measureChosen, this, [this](HeatMeasure measure) { setMeasure(measure); });
    connect(m_legend, &GraphHeatLegend::countChosen, this, [this](int count) {
        if (std::exchange(m_count, count) != count)
            refresh();
    });
    connect(m_legend, &GraphHeatLegend::refreshRequested, this, &HeatControl::refresh);
    connect(m_legend, &GraphHeatLegend::stopRequested, &m_reader, &HeatReader::stop);
    connect(m_legend, &GraphHeatLegend::closeRequested, this, [this] {
        setMeasure(std::nullopt);
        m_graph->setFocus();
    });
}

void HeatControl::connectReader()
{
    connect(&m_reader, &HeatReader::progressed, this,
            [this] { m_legend->setReading(true, static_cast<int>(m_reader.runs().size()), m_reader.wanted()); });
    connect(&m_reader, &HeatReader::finished, this, [this] {
        m_readAt = m_context.console.clock.now();
        m_runs = m_reader.runs();
        m_skipped = m_reader.skipped();
        m_legend->setReading(false);
        showFacts();
        if (m_measure)
            m_graph->setHeat(m_definition.nodes, m_runs, *m_measure);
    });
    connect(&m_reader, &HeatReader::failed, this, [this](const Error &error) {
        m_stale = true;
        m_legend->setReading(false);
        m_legend->setProblem(error);
    });
}

void HeatControl::setDefinition(const WorkflowDefinition &definition)
{
    const bool other =
        !m_hasDefinition || definition.id != m_definition.id || definition.version != m_definition.version;
    m_definition = definition;
    m_hasDefinition = true;
    if (other)
        m_stale = true;
    readIfNeeded();
}

void HeatControl::refresh()
{
    m_stale = true;
    readIfNeeded();
}

void HeatControl::setMeasure(std::optional<HeatMeasure> measure)
{
    if (measure == m_measure)
        return;
    const bool wasOff = !m_measure;
    m_measure = measure;
    showMeasure();
    if (!measure) {
        if (m_reader.isReading())
            m_stale = true;
        m_reader.cancel();
        m_legend->setReading(false);
        return m_graph->clearHeat();
    }
    if (wasOff && m_readAt.isValid())
        m_graph->setHeat(m_definition.nodes, m_runs, *measure);
    else
        m_graph->setHeatMeasure(*measure);
    readIfNeeded();
}

void HeatControl::next()
{
    if (!m_measure)
        setMeasure(HeatMeasure::Runs);
    else if (*m_measure == HeatMeasure::Duration)
        setMeasure(std::nullopt);
    else
        setMeasure(HeatMeasure(int(*m_measure) + 1));
}

void HeatControl::showMeasure()
{
    for (QAction *action : m_choices->actions())
        action->setChecked(action->data().toInt() == (m_measure ? int(*m_measure) : kOff));
    if (m_measure)
        m_legend->setMeasure(*m_measure);
    m_tool->setChecked(m_measure.has_value());
    m_legend->setVisible(m_measure.has_value());
}

// ---- reading ----

void HeatControl::readIfNeeded()
{
    if (m_stale && m_measure && m_hasDefinition && m_page->isVisible())
        read();
}

void HeatControl::read()
{
    m_stale = false;
    m_legend->clearProblem();
    m_reader.start(m_definition.id, m_definition.version, m_count);
}

void HeatControl::showFacts()
{
    if (!m_readAt.isValid())
        return m_legend->setFacts({});
    const QString when = timeText(m_readAt, m_context.display.timeStyle(), m_context.console.clock.now());
    const auto shown = static_cast<int>(m_runs.size());
    const QString facts = shown > 0        ? tr("%n run(s)", nullptr, shown)
                          : m_skipped == 0 ? tr("No runs yet")
                                           : tr("No runs of this version yet");
    QStringList more;
    if (!m_definition.version.isEmpty())
        more << tr("Runs of version %1 only").arg(singleLine(m_definition.version, 40));
    if (m_skipped > 0)
        more << tr("%n run(s) of other versions were left out", nullptr, m_skipped);
    m_legend->setFacts(tr("%1 · read %2", "how many runs · when").arg(facts, when), more.join(u'\n'));
}

bool HeatControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        readIfNeeded();
    return QObject::eventFilter(watched, event);
}

// ---- state ----

QJsonObject HeatControl::saveState() const
{
    return {{u"measure"_s, m_measure ? int(*m_measure) : kOff}, {u"runs"_s, m_count}};
}

void HeatControl::restoreState(const QJsonObject &state)
{
    if (const int count = state.value("runs"_L1).toInt(); GraphHeatLegend::counts().contains(count)) {
        m_count = count;
        m_legend->setCount(count);
    }
    const int measure = state.value("measure"_L1).toInt(kOff);
    if (measure >= int(HeatMeasure::Runs) && measure <= int(HeatMeasure::Duration))
        setMeasure(HeatMeasure(measure));
}

} // namespace podium
