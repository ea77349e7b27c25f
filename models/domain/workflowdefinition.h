// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace podium {

/// A node as the runtime compiled it. The link from a NodeInstance to the state of the workflow file:
/// NodeInstance::definitionId = uniqueId, then state / branch / action.
struct NodeDefinition {
    QString id;
    QString name;
    QString type;
    QString uniqueId;
    QString state;  ///< name of the workflow state, "" for nodes that belong to none
    QString branch; ///< parallel branch, "" when none
    QString action; ///< action within the state, "" when none

    /// Nodes the compiler added, which mean nothing to an operator (Script, EmbeddedStart, EmbeddedEnd).
    bool isInternal() const;
};

/// A deployed workflow definition; id and version together are the key.
struct WorkflowDefinition {
    QString id;
    QString version;
    QString name;
    QString description;
    QString type;       ///< "SW" for Serverless Workflow
    QString endpoint;   ///< as the server told it, e.g. http://host/workflowId
    QString serviceUrl; ///< as the server told it: map it through the environment before use
    QStringList annotations;
    SharedJson metadata;
    QList<NodeDefinition> nodes; ///< only after WorkflowCatalog::definition()

    QString displayName() const { return name.isEmpty() ? id : name; }
};

/// The JSON Schemas of a workflow's input and output; null where it has none.
struct WorkflowSchemas {
    SharedJson input;
    SharedJson output;
};

/// The text of a definition as deployed.
struct WorkflowSource {
    QString fileName; ///< "greet.sw.yaml"; may be empty
    QByteArray text;
};

/// Whether a run can be started now, and why not.
struct Availability {
    enum class State { Unknown, Checking, Available, Unavailable } state = State::Unknown;
    QString reason; ///< translated, for Unavailable
    bool operator==(const Availability &) const = default;
};

} // namespace podium

Q_DECLARE_METATYPE(podium::WorkflowDefinition)
