// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"

#include <optional>

namespace podium {

/// Which instances, in which order, from where. Empty lists mean "any".
struct InstanceQuery {
    QStringList ids;
    QStringList workflowIds;
    QList<InstanceState> states;
    QString businessKey;        ///< part of it, case as the server has it
    QString parentId;
    QDateTime updatedSince;     ///< lastUpdate at or after it; invalid for any
    enum class Order { StartDescending, StartAscending, LastUpdateDescending, EndDescending, StateAscending,
                       WorkflowAscending, WorkflowDescending, BusinessKeyAscending } order = Order::StartDescending;
    int offset = 0;
    int limit = 100; ///< always sent: without one the server would answer with everything

    bool operator==(const InstanceQuery &) const = default;
};

struct InstancePage {
    QList<WorkflowInstance> rows; ///< not detailed, unless asked for with nodes; ids unique within the page
    std::optional<qint64> total;  ///< rows of the whole query, where the server counts
};

/// Instances and what can be done to them. All calls from the UI thread; answers by deliver().
/// Actions answer once the server accepted them; its state follows: read the instance again.
class InstanceService
{
public:
    static constexpr int kMostWithNodes = 50;

    virtual ~InstanceService() = default;

    virtual Async<InstancePage> page(const InstanceQuery &query) = 0;
    /// The same with the nodes and the error of each row, for figures over many runs. Costly: no more than
    /// kMostWithNodes rows an answer.
    virtual Async<InstancePage> pageWithNodes(const InstanceQuery &query) = 0;
    /// How many instances match (offset and limit do not count); Kind::NotFound where the server cannot count.
    virtual Async<qint64> count(const InstanceQuery &query) = 0;
    /// With nodes, variables, error, parent and children.
    virtual Async<WorkflowInstance> instance(const QString &id) = 0;

    virtual Async<Done> abort(const WorkflowInstance &instance) = 0;
    virtual Async<Done> retry(const WorkflowInstance &instance) = 0; ///< only in state Error
    virtual Async<Done> skip(const WorkflowInstance &instance) = 0;  ///< only in state Error
    /// The workflow data as the service that runs the instance has it now: Data Index never shows some of what
    /// setVariables() changes within objects (observed on 10.1.0). Kind::NotFound once the instance is over.
    virtual Async<SharedJson> liveVariables(const WorkflowInstance &instance) = 0;
    /// Merges `patch` into the workflow data; see mergePatchOf() for what that can change. Only while the instance is
    /// not over. Goes to the service that runs it.
    virtual Async<Done> setVariables(const WorkflowInstance &instance, const SharedJson &patch) = 0;
};

} // namespace podium
