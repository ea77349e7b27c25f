// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace podium {

/// Zoom, fit, direction, minimap, find, details, export and what else there is: floats over a corner of the canvas.
class GraphToolBar : public QFrame
{
    Q_OBJECT
public:
    explicit GraphToolBar(QWidget *parent);

    void setZoom(double zoom);
    void setLeftRight(bool leftRight);
    void setMinimap(bool shown);
    void setPanel(bool shown);
    void setExporting(bool busy);
    /// A button in front of export and menu: toggles a checkable action, opens the menu of one that has one.
    void addTool(QAction *action);
    void setMenus(QMenu *exports, QMenu *more);
    void showNotice(const QString &text); ///< for some seconds

Q_SIGNALS:
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();
    void leftRightChanged(bool leftRight); ///< by the user
    void minimapChanged(bool shown);       ///< by the user
    void panelChanged(bool shown);         ///< by the user
    void findRequested();
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &text);

    QLabel *m_zoom;
    QToolButton *m_direction;
    QToolButton *m_minimap;
    QToolButton *m_panel;
    QToolButton *m_export;
    QToolButton *m_more;
    QLabel *m_notice;
    QTimer m_noticeEnds;
};

} // namespace podium
