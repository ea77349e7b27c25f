// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workflow/sourcespan.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace podium {

struct WorkflowDocument;

/// A small mark on a node: a timeout, a retry, a compensation…
struct GraphBadge
{
    enum class Kind { Timeout, Retry, Compensation, Condition, Problem, Async };
    Kind kind;
    QString text; ///< plain text
    bool operator==(const GraphBadge &) const = default;
};

/// A box of the graph: a state, a part of one, or where the run begins and ends. All texts are plain text.
struct GraphNode
{
    enum class Kind {
        Start,
        End,
        Operation,
        Inject,
        Switch,
        Event,
        ForEach,
        Callback,
        Parallel,
        Sleep,
        UnknownState,
        Branch,       ///< of a parallel state
        EventHandler, ///< one entry of onEvents
        Action,       ///< calls a function
        EventAction,  ///< produces an event, waits for one
        SubFlow,      ///< runs another workflow
        EventWait,    ///< waits for an event
        Missing,      ///< stands for a state that a transition names and nobody defined
    };
    /// How the nodes inside a group are arranged.
    enum class Arrangement {
        Stack, ///< one after the other
        Row,   ///< side by side: they run at the same time, or one of them runs
        Flow,  ///< by the edges between them
    };

    QString id; ///< stable: made of the names of state, branch and action, see nodeId()
    Kind kind = Kind::UnknownState;
    QString title;
    QString subtitle;
    QString stateName;   ///< the state it is or belongs to; "" for Start and Missing
    QString branchName;  ///< the parallel branch it is or belongs to
    QString actionName;  ///< as the compiler names it in NodeDefinition::action; "" when it is no action
    QStringList events;  ///< names of the events it waits for
    QString subWorkflow; ///< id of the workflow that it runs, "" when it runs none
    QStringList details; ///< "Label: text", for the tooltip and the side panel
    QList<GraphBadge> badges;
    QString parentGroup;                          ///< id of the group it lies in, "" at the top
    int parent = -1;                              ///< index of that group
    Arrangement arrangement = Arrangement::Stack; ///< of its content, where it is a group
    bool isGroup = false;
    bool isState = false;
    bool broken = false; ///< something in it refers to what is not there
    int sourceLine = 0;  ///< 1-based, 0 when unknown
    SourceSpan span;
    size_t digest = 0; ///< of the texts in full: the ones above are cut to a length that can be shown
    int hiddenInside = 0; ///< parts that a fold hides in it; then it is no group, see collapse.h
    int hiddenAfter = 0;  ///< states that a fold hides behind it

    bool canFold() const { return isGroup || hiddenInside > 0; }
};

struct GraphEdge
{
    enum class Kind { Transition, Condition, EventCondition, Default, Error, Compensation, Inner };
    int from = -1; ///< index into GraphModel::nodes
    int to = -1;
    Kind kind = Kind::Transition;
    QString label;  ///< short; lines split by '\n'
    QString detail; ///< everything there is to say, for the tooltip; lines split by '\n'
    int sourceLine = 0;
    size_t digest = 0; ///< of the texts in full
};

/// The workflow as nodes and edges, without geometry. Groups come before what they contain.
struct GraphModel
{
    QString title;
    QList<GraphNode> nodes;
    QList<GraphEdge> edges; ///< between nodes of the same group
    QHash<QString, int> indexOfId;

    int indexOf(const QString &id) const { return indexOfId.value(id, -1); }
    /// Index of the node of a state; the first one where names are not unique. -1 when there is none.
    int stateIndex(const QString &stateName) const { return indexOf(stateId(stateName)); }
    static QString stateId(const QString &stateName);
};

/// Builds the graph. Any definition gives one: what is broken is marked. Any thread.
GraphModel buildGraph(const WorkflowDocument &document);

} // namespace podium
