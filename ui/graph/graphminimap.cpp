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
constexpr qsizetype kQuick = 1000; ///< nodes that are sketched well within a frame
constexpr QSize kToolBar(404, 48); ///< what it takes of the lower left corner

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
    m_outdated = true;
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
            m_outdated = true;
        resize(wanted);
        // Above the tool bar where there is no room beside it.
        const int lift = m_canvas->width() < wanted.width() + kToolBar.width() ? kToolBar.height() : 0;
        move(m_canvas->width() - wanted.width() - space::m, m_canvas->height() - wanted.height() - space::m - lift);
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
    sketch();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.border, 1));
    painter.setBrush(style.card);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, 8, 8);
    if (m_sketched == m_canvas->picture())
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

// A large graph is sketched on a worker: a replay changes it many times a second. The sketch before stays meanwhile.
void GraphMinimap::sketch()
{
    const SharedPicture picture = m_canvas->picture();
    if (m_busy || (!m_outdated && m_sketched == picture))
        return;
    m_outdated = false;
    const GraphPainter &shown = m_canvas->painter();
    const auto draw = [picture, style = shown.style(), overlay = shown.overlay(), heat = shown.heat(),
                       runs = shown.runs(), place = origin(), zoom = scale(), pixels = size() * devicePixelRatioF(),
                       ratio = devicePixelRatioF()] {
        GraphPainter sketcher;
        sketcher.setPicture(picture);
        sketcher.setStyle(style);
        sketcher.setOverlay(overlay);
        sketcher.setHeat(heat);
        sketcher.setRuns(runs);
        QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.translate(place);
        painter.scale(zoom, zoom);
        sketcher.paintSketch(painter, zoom);
        return image;
    };
    const auto take = [this, picture](const QImage &image) {
        m_sketch = QPixmap::fromImage(image);
        m_sketched = picture;
    };
    if (picture->model.nodes.size() <= kQuick)
        return take(draw());
    m_busy = true;
    m_sketching = deliver(runOnWorker<QImage>([draw]() -> Result<QImage> { return draw(); }), this,
                          [this, take](const Result<QImage> &image) {
                              m_busy = false;
                              if (image)
                                  take(*image);
                              update();
                          });
}

void GraphMinimap::moveTo(const QPointF &point)
{
    if (m_canvas->picture())
        m_canvas->centerAt((point - origin()) / scale());
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
