// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"

#include <QList>
#include <QString>

namespace podium {

struct GraphMatch
{
    int node = -1;
    int edge = -1; ///< whose condition matches, leaving the node; -1 when the node itself matches
    bool operator==(const GraphMatch &) const = default;
};

/// Nodes whose title, text, functions, events or details hold the text, and transitions whose condition does; in the
/// order of the definition, a node before its transitions. Letter case does not matter. Any thread.
QList<GraphMatch> findInGraph(const GraphModel &model, const QString &text);

} // namespace podium
