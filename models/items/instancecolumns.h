// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/items/itemtexts.h"
#include "models/services/instanceservice.h"

#include <QVariant>

#include <optional>

namespace podium {

/// The columns of every list of instances, and what stands in their cells.
enum class InstanceColumn {
    Workflow,
    Id,
    BusinessKey,
    State,
    Started,
    Duration,
    LastUpdate,
    Ended,
    Version,
    CreatedBy,
    UpdatedBy,
    Parent,
    Root
};
inline constexpr int kInstanceColumns = 13;

/// `nowUtc` gives the running ones their duration.
QVariant instanceData(const WorkflowInstance &instance, InstanceColumn column, int role, const ItemTexts &texts,
                      const QDateTime &nowUtc);
QVariant instanceHeader(InstanceColumn column, int role);

/// Milliseconds from start to end, or to now while it runs; -1 when not known.
qint64 durationOf(const WorkflowInstance &instance, const QDateTime &nowUtc);

/// How the server can sort by a column; nothing where it cannot.
std::optional<InstanceQuery::Order> orderFor(InstanceColumn column, Qt::SortOrder wanted);
InstanceColumn columnOf(InstanceQuery::Order order);
Qt::SortOrder directionOf(InstanceQuery::Order order);

/// Whether the server would list `instance` for `query`, as far as a row tells.
FilterMatch matchOf(const WorkflowInstance &instance, const InstanceQuery &query, const QDateTime &nowUtc);

} // namespace podium
