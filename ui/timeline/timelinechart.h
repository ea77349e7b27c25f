// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinerows.h"
#include "ui/timeline/timelinescale.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QDateTime>

namespace podium {

/// The Gantt chart of a run: a name and a bar for each lane, an axis above. Only what is to be seen is looked at: tens
/// of thousands of lanes cost nothing. Knows no services and no workers.
///
/// Mouse: click selects, double click activates, the mark folds; wheel scrolls, with Shift across, Ctrl+wheel and pinch
/// zoom; drag pans; a click or drag in the axis picks a time; the line between names and bars can be moved.
/// Keys: Up, Down, Page Up, Page Down, Home, End walk; Left folds or goes out, Right unfolds or goes in; Enter
/// activates; + - 0 zoom and fit, Ctrl+arrows pan; Escape clears the selection; the menu key or Shift+F10 asks for the
/// menu.
class TimelineChart : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineChart(QWidget *parent = nullptr);
    ~TimelineChart() override;

    /// The selection, what is folded and the view stay.
    void setTimeline(const SharedTimeline &timeline, const QDateTime &nowUtc);
    const SharedTimeline &timeline() const { return m_rows.timeline(); }
    /// Lets what runs grow.
    void setNow(const QDateTime &nowUtc);
    qint64 now() const { return m_now; }

    void setTexts(const ItemTexts &texts);
    const ItemTexts &texts() const { return m_texts; }
    void setTimeStyle(TimeStyle style);
    void setDensity(Density density);
    void setShowInternal(bool show);
    bool showInternal() const { return m_rows.showInternal(); }
    void setCollapseWaiting(bool collapse);
    bool collapsesWaiting() const { return m_collapse; }
    /// The time of a replay, drawn as a line; invalid for none.
    void setCursorTime(const QDateTime &utc);
    const QDateTime &cursorTime() const { return m_cursor; }
    int nameWidth() const { return m_names; } ///< wanted; a narrow view gives less
    void setNameWidth(int width);

    int current() const { return m_current; } ///< index into Timeline::rows, -1 for none
    /// Unfolds and shows what lies around it. Emits only for the user.
    void select(int row, bool byUser);
    QString describe(int row) const;

    const TimelineRows &rows() const { return m_rows; }
    void setFolded(int row, bool folded);
    const TimelineScale &scale() const { return m_scale; }
    void zoomBy(double factor);
    void fit();
    QRect rowRect(int row) const; ///< in the viewport; empty when it is not shown
    QRect barRect(int row) const;
    QRect axisRect() const; ///< where a click picks a time
    int rowAt(const QPoint &point) const;

Q_SIGNALS:
    void rowSelected(int row); ///< by the user; -1: nothing
    void rowActivated(int row);
    void menuRequested(int row, const QPoint &globalPos);
    void timePicked(const QDateTime &utc); ///< by a click or drag in the axis
    void painted();                        ///< the first paint after setTimeline()

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Press, Pan, Axis, Names };

    // timelinechart.cpp
    void updateStyle();
    void updateAxis();
    void layoutBars();
    void zoomAt(double factor, double anchor);
    void ensureVisible(int row);
    TimelineLook look() const;
    int top() const;
    QRect bodyRect() const;
    void announce();

    // timelinechartinput.cpp
    bool walk(int key);
    void stepIn();
    void stepOut();
    bool viewKey(const QKeyEvent *event);
    void panBy(const QPoint &delta);
    void menuByKey();
    void pick(const QPoint &point);
    Drag dragAt(const QPoint &point) const;
    bool onFoldMark(const QPoint &point, int row) const;
    void hover(const QPoint &point);
    bool showToolTip(const QPoint &point, const QPoint &global);

    TimelineRows m_rows;
    TimelineScale m_scale;
    TimelinePainter m_painter;
    ItemTexts m_texts;
    TimeStyle m_timeStyle = TimeStyle::Local;
    qint64 m_now = 0;
    QDateTime m_cursor;
    QString m_currentKey; ///< stays while the lane is away
    int m_current = -1;
    int m_hovered = -1;
    int m_names = 240;     ///< as the user wants it
    int m_nameWidth = 240; ///< as there is room
    int m_rowHeight = 26;
    bool m_collapse = true;
    bool m_announce = false;
    bool m_arranging = false;
    Drag m_drag = Drag::None;
    QPoint m_press;
    QPoint m_dragFrom;
};

} // namespace podium
