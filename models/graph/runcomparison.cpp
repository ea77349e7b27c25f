// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/runcomparison.h"

#include "models/graph/collapse.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

RunShare shareOf(bool a, bool b)
{
    return a && b ? RunShare::Both : a ? RunShare::OnlyA : b ? RunShare::OnlyB : RunShare::Neither;
}

/// The compiled nodes of a definition that is gone, as far as the visits tell: each visit is a state of its own name.
QList<NodeDefinition> nodesOfVisits(const WorkflowInstance &run)
{
    QList<NodeDefinition> nodes;
    QSet<QString> seen;
    for (const NodeInstance &visit : run.nodes) {
        if (seen.contains(visit.definitionId))
            continue;
        seen.insert(visit.definitionId);
        const QString name = visit.name.isEmpty() ? visit.definitionId : visit.name;
        NodeDefinition node{visit.nodeId, visit.name, visit.type, visit.definitionId, name, {}, {}};
        if (!node.isInternal() && visit.type != "StartNode"_L1 && visit.type != "EndNode"_L1)
            nodes.append(node);
    }
    return nodes;
}

void addState(GraphModel &model, const QString &name)
{
    const QString id = GraphModel::stateId(name);
    if (name.isEmpty() || model.indexOf(id) >= 0)
        return;
    GraphNode node;
    node.id = id;
    node.title = node.stateName = name;
    node.isState = true;
    model.indexOfId.insert(id, static_cast<int>(model.nodes.size()));
    model.nodes.append(node);
}

/// A model to be listed: the states that compiled nodes name.
GraphModel modelOfNames(const QList<NodeDefinition> &a, const QList<NodeDefinition> &b)
{
    GraphModel model;
    for (const QList<NodeDefinition> *nodes : {&a, &b}) {
        for (const NodeDefinition &node : *nodes)
            addState(model, node.state);
    }
    return model;
}

std::optional<WorkflowDocument> documentOf(const QByteArray &source)
{
    if (source.isEmpty())
        return {};
    Result<WorkflowDocument> document = readWorkflow(source);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

bool hasStates(const GraphModel &model)
{
    return std::any_of(model.nodes.cbegin(), model.nodes.cend(), [](const GraphNode &node) { return node.isState; });
}

/// False where it cannot be drawn.
bool draw(RunsGraph &graph, const QByteArray &a, const QByteArray &b, bool sameVersion)
{
    std::optional<WorkflowDocument> first = documentOf(a);
    if (!first)
        return false;
    if (sameVersion) {
        graph.model = buildGraph(*first);
        graph.problems = first->problems;
        return hasStates(graph.model);
    }
    std::optional<WorkflowDocument> second = documentOf(b);
    if (!second)
        return false;
    const GraphDifference difference = compareDefinitions(*first, *second);
    graph.model = difference.model;
    for (const GraphDifferenceItem &item : difference.nodes)
        graph.changes.append(item.change);
    return hasStates(graph.model);
}

bool isOpen(const NodeOverlay &overlay)
{
    return overlay.enter.isValid() && (overlay.state == NodeState::Running || overlay.state == NodeState::Waiting);
}

} // namespace

QString displayName(RunShare share)
{
    switch (share) {
    case RunShare::Neither:
        return QCoreApplication::translate("podium::RunShare", "Neither");
    case RunShare::OnlyA:
        return QCoreApplication::translate("podium::RunShare", "Only A");
    case RunShare::OnlyB:
        return QCoreApplication::translate("podium::RunShare", "Only B");
    case RunShare::Both:
        break;
    }
    return QCoreApplication::translate("podium::RunShare", "Both");
}

RunShare RunPair::shareOfNode(const QString &nodeId) const
{
    return shareOf(a.nodes.contains(nodeId), b.nodes.contains(nodeId));
}

RunShare RunPair::shareOfEdge(int edge) const
{
    return shareOf(a.taken.contains(edge), b.taken.contains(edge));
}

RunPair foldRuns(const RunPair &runs, const GraphModel &whole, const FoldMap &map)
{
    return {foldOverlay(runs.a, whole, map), foldOverlay(runs.b, whole, map)};
}

RunsGraph graphOfRuns(const RunDefinition &a, const RunDefinition &b, bool sameVersion, const WorkflowInstance &runA,
                      const WorkflowInstance &runB)
{
    RunsGraph graph;
    QList<NodeDefinition> nodesA = a.nodes;
    QList<NodeDefinition> nodesB = sameVersion ? a.nodes : b.nodes;
    graph.drawn = !nodesA.isEmpty() && !nodesB.isEmpty() && draw(graph, a.source, b.source, sameVersion);
    if (!graph.drawn) {
        if (nodesA.isEmpty())
            nodesA = nodesOfVisits(runA);
        if (nodesB.isEmpty())
            nodesB = nodesOfVisits(runB);
        graph.model = modelOfNames(nodesA, nodesB);
        graph.changes.clear();
    }
    graph.targetsA = mapNodes(graph.model, nodesA);
    graph.targetsB = mapNodes(graph.model, nodesB);
    return graph;
}

RunPair layRuns(const RunsGraph &graph, const WorkflowInstance &runA, const WorkflowInstance &runB)
{
    return {overlayOfTargets(graph.model, graph.targetsA, runA), overlayOfTargets(graph.model, graph.targetsB, runB)};
}

QList<ComparedState> comparedStates(const RunsGraph &graph, const RunPair &runs)
{
    QList<ComparedState> states;
    for (int i = 0; i < graph.model.nodes.size(); ++i) {
        const GraphNode &node = graph.model.nodes.at(i);
        const RunShare share = runs.shareOfNode(node.id);
        const bool differs = share == RunShare::OnlyA || share == RunShare::OnlyB;
        // A part is news where its state is one of both: else the state says it all.
        const bool part = node.parent >= 0 && differs && runs.shareOfNode(GraphModel::stateId(node.stateName)) != share;
        if (!node.isState && !part)
            continue;
        ComparedState state{
            i, node.id, node.stateName, node.title, share, runs.a.nodes.value(node.id), runs.b.nodes.value(node.id)};
        if (part)
            state.title = QCoreApplication::translate("podium::ComparedState", "%1 \u203A %2", "state, part of it")
                              .arg(node.stateName, node.title);
        if (const GraphChange change = graph.changes.value(i, GraphChange::Same);
            change == GraphChange::Added || change == GraphChange::Removed)
            state.change = change;
        states.append(state);
    }
    return states;
}

qint64 timeAt(const NodeOverlay &overlay, const QDateTime &nowUtc)
{
    if (!isOpen(overlay))
        return overlay.totalMs;
    return std::max<qint64>(overlay.totalMs, 0) + std::max<qint64>(0, overlay.enter.msecsTo(nowUtc));
}

std::optional<qint64> timeDifference(const ComparedState &state, const QDateTime &nowUtc)
{
    if (state.share == RunShare::Neither)
        return {};
    const auto timeOf = [&nowUtc](const NodeOverlay &overlay, bool there) -> qint64 {
        return there ? timeAt(overlay, nowUtc) : 0;
    };
    const qint64 a = timeOf(state.a, state.share != RunShare::OnlyB);
    const qint64 b = timeOf(state.b, state.share != RunShare::OnlyA);
    return a < 0 || b < 0 ? std::nullopt : std::optional(b - a);
}

} // namespace podium
