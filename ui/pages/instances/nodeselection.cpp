// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/nodeselection.h"

#include "ui/graph/graphview.h"
#include "ui/pages/instances/instancesource.h"
#include "ui/pages/instances/jobsview.h"
#include "ui/pages/instances/timelineview.h"
#include "ui/pages/parts/sourceview.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QTabWidget>

namespace podium {

using namespace Qt::StringLiterals;

NodeSelection::NodeSelection(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.timeline, &TimelineView::selected, this, &NodeSelection::fromTimeline);
    connect(parts.timeline, &TimelineView::nodeMenuRequested, this, &NodeSelection::openMenu);
    connect(parts.graph, &GraphView::stateSelected, this, &NodeSelection::fromGraph);
    connect(parts.graph, &GraphView::stateActivated, this, [this](const QString &state, int line) {
        if (state.isEmpty())
            return showLine(line); // of a problem
        fromGraph(state);
        showSource(state);
    });
    connect(parts.source, &InstanceSource::stateActivated, this, &NodeSelection::fromSource);
}

void NodeSelection::fromTimeline()
{
    const TimelineRow *row = m_parts.timeline->currentRow();
    m_parts.graph->selectState(row ? row->state : QString());
    if (row)
        m_parts.source->showPart(row->state, row->branch, row->action);
    else
        m_parts.source->showPart({}, {}, {});
}

void NodeSelection::fromGraph(const QString &state)
{
    m_parts.timeline->selectState(state);
    m_parts.source->showPart(state, {}, {});
}

void NodeSelection::fromSource(const QString &state)
{
    m_parts.graph->selectState(state);
    m_parts.timeline->selectState(state);
}

QString NodeSelection::stateOf(const QString &definitionId) const
{
    for (const NodeDefinition &definition : m_definitions) {
        if (definition.uniqueId == definitionId)
            return definition.state;
    }
    return {};
}

void NodeSelection::selectDefinition(const QString &definitionId)
{
    m_parts.timeline->selectDefinition(definitionId);
    const QString state = stateOf(definitionId);
    m_parts.graph->selectState(state);
    m_parts.source->showPart(state, {}, {});
}

void NodeSelection::selectVisit(const NodeInstance &visit)
{
    selectDefinition(visit.definitionId);
    m_parts.timeline->selectNode(visit.id);
}

void NodeSelection::showSource(const QString &state)
{
    if (state.isEmpty())
        return;
    m_parts.tabs->setCurrentWidget(m_parts.source);
    m_parts.source->setFocus();
}

void NodeSelection::showLine(int line)
{
    m_parts.tabs->setCurrentWidget(m_parts.source);
    m_parts.source->view()->code()->goToLine(line);
    m_parts.source->setFocus();
}

/// What can be done at a node. Actions that change something come first.
void NodeSelection::openMenu(const NodeInstance &node, const QPoint &place)
{
    const TimelineRow *row = m_parts.timeline->currentRow();
    if (!row)
        return;
    auto *menu = new QMenu(m_parts.timeline);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuAboutToOpen(menu, node);
    if (!menu->isEmpty())
        menu->addSeparator();
    QAction *source = menu->addAction(themedIcon(u"document"_s), tr("Show in the source"), this,
                                      [this, state = row->state] { showSource(state); });
    source->setEnabled(!row->state.isEmpty());
    if (row->type == "TimerNode"_L1) {
        menu->addAction(themedIcon(u"job"_s), tr("Show the job"), this, [this, id = node.id] {
            m_parts.tabs->setCurrentWidget(m_parts.jobs);
            m_parts.jobs->selectNode(id);
        });
    }
    menu->addSeparator();
    m_parts.timeline->addCopyActions(menu);
    menu->popup(place);
}

} // namespace podium
