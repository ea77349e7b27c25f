// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphminimap.h"

#include "ui/graph/graphcanvas.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace podium {

namespace {

constexpr QSize kLargest(190, 150);
constexpr double kInset = 8;

} // namespace

GraphMinimap::GraphMinimap(GraphCanvas *canvas)
    : QWidget(canvas)
    , m_canvas(canvas)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Map of the graph"));
    hide();
    canvas->installEventFilter(this);
    connect(canvas, &GraphCanvas::viewChanged, this, [this] {
        place();
        update();
    });
}

void GraphMinimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    place();
}

void GraphMinimap::refresh()
{
    m_sketch = {};
    place();
    update();
}

void GraphMinimap::place()
{
    const auto &picture = m_canvas->picture();
    const bool useful = m_wanted && picture && !picture->layout.bounds.isEmpty() &&
                        !m_canvas->visibleScene().contains(picture->layout.bounds) && m_canvas->width() > 420 &&
                        m_canvas->height() > 300;
    if (useful) {
        const QSizeF content = picture->layout.bounds.size().scaled(QSizeF(kLargest), Qt::KeepAspectRatio);
        const QSize wanted = (content + QSizeF(2 * kInset, 2 * kInset)).toSize().expandedTo(QSize(56, 48));
        if (wanted != size())
            m_sketch = {};
        resize(wanted);
        move(m_canvas->width() - wanted.width() - space::m, m_canvas->height() - wanted.height() - space::m);
    }
    setVisible(useful);
}

double GraphMinimap::scale() const
{
    const QSizeF bounds = m_canvas->picture()->layout.bounds.size();
    return std::min((width() - 2 * kInset) / bounds.width(), (height() - 2 * kInset) / bounds.height());
}

QPointF GraphMinimap::origin() const
{
    return QRectF(rect()).center() - m_canvas->picture()->layout.bounds.center() * scale();
}

void GraphMinimap::paintEvent(QPaintEvent *)
{
    if (!m_canvas->picture())
        return;
    const GraphStyle &style = m_canvas->painter().style();
    if (m_sketch.isNull()) {
        m_sketch = QPixmap(size() * devicePixelRatioF());
        m_sketch.setDevicePixelRatio(devicePixelRatioF());
        m_sketch.fill(Qt::transparent);
        QPainter painter(&m_sketch);
        painter.translate(origin());
        painter.scale(scale(), scale());
        m_canvas->painter().paintSketch(painter, scale());
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.border, 1));
    painter.setBrush(style.card);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, 8, 8);
    painter.drawPixmap(0, 0, m_sketch);
    const QRectF seen = m_canvas->visibleScene();
    const QRectF window =
        QRectF(seen.topLeft() * scale() + origin(), seen.size() * scale()).intersected(frame.adjusted(2, 2, -2, -2));
    QColor fill = style.accent;
    fill.setAlpha(26);
    painter.setPen(QPen(style.accent, 1.4));
    painter.setBrush(fill);
    painter.drawRoundedRect(window, 3, 3);
}

void GraphMinimap::moveTo(const QPointF &point)
{
    if (m_canvas->picture())
        m_canvas->centerOn((point - origin()) / scale());
}

void GraphMinimap::mousePressEvent(QMouseEvent *event)
{
    moveTo(event->position());
}

void GraphMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position());
}

bool GraphMinimap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::PaletteChange)
        refresh();
    return QWidget::eventFilter(watched, event);
}

} // namespace podium
