// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QList>
#include <QRectF>

class QPainter;

namespace podium {

/// A small bar chart of numbers per step of time: a bar for each step from the left to the right edge of a rectangle,
/// all standing on its lower edge, the highest as high as it. No axes: what a bar says, its owner says in words.
class StepBars
{
public:
    StepBars(const QRectF &area, const QList<qint64> &values)
        : m_area(area)
        , m_values(values)
    {
    }

    /// `chosen` is drawn stronger; -1 for none.
    void paint(QPainter *painter, const QPalette &palette, Tone tone, qsizetype chosen) const;
    /// -1 beside the chart. The whole height of a step counts: empty ones can be hit.
    qsizetype at(const QPointF &position) const;

private:
    QRectF column(qsizetype step) const;

    QRectF m_area;
    const QList<qint64> &m_values;
};

} // namespace podium
