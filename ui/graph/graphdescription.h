// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/overlay.h"
#include "ui/graph/graphpicture.h"

#include <QString>

namespace podium {

/// "Check stock, Operation": plain text, what a screen reader says first.
QString nodeName(const GraphPicture &picture, int node);
/// State of the run, what it does, where it leads: plain text, sentences.
/// `figures`: of many runs, said first; "" for none.
QString nodeDescription(const GraphPicture &picture, const GraphOverlay &overlay, int node,
                        const QString &figures = {});
/// The same for a tooltip: rich text in which every text of the definition or the server is escaped.
QString nodeToolTip(const GraphPicture &picture, const GraphOverlay &overlay, int node, const QString &figures = {});
/// What a click on the mark of a fold does.
QString foldToolTip(const GraphNode &node, bool branch);
/// "took 2 s, entered 3 times"
QString overlayText(const NodeOverlay &overlay);
QString edgeToolTip(const GraphPicture &picture, int edge);

} // namespace podium
