// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/graph/heat.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <QString>

#include <memory>

namespace podium {

/// By what the nodes are coloured.
enum class HeatMeasure { Runs, Failures, Duration };

/// How one node is coloured, and what is printed on it: a colour never stands alone. All texts are translated.
struct HeatMark
{
    double level = -1; ///< on the scale, 0 to 1; -1: there is nothing to colour
    bool reached = false;
    QString text;   ///< "3 of 40 failed"
    QString brief;  ///< the same where there is little room: "3/40"
    QString detail; ///< all figures, as a sentence
    bool operator==(const HeatMark &) const = default;
};

/// A graph's heat by one measure, ready to be painted.
struct HeatLook
{
    HeatMeasure measure = HeatMeasure::Runs;
    QHash<QString, HeatMark> marks; ///< by node id
    QString least;                  ///< what the ends of the scale stand for; "" when nothing is coloured
    QString most;
};

using SharedHeat = std::shared_ptr<const HeatLook>;

/// What many runs did, and where the server could have told of it.
struct CountedHeat
{
    GraphHeat heat;
    QSet<QString> known; ///< ids of nodes that a compiled node stands for; of the others nothing can be said
};

/// heatOf() with the nodes that it could find anything for. Any thread.
CountedHeat countHeat(const GraphModel &model, const QList<NodeDefinition> &definitions,
                      const QList<WorkflowInstance> &runs);

/// Runs count from none to all; failures from none to the highest rate there is; durations by orders of magnitude,
/// between the shortest and the longest.
HeatLook heatLook(const GraphModel &model, const CountedHeat &counted, HeatMeasure measure);

/// The scale: lightness alone tells the levels apart, whatever colours the eye can see; the highest level stands out
/// most from the ground, light or dark.
QColor heatColor(double level, bool dark);
/// Black or white, whichever is read better on `fill`.
QColor inkOn(const QColor &fill);
/// "7.5 %"
QString shareText(double share);

} // namespace podium
