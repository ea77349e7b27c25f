// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/runlegend.h"

#include "ui/graph/graphstyle.h"
#include "ui/graph/runmarks.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr RunShare kShares[] = {RunShare::OnlyA, RunShare::OnlyB, RunShare::Both, RunShare::Neither};
constexpr int kSample = 34; ///< a piece of line with its badge
constexpr int kHeight = 30;

} // namespace

RunLegend::RunLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList names;
    for (const RunShare share : kShares)
        names << displayName(share);
    setAccessibleName(tr("Legend: %1").arg(names.join(u", "_s)));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize RunLegend::sizeHint() const
{
    int width = space::m;
    for (const RunShare share : kShares)
        width += kSample + space::s + fontMetrics().horizontalAdvance(displayName(share)) + space::l;
    return {width, kHeight};
}

void RunLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
    const GraphStyle style(palette(), font());
    // In a narrow view the names move together before the last one is cut.
    const int missing = std::max(0, sizeHint().width() - width());
    const int gap = std::max<int>(space::xs, space::l - (missing + 3) / 4);
    int x = space::m;
    for (const RunShare share : kShares) {
        const double middle = height() / 2.0;
        QPen pen(style.line, 1.2, Qt::SolidLine, Qt::FlatCap);
        markRunPen(pen, share, false, 1, style);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
        paintRunBadge(painter, QPointF(x + kSample / 2.0, middle), 7.5, share, style);
        x += kSample + space::s;
        const QString name = displayName(share);
        const int wide = fontMetrics().horizontalAdvance(name);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(x, 0, wide + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
        x += wide + gap;
    }
}

} // namespace podium
