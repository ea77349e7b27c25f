// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/stepbars.h"

#include <QPainter>

#include <algorithm>

namespace podium {

namespace {
constexpr qreal kWidest = 14; ///< of a bar: few steps do not make beams
constexpr qreal kLowest = 3;  ///< of a bar that stands for anything at all
constexpr qreal kNothing = 1; ///< of the line that stands for none
} // namespace

QRectF StepBars::column(qsizetype step) const
{
    const qreal width = m_area.width() / static_cast<qreal>(qMax<qsizetype>(1, m_values.size()));
    return {m_area.left() + static_cast<qreal>(step) * width, m_area.top(), width, m_area.height()};
}

void StepBars::paint(QPainter *painter, const QPalette &palette, Tone tone, qsizetype chosen) const
{
    if (m_values.isEmpty())
        return;
    const qint64 highest = qMax<qint64>(1, *std::max_element(m_values.cbegin(), m_values.cend()));
    painter->setPen(Qt::NoPen);
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const QRectF place = column(i);
        if (i == chosen) {
            QColor veil = palette.color(QPalette::Highlight);
            veil.setAlphaF(0.22f);
            painter->setBrush(veil);
            painter->drawRoundedRect(place, 2, 2);
        }
        const qint64 value = m_values.at(i);
        const qreal width = qMin(kWidest, qMax<qreal>(2, place.width() - 2));
        const qreal share = static_cast<qreal>(value) / static_cast<qreal>(highest);
        const qreal height = value > 0 ? qMax(kLowest, m_area.height() * share) : kNothing;
        painter->setBrush(value > 0 ? toneColor(tone, palette) : lineColor(palette));
        const QRectF bar(place.center().x() - width / 2, m_area.bottom() - height, width, height);
        painter->drawRoundedRect(bar, value > 0 ? 1.5 : 0, value > 0 ? 1.5 : 0);
    }
}

qsizetype StepBars::at(const QPointF &position) const
{
    if (m_values.isEmpty() || !m_area.contains(position))
        return -1;
    const qreal share = (position.x() - m_area.left()) / m_area.width();
    return qBound<qsizetype>(0, static_cast<qsizetype>(share * static_cast<qreal>(m_values.size())),
                             m_values.size() - 1);
}

} // namespace podium
