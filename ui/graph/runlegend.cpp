// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/runlegend.h"

#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace podium {

namespace {

constexpr RunShare kShares[] = {RunShare::OnlyA, RunShare::OnlyB, RunShare::Both, RunShare::Neither};

QStringList names()
{
    QStringList names;
    for (const RunShare share : kShares)
        names << displayName(share);
    return names;
}

} // namespace

RunLegend::RunLegend(QWidget *parent)
    : GraphLegend(names(), space::l, parent)
{
}

void RunLegend::paintSample(QPainter &painter, int index, int x)
{
    const RunShare share = kShares[index];
    const GraphStyle style(palette(), font());
    const double middle = height() / 2.0;
    QPen pen(style.line, 1.2, Qt::SolidLine, Qt::FlatCap);
    markRunPen(pen, share, false, 1, style);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
    paintRunBadge(painter, QPointF(x + kSample / 2.0, middle), 7.5, share, style);
}

} // namespace podium
