// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/replayscale.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace podium {

class ReplaySlider;

/// Through the time of a run: a slider that stops where something happened, steps, play. It follows the present until
/// the user goes back, and then stays where he is while the run goes on.
///
/// Keys: Left and Right to the moment before and after, Home and End, Space plays and pauses, Escape leaves.
class GraphReplayBar : public QWidget
{
    Q_OBJECT
public:
    enum class Speed { Moments = 0, Real = 1, Tenfold = 10, Sixtyfold = 60 };

    explicit GraphReplayBar(QWidget *parent = nullptr);

    /// Of the run as it is now. The time shown stays.
    void setSpan(const ReplaySpan &span);
    /// How a time is written; call updateTexts() when it changes.
    void setTimeText(std::function<QString(const QDateTime &)> text);
    void updateTexts();

    /// The time shown; invalid while it follows the present.
    const QDateTime &time() const { return m_time; }
    bool isPlaying() const { return m_next.isActive(); }
    Speed speed() const;
    void setSpeed(Speed speed);

    /// The last moment before a time.
    void showAt(const QDateTime &time);
    void goLive();
    void pause();

    /// How long playing stays at `stop`, in ms: as the run did, but no longer than a second.
    static qint64 waitAt(const ReplayScale &scale, int stop, Speed speed);

Q_SIGNALS:
    /// Invalid: the present.
    void timeChanged(const QDateTime &utc);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeControls();
    QToolButton *addButton(QWidget *row, const QString &icon, const QString &text);
    void goTo(int stop);
    void step(int by);
    void play();
    void planNext();
    void applySpan();
    void showPlaying();
    void fitTexts();
    QString textOf(int stop) const;

    ReplaySpan m_span;
    bool m_spanWaits = false; ///< came while the handle is held
    QDateTime m_time;
    QTimer m_next;
    int m_target = 0; ///< stop that playing goes to next
    std::function<QString(const QDateTime &)> m_timeText;
    ReplaySlider *m_slider;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forward;
    QComboBox *m_speed;
    QLabel *m_clock;
    QLabel *m_offset;
    QPushButton *m_now;
    QToolButton *m_close;
};

} // namespace podium
