// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphlegend.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHeight = 30;
} // namespace

GraphLegend::GraphLegend(const QStringList &names, int gap, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_gap(gap)
{
    setAccessibleName(tr("Legend: %1").arg(names.join(u", "_s)));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize GraphLegend::sizeHint() const
{
    int width = space::m;
    for (const QString &name : m_names)
        width += kSample + space::s + fontMetrics().horizontalAdvance(name) + m_gap;
    return {width, kHeight};
}

void GraphLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
    const auto count = static_cast<int>(m_names.size());
    const int missing = std::max(0, sizeHint().width() - width());
    const int gap = std::max<int>(space::xs, m_gap - (missing + count - 1) / count);
    int x = space::m;
    for (int i = 0; i < count; ++i) {
        paintSample(painter, i, x);
        x += kSample + space::s;
        const int wide = fontMetrics().horizontalAdvance(m_names.at(i));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(x, 0, wide + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, m_names.at(i));
        x += wide + gap;
    }
}

} // namespace podium
