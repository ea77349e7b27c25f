// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/runcomparison.h"

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>

class QPainter;
class QPen;

namespace podium {

struct GraphPicture;
struct GraphStyle;

/// What two runs did at one node, ready to be painted. All texts are translated.
struct RunMark
{
    RunShare share = RunShare::Neither;
    bool failed = false; ///< in one of them
    QString text;        ///< "1.2 s | 3.4 s"; "" for what takes no time
    QString detail;      ///< both outcomes, as sentences
    bool operator==(const RunMark &) const = default;
};

/// Two runs on the graph that is shown.
struct RunMarks
{
    QHash<QString, RunMark> nodes; ///< by node id; all nodes
    QHash<int, RunShare> edges;    ///< those that a run followed
    RunShare node(const QString &id) const { return nodes.value(id).share; }
    RunShare edge(int index) const { return edges.value(index, RunShare::Neither); }
};

using SharedRunMarks = std::shared_ptr<const RunMarks>;

RunMarks runMarks(const GraphModel &model, const RunPair &runs);
/// "Run A: Done, took 1.2 s. Run B: Not reached"
QString runsDetail(const NodeOverlay &a, const NodeOverlay &b);

/// Vermilion for A, bluish green for B, the colour of a path for both: told apart with every kind of colour vision. The
/// letter on the badge and the dashes say it, too.
QColor runColor(RunShare share, const GraphStyle &style);
/// "A", "B"; "" for both and neither.
QString runLetter(RunShare share);
void paintRunBadge(QPainter &painter, const QPointF &center, double radius, RunShare share, const GraphStyle &style);
/// Colour, width and dashes for the line of an edge.
void markRunPen(QPen &pen, RunShare share, bool selected, double zoom, const GraphStyle &style);
/// Frames, badges and times over what is painted already.
void paintRuns(QPainter &painter, const GraphPicture &picture, const RunMarks &marks, const GraphStyle &style,
               const QRectF &reach, double zoom);

} // namespace podium
