// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace podium {

/// State of an instance as Data Index names it. Unknown: a word this version of Podium does not know.
enum class InstanceState { Pending, Active, Completed, Aborted, Suspended, Error, Unknown };

InstanceState instanceStateFromWord(const QString &word); ///< "ACTIVE" → Active
QString wordOf(InstanceState state);                      ///< Active → "ACTIVE"
QString displayName(InstanceState state);                 ///< translated
bool isFinal(InstanceState state);                        ///< completed or aborted: it will not move again

/// One visit of a node. Times are UTC, to the millisecond; an invalid time is one the server did not tell.
struct NodeInstance {
    QString id;
    QString name;
    QString type;         ///< "ActionNode", "TimerNode", "Split"…
    QString definitionId; ///< = NodeDefinition::uniqueId: the only link to the definition
    QString nodeId;
    QDateTime enter;
    QDateTime exit; ///< invalid while it runs; superseded visits never get one
    QString errorMessage;
    std::optional<bool> retrigger;
    QDateTime slaDueDate;
    QString cancelType;    ///< "ABORTED", "SKIPPED", "OBSOLETE", "ERROR"… since 10.2
    SharedJson inputArgs;  ///< since 10.2
    SharedJson outputArgs; ///< since 10.2
};

struct InstanceError {
    QString nodeDefinitionId;
    QString nodeInstanceId; ///< since 10.1
    QString message;

    /// Whether it happened at this visit; where the server names only the node, at any visit of it.
    bool isOf(const NodeInstance &visit) const
    {
        return nodeInstanceId.isEmpty() ? nodeDefinitionId == visit.definitionId : nodeInstanceId == visit.id;
    }
};

/// Reference to a parent or child instance.
struct InstanceLink {
    QString id;
    QString workflowId;
    QString workflowName;
    InstanceState state = InstanceState::Unknown;
};

/// A run of a workflow. In a list only the first block is filled; `detailed` tells. Times as in NodeInstance.
struct WorkflowInstance {
    QString id;
    QString workflowId;
    QString version;
    QString workflowName;
    InstanceState state = InstanceState::Unknown;
    QString businessKey;
    QDateTime start;
    QDateTime end; ///< can be set while the state is still ACTIVE (events out of order)
    QDateTime lastUpdate; ///< moves on state events only
    QString parentId;
    QString rootId;
    QString rootWorkflowId;
    QString serviceUrl; ///< as the server told it: map it through the environment before use
    QString createdBy;
    QString updatedBy;
    QStringList executionSummary;
    QDateTime slaDueDate;

    bool detailed = false;
    std::optional<InstanceError> error; ///< stays after a repair: show it only while the state is Error
    QList<NodeInstance> nodes;          ///< sorted by enter; internal nodes included
    SharedJson variables;               ///< null when not read
    std::optional<InstanceLink> parent;
    QList<InstanceLink> children;
    QString cloudEventId;
    QString cloudEventSource;
    QString identity;
    QStringList addons;

    /// Nothing will change any more: final state, or an end while the state event is still on its way.
    bool isSettled() const { return isFinal(state); }
};

} // namespace podium
