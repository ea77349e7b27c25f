// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/differencelegend.h"

#include "ui/graph/differencemarks.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr GraphChange kChanges[] = {GraphChange::Added, GraphChange::Removed, GraphChange::Changed};
constexpr int kSample = 34; ///< the frame with its badge
constexpr int kHeight = 30;

} // namespace

DifferenceLegend::DifferenceLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList names;
    for (const GraphChange change : kChanges)
        names << displayName(change);
    setAccessibleName(tr("Legend: %1").arg(names.join(u", "_s)));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize DifferenceLegend::sizeHint() const
{
    int width = space::m;
    for (const GraphChange change : kChanges)
        width += kSample + space::s + fontMetrics().horizontalAdvance(displayName(change)) + space::xl;
    return {width, kHeight};
}

void DifferenceLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
    int x = space::m;
    for (const GraphChange change : kChanges) {
        const QRectF frame(x + 6, height() / 2.0 - 7, kSample - 8, 15);
        QPen pen(changeColor(change, palette()), 2, Qt::SolidLine, Qt::FlatCap);
        if (change == GraphChange::Removed)
            pen.setDashPattern({3, 1.8});
        painter.setPen(pen);
        painter.setBrush(changeFill(change, palette()));
        painter.drawRoundedRect(frame, 4, 4);
        paintChangeBadge(painter, frame.topLeft() + QPointF(1, 3), 7, change, palette());
        x += kSample + space::s;
        const QString name = displayName(change);
        const int wide = fontMetrics().horizontalAdvance(name);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(x, 0, wide + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
        x += wide + space::xl;
    }
}

} // namespace podium
