// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/differencelegend.h"

#include "ui/graph/differencemarks.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace podium {

namespace {

constexpr GraphChange kChanges[] = {GraphChange::Added, GraphChange::Removed, GraphChange::Changed};

QStringList names()
{
    QStringList names;
    for (const GraphChange change : kChanges)
        names << displayName(change);
    return names;
}

} // namespace

DifferenceLegend::DifferenceLegend(QWidget *parent)
    : GraphLegend(names(), space::xl, parent)
{
}

void DifferenceLegend::paintSample(QPainter &painter, int index, int x)
{
    const GraphChange change = kChanges[index];
    const QRectF frame(x + 6, height() / 2.0 - 7, kSample - 8, 15);
    QPen pen(changeColor(change, palette()), 2, Qt::SolidLine, Qt::FlatCap);
    if (change == GraphChange::Removed)
        pen.setDashPattern({3, 1.8});
    painter.setPen(pen);
    painter.setBrush(changeFill(change, palette()));
    painter.drawRoundedRect(frame, 4, 4);
    paintChangeBadge(painter, frame.topLeft() + QPointF(1, 3), 7, change, palette());
}

} // namespace podium
