// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/graph/graphpicture.h"

#include <QImage>
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
    void sketch();
    double scale() const;
    QPointF origin() const;
    void moveTo(const QPointF &point);

    GraphCanvas *m_canvas;
    QPixmap m_sketch;
    SharedPicture m_sketched; ///< what m_sketch shows
    bool m_outdated = false;  ///< m_sketch shows it as it was
    Pending m_sketching;
    bool m_busy = false;
    bool m_wanted = true;
};

} // namespace podium
