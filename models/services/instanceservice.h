// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/filter/instancefilter.h"

#include <optional>

namespace podium {

/// Which instances, in which order, from where: those that meet the filter and all of the rest. Empty lists mean "any".
struct InstanceQuery
{
    InstanceFilter filter; ///< what a user looks for
    QStringList ids;
    QStringList workflowIds;
    QList<InstanceState> states;
    QString parentId;
    QDateTime updatedSince;  ///< lastUpdate at or after it; invalid for any
    QStringList orIds;       ///< with updatedSince: these as well, however old
    QDateTime startedFrom;   ///< start at or after it; invalid for any
    bool withErrors = false; ///< page() tells the error of each row too: costs the server a query for each
    enum class Order {
        StartDescending,
        StartAscending,
        LastUpdateDescending,
        EndDescending,
        StateAscending,
        WorkflowAscending,
        WorkflowDescending,
        BusinessKeyAscending,
        LastUpdateAscending,
        EndAscending,
        StateDescending,
        BusinessKeyDescending,
        CreatedByAscending,
        CreatedByDescending,
        UpdatedByAscending,
        UpdatedByDescending
    } order = Order::StartDescending;
    static constexpr int kOrders = 16;
    int offset = 0;
    int limit = 100; ///< always sent: without one the server would answer with everything

    bool operator==(const InstanceQuery &) const = default;
};

struct InstancePage
{
    QList<WorkflowInstance> rows; ///< not detailed, unless asked for with nodes; ids unique within the page
    /// Rows of the whole query, where the server counts; not where it counts instances more than once (repeatsRows()).
    std::optional<qint64> total;
};

/// A time in which instances ended: `from` belongs to it, `before` does not.
struct EndedRange {
    QDateTime from;
    QDateTime before;
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
    /// How many instances match (offset and limit do not count); Kind::NotFound where the server cannot count them, or
    /// counts some of them more than once.
    virtual Async<qint64> count(const InstanceQuery &query) = 0;
    /// What the server can filter by. A query that asks for more fails with Kind::Validation.
    virtual Async<InstanceFields> filterable() { return ready<InstanceFields>(everyInstanceField()); }
    /// How many of the matching instances ended in each range, in one request; Kind::NotFound as count().
    virtual Async<QList<qint64>> countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges) = 0;
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
    /// On nodes of running instances only: a failed one refuses all but retry, skip and abort.
    virtual Async<Done> triggerNode(const WorkflowInstance &instance, const NodeDefinition &node) = 0;
    virtual Async<Done> retriggerNode(const WorkflowInstance &instance, const NodeInstance &node) = 0;
    virtual Async<Done> cancelNode(const WorkflowInstance &instance, const NodeInstance &node) = 0;
};

} // namespace podium
