// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/busybar.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <cmath>

namespace podium {

using namespace std::chrono_literals;

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    m_animation.setInterval(16ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_clock.start();
        m_animation.start();
        update();
    });
    connect(&m_animation, &QTimer::timeout, this, [this] {
        if (isVisible())
            update();
    });
}

void BusyBar::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) == busy)
        return;
    setAccessibleName(busy ? tr("Working") : QString());
    if (busy) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_animation.stop();
    update();
}

void BusyBar::paintEvent(QPaintEvent *)
{
    if (!m_animation.isActive())
        return;
    QPainter painter(this);
    const double phase = std::fmod(double(m_clock.elapsed()) / 1200.0, 1.0);
    const double eased = 0.5 - 0.5 * std::cos(phase * M_PI);
    const double length = width() * 0.3;
    const QRectF part(eased * (width() + length) - length, 0, length, height());
    painter.fillRect(part, palette().color(QPalette::Highlight));
}

} // namespace podium
