// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/replayscale.h"

#include <QAbstractSlider>

#include <functional>

namespace podium {

/// A slider that snaps to the stops of a scale: its value is the number of the stop. Ticks show where they are, dots
/// where a wait is shortened.
class ReplaySlider : public QAbstractSlider
{
    Q_OBJECT
public:
    explicit ReplaySlider(QWidget *parent = nullptr);

    /// The stop shown; emits nothing.
    void setScale(const ReplayScale &scale, int stop);
    const ReplayScale &scale() const { return m_scale; }
    void setStop(int stop); ///< emits nothing
    /// Follows the present: drawn as such, at the end.
    void setLive(bool live);
    void setTextOf(std::function<QString(int stop)> text) { m_textOf = std::move(text); }
    QPointF handleCenter() const { return pointOf(value()); }
    QPointF pointOf(int stop) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Tick
    {
        double x;
        int stop; ///< the first of those that fall on this pixel
        int count;
    };

    double left() const;
    double room() const;
    int stopAt(const QPointF &point) const;
    void placeTicks();
    void paintTrack(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintHandle(QPainter &painter) const;

    ReplayScale m_scale;
    std::vector<Tick> m_ticks;
    std::function<QString(int)> m_textOf;
    bool m_live = true;
};

} // namespace podium
