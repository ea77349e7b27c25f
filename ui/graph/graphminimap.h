// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QWidget>

namespace podium {

class GraphCanvas;

/// The whole graph in a corner, with the part in view framed; a click or a drag moves there. Hidden while everything is
/// in view. The keyboard walks the canvas itself, so this takes no focus.
class GraphMinimap : public QWidget
{
    Q_OBJECT
public:
    explicit GraphMinimap(GraphCanvas *canvas);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    void refresh(); ///< the picture, its states or the colours changed

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    double scale() const;
    QPointF origin() const;
    void moveTo(const QPointF &point);

    GraphCanvas *m_canvas;
    QPixmap m_sketch;
    bool m_wanted = true;
};

} // namespace podium
