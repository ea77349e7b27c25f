// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <QSet>

#include <vector>

namespace podium {

/// What a server tells of a run, by node of the graph.
struct RunFacts
{
    std::vector<std::vector<qint64>> entered; ///< when, in ms, ascending; repetitions of a failed visit left out
    std::vector<bool> failed;
};

/// Indexes into GraphModel::edges and nodes.
struct RunPath
{
    QSet<int> taken;   ///< edges that the run followed, those inside groups and compensations left out
    QSet<int> left;    ///< nodes that it went on from
    QSet<int> handled; ///< nodes whose error led on
};

/// The run as a walk from the start: from each node on to the neighbour that was entered next. Where several were
/// entered in the same millisecond, the one from which the others can be reached comes first, and a failed node goes on
/// by its error. Conditions that lead to the same state cannot be told apart, so all of them count as taken. Any
/// thread.
RunPath followRun(const GraphModel &model, const RunFacts &facts);

} // namespace podium
