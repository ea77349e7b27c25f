// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/replayslider.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolTip>

#include <cmath>

namespace podium {

namespace {

constexpr double kHandle = 7;
constexpr double kTrack = 4;
constexpr int kHeight = 32;

} // namespace

ReplaySlider::ReplaySlider(QWidget *parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time of the run"));
}

void ReplaySlider::setScale(const ReplayScale &scale, int stop)
{
    const QSignalBlocker blocker(this);
    m_scale = scale;
    setRange(0, qMax(0, scale.last()));
    setPageStep(qMax(1, scale.count() / 10));
    setValue(stop);
    placeTicks();
    update();
}

void ReplaySlider::setStop(int stop)
{
    const QSignalBlocker blocker(this);
    setValue(stop);
    update();
}

void ReplaySlider::setLive(bool live)
{
    m_live = live;
    update();
}

QSize ReplaySlider::sizeHint() const
{
    return {240, kHeight};
}

QSize ReplaySlider::minimumSizeHint() const
{
    return {80, kHeight};
}

double ReplaySlider::left() const
{
    return kHandle + 2;
}

double ReplaySlider::room() const
{
    return qMax(1.0, width() - 2 * left());
}

QPointF ReplaySlider::pointOf(int stop) const
{
    return {left() + room() * m_scale.position(stop), height() / 2.0};
}

int ReplaySlider::stopAt(const QPointF &point) const
{
    return m_scale.nearest((point.x() - left()) / room());
}

// Of thousands of moments no more than one tick a pixel.
void ReplaySlider::placeTicks()
{
    m_ticks.clear();
    for (int stop = 0; stop < m_scale.count(); ++stop) {
        const double x = std::floor(pointOf(stop).x()) + 0.5;
        if (!m_ticks.empty() && m_ticks.back().x == x)
            ++m_ticks.back().count;
        else
            m_ticks.push_back({x, stop, 1});
    }
}

void ReplaySlider::paintTrack(QPainter &painter) const
{
    const QColor ground = lineColor(palette());
    const QColor done = toneColor(m_live ? Tone::Success : Tone::Info, palette());
    const double y = height() / 2.0;
    const double handle = handleCenter().x();
    const auto piece = [&](double from, double to, const QColor &color, bool dotted) {
        QPen pen(color, dotted ? 2.4 : kTrack, Qt::SolidLine, Qt::RoundCap);
        if (dotted)
            pen.setDashPattern({0.01, 2.4});
        painter.setPen(pen);
        if (to > from)
            painter.drawLine(QPointF(from, y), QPointF(to, y));
    };
    // From one shortened wait to the next in one piece.
    double from = pointOf(0).x();
    const auto both = [&](double a, double b, bool dotted) {
        piece(a, qMin(b, handle), done, dotted);
        piece(qMax(a, handle), b, ground, dotted);
    };
    for (int stop = 1; stop < m_scale.count(); ++stop) {
        if (!m_scale.isShortened(stop))
            continue;
        const double a = pointOf(stop - 1).x();
        const double b = pointOf(stop).x();
        if (b - a < 24)
            continue; // too short to be seen as dots
        both(from, a, false);
        both(a + 7, b - 7, true);
        from = b;
    }
    both(from, pointOf(m_scale.last()).x(), false);
}

void ReplaySlider::paintTicks(QPainter &painter) const
{
    const QColor ahead = mutedColor(palette());
    const QColor passed = toneColor(m_live ? Tone::Success : Tone::Info, palette());
    const double y = height() / 2.0;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Tick &tick : m_ticks) {
        const double length = tick.count > 1 ? 6 : 4;
        QColor color = tick.stop <= value() ? passed : ahead;
        color.setAlpha(tick.stop <= value() ? 230 : 160);
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(tick.x, y + 6), QPointF(tick.x, y + 6 + length));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void ReplaySlider::paintHandle(QPainter &painter) const
{
    const QColor tone = toneColor(m_live ? Tone::Success : Tone::Info, palette());
    const QPointF center = handleCenter();
    if (hasFocus()) {
        QColor halo = tone;
        halo.setAlpha(70);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(center, kHandle + 4, kHandle + 4);
    }
    const bool held = isSliderDown() || underMouse();
    painter.setPen(QPen(tone, 2.2));
    painter.setBrush(isEnabled() ? palette().base() : palette().window());
    painter.drawEllipse(center, held ? kHandle : kHandle - 1, held ? kHandle : kHandle - 1);
    if (m_live) { // a dot, as of what is on the air
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone);
        painter.drawEllipse(center, 2.6, 2.6);
    }
}

void ReplaySlider::paintEvent(QPaintEvent *)
{
    if (m_scale.count() == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter);
    paintTicks(painter);
    paintHandle(painter);
}

void ReplaySlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_scale.count() == 0)
        return event->ignore();
    setSliderDown(true);
    setSliderPosition(stopAt(event->position()));
}

void ReplaySlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setSliderPosition(stopAt(event->position()));
}

void ReplaySlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
    update();
}

void ReplaySlider::resizeEvent(QResizeEvent *event)
{
    QAbstractSlider::resizeEvent(event);
    placeTicks();
}

bool ReplaySlider::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_textOf && m_scale.count() > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_textOf(stopAt(help->pos())), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

} // namespace podium
