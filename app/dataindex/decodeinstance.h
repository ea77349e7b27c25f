// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "models/services/instanceservice.h"

namespace podium {

/// A row of ProcessInstances; nullopt without an id, for then nothing can be done with it. With `detailed`, nodes,
/// variables, error and links are read as well, and moved out of `row`. Any JSON, any thread.
std::optional<WorkflowInstance> decodeInstance(Json &row, bool detailed);

/// A page: each id once, rows that cannot be read left out, the total where it was counted.
Result<InstancePage> decodeInstancePage(GraphqlAnswer &answer);
/// The same, each row with its nodes and its error.
Result<InstancePage> decodeInstanceNodesPage(GraphqlAnswer &answer);
/// The first row in detail; Kind::NotFound when there is none.
Result<WorkflowInstance> decodeInstanceDetail(GraphqlAnswer &answer);
/// CountProcessInstances0, CountProcessInstances1…: one for each range.
Result<QList<qint64>> decodeEndedCounts(GraphqlAnswer &answer, int ranges);
/// CountProcessInstances.
Result<qint64> decodeInstanceCount(GraphqlAnswer &answer);

} // namespace podium
