// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"

#include <QHash>

namespace podium {

struct GraphModel;

/// Where the visits of a compiled node belong in a timeline.
struct NodePlace
{
    enum class Kind {
        Boundary, ///< where the run begins or ends
        State,    ///< a state that is one node, or the node that opens and closes around a state
        Branch,   ///< composite of a parallel branch
        Action,
        Part,     ///< the sleep of an action, an event that a state waits for
        Caught,   ///< entered when an error of the state was caught
        Internal, ///< means nothing to an operator
    };

    Kind kind = Kind::Internal;
    QString state; ///< "" for nodes that belong to none
    QString branch;
    QString action;
    QString container;    ///< NodeDefinition::uniqueId of the node in whose visits these lie; "" at the top
    int order = 0;        ///< in the numbering of the compiler
    bool frame = false;   ///< its time is that of the nodes in it
    bool repeats = false; ///< a loop over a collection: what lies in it is visited once for each item
    bool waits = false;   ///< for a moment, an event or a message: nothing is worked on
};

/// By NodeDefinition::uniqueId. State, branch and action come from the definition; what names none is placed by the
/// numbering of the compiler, which numbers a composite, what is in it and its end one after the other (as observed on
/// Kogito 10.1). Only the events and the timer of an event switch need the graph of the workflow; without it (null)
/// they stand alone. Never by a node's name alone. Any thread.
QHash<QString, NodePlace> placesOf(const QList<NodeDefinition> &definitions, const GraphModel *graph = nullptr);

/// Node types whose time is waiting, in the words of the server.
bool isWaitingType(const QString &type);
/// Types that hold other nodes.
bool isFrameType(const QString &type);

} // namespace podium
