// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/graph/graphdiff.h"
#include "models/graph/overlay.h"
#include "models/workflow/workflowdocument.h"

#include <QByteArray>
#include <QString>

namespace podium {

struct FoldMap;

/// Which of two runs, A and B, came by.
enum class RunShare { Neither, OnlyA, OnlyB, Both };

QString displayName(RunShare share); ///< translated: "Only A"

/// What two runs did at the nodes and edges of one graph.
struct RunPair
{
    GraphOverlay a;
    GraphOverlay b;

    RunShare shareOfNode(const QString &nodeId) const;
    RunShare shareOfEdge(int edge) const;
    bool operator==(const RunPair &) const = default;
};

RunPair foldRuns(const RunPair &runs, const GraphModel &whole, const FoldMap &map); ///< see foldOverlay()

/// The definition that a run follows, as far as the server has it.
struct RunDefinition
{
    QByteArray source;           ///< empty where the server does not keep it
    QList<NodeDefinition> nodes; ///< empty where the definition is gone
};

/// One graph for two runs of one workflow. Runs of two versions share the graph of both as one: a state has one node
/// where both versions have a state of that name.
struct RunsGraph
{
    GraphModel model;
    QList<WorkflowProblem> problems;
    QHash<QString, NodeTarget> targetsA; ///< of A's compiled nodes
    QHash<QString, NodeTarget> targetsB;
    QList<GraphChange> changes; ///< by node: of two versions, Removed is only in A's, Added only in B's; else empty
    /// Made from the texts of both. Where not, the nodes are the states that the compiled nodes name, or else the
    /// names of the visits, without edges: to be listed, not to be drawn.
    bool drawn = false;
};

/// sameVersion: both runs follow one definition, and only A's is looked at. Fails on nothing; any thread.
RunsGraph graphOfRuns(const RunDefinition &a, const RunDefinition &b, bool sameVersion, const WorkflowInstance &runA,
                      const WorkflowInstance &runB);

/// Lays both runs over it. Any thread.
RunPair layRuns(const RunsGraph &graph, const WorkflowInstance &runA, const WorkflowInstance &runB);

/// A state in both runs.
struct ComparedState
{
    int node = -1; ///< index into the model
    QString nodeId;
    QString stateName;
    QString title;
    RunShare share = RunShare::Neither;
    NodeOverlay a; ///< Pending where the run did not come by
    NodeOverlay b;
    /// Removed: only A's version has the state; Added: only B's.
    GraphChange change = GraphChange::Same;
    bool operator==(const ComparedState &) const = default;
};

/// All states, and the parts of states that only one of the runs took, in the order of the definition.
QList<ComparedState> comparedStates(const RunsGraph &graph, const RunPair &runs);

/// How long a run was at a node in all; what is still open counts until `nowUtc`. -1 where nothing is known.
qint64 timeAt(const NodeOverlay &overlay, const QDateTime &nowUtc);
/// B's time less A's, where a run that was not there took none; nothing where a time is not known.
std::optional<qint64> timeDifference(const ComparedState &state, const QDateTime &nowUtc);

} // namespace podium
