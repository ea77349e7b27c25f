// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/subrunopener.h"

#include "models/graph/subruns.h"
#include "models/items/familymodel.h"
#include "ui/graph/graphview.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"

#include <QCursor>
#include <QMenu>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostInMenu = 20;
} // namespace

SubRunOpener::SubRunOpener(const PageContext &context, GraphView *graph, FamilyModel *family, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_graph(graph)
    , m_family(family)
{
    connect(graph, &GraphView::partActivated, this, &SubRunOpener::openNode);
    connect(graph, &GraphView::nodeMenuRequested, this, &SubRunOpener::fillNodeMenu);
    connect(graph, &GraphView::painted, this, [this] {
        if (m_graph->graph() != m_whole)
            tellStarters();
    });
    connect(family, &FamilyModel::childrenChanged, this, &SubRunOpener::tellStarters);
}

void SubRunOpener::setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions)
{
    if (definitions.constData() != m_definitions.constData())
        m_whole.reset();
    m_instance = instance;
    m_definitions = definitions;
    if (!m_family->children().isEmpty())
        tellStarters();
}

// False while the graph or the definition is not read: then nothing can be said.
bool SubRunOpener::prepare()
{
    const SharedWhole &whole = m_graph->graph();
    if (!whole || m_definitions.isEmpty())
        return false;
    if (whole != m_whole) {
        m_whole = whole;
        m_targets = mapNodes(whole->model, m_definitions);
    }
    return true;
}

void SubRunOpener::tellStarters()
{
    const QList<WorkflowInstance> children = m_family->children();
    if (children.isEmpty() || !prepare())
        return;
    const SubRuns runs{m_whole->model, m_targets, m_instance, children};
    QHash<QString, QString> names;
    for (const WorkflowInstance &child : children) {
        QStringList states;
        for (const int node : runs.startersOf(child)) {
            const GraphNode &starter = m_whole->model.nodes.at(node);
            states << (starter.stateName.isEmpty() ? starter.title : starter.stateName);
        }
        states.removeDuplicates();
        if (!states.isEmpty())
            names.insert(child.id, states.join(tr(" or ", "between states of which one started a run")));
    }
    m_family->setStarters(names);
}

void SubRunOpener::openNode(int node)
{
    const QList<WorkflowInstance> children = m_family->children();
    if (!prepare() || node < 0 || node >= m_whole->model.nodes.size())
        return;
    const SubRuns runs{m_whole->model, m_targets, m_instance, children};
    if (runs.runsOthers(node))
        openOneOf(runs.startedAt(node));
}

void SubRunOpener::fillNodeMenu(QMenu *menu, int node)
{
    const QList<WorkflowInstance> children = m_family->children();
    if (!prepare() || node < 0 || node >= m_whole->model.nodes.size())
        return;
    const SubRuns runs{m_whole->model, m_targets, m_instance, children};
    if (runs.runsOthers(node))
        addRuns(menu, runs.startedAt(node));
}

void SubRunOpener::openVisit(const QString &visitId)
{
    const QList<WorkflowInstance> children = m_family->children();
    if (!prepare())
        return;
    const QList<WorkflowInstance> started = SubRuns{m_whole->model, m_targets, m_instance, children}.startedBy(visitId);
    if (!started.isEmpty())
        openOneOf(started);
}

void SubRunOpener::fillVisitMenu(QMenu *menu, const QString &visitId)
{
    const QList<WorkflowInstance> children = m_family->children();
    if (!prepare())
        return;
    const QList<WorkflowInstance> started = SubRuns{m_whole->model, m_targets, m_instance, children}.startedBy(visitId);
    if (!started.isEmpty())
        addRuns(menu, started);
}

QString SubRunOpener::describe(const WorkflowInstance &run) const
{
    const QString time = viewTexts(m_context.display, m_context.console.clock).timeOf(run.start);
    const QString which = run.businessKey.isEmpty() ? run.id.left(8) : run.businessKey;
    return tr("%1 \u00B7 %2 \u00B7 started %3", "a run: key, state, time")
        .arg(singleLine(which, 60), displayName(run.state), time)
        .replace(u'&', "&&"_L1);
}

void SubRunOpener::addRuns(QMenu *menu, const QList<WorkflowInstance> &runs)
{
    const auto open = [this](const QString &id) { m_context.navigator.open(Location{u"instance"_s, id, {}}); };
    menu->addSeparator();
    if (runs.isEmpty()) {
        menu->addAction(tr("It started no run that is known"))->setEnabled(false);
        return;
    }
    if (runs.size() == 1) {
        menu->addAction(themedIcon(u"subflow"_s), tr("Open the run it started"), this,
                        [open, id = runs.first().id] { open(id); });
        return;
    }
    menu->addSection(tr("Open one of the runs it may have started"));
    for (const WorkflowInstance &run : runs.mid(0, kMostInMenu))
        menu->addAction(themedIcon(u"subflow"_s), describe(run), this, [open, id = run.id] { open(id); });
    if (runs.size() > kMostInMenu || m_family->hasMoreChildren())
        menu->addAction(tr("Show all in Related"), this, &SubRunOpener::familyRequested);
}

void SubRunOpener::openOneOf(const QList<WorkflowInstance> &runs)
{
    if (runs.size() == 1)
        return m_context.navigator.open(Location{u"instance"_s, runs.first().id, {}});
    if (runs.isEmpty())
        return m_context.navigator.showMessage(tr("It started no run that is known"));
    auto *menu = new QMenu(m_graph);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRuns(menu, runs);
    menu->popup(QCursor::pos());
}

} // namespace podium
