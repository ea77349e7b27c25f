// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace podium {

/// Zoom, fit, direction, minimap, export: floats over a corner of the canvas.
class GraphToolBar : public QFrame
{
    Q_OBJECT
public:
    explicit GraphToolBar(QWidget *parent);

    void setZoom(double zoom);
    void setLeftRight(bool leftRight);
    void setMinimap(bool shown);

Q_SIGNALS:
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();
    void leftRightChanged(bool leftRight); ///< by the user
    void minimapChanged(bool shown);       ///< by the user
    void exportRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &text);

    QLabel *m_zoom;
    QToolButton *m_direction;
    QToolButton *m_minimap;
};

} // namespace podium
