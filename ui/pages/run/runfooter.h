// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace podium {

class BusyBar;

/// The line under a run form: the way through its steps, and to the start. While a run is being started it says for how
/// long.
class RunFooter : public QWidget
{
    Q_OBJECT
public:
    enum class Steps { None, First, Between, Review };

    explicit RunFooter(QWidget *parent = nullptr);

    void setSteps(Steps steps);
    void setReady(bool ready); ///< whether there is something to start
    void setStarting(bool starting);
    bool isStarting() const { return m_tick.isActive(); }

Q_SIGNALS:
    void backAsked();
    void nextAsked();
    void startAsked();
    void stopAsked(); ///< "Stop waiting"

private:
    void update();

    Steps m_steps = Steps::None;
    bool m_isReady = false;
    BusyBar *m_busy;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_start;
    QTimer m_tick;
    QElapsedTimer m_since;
};

} // namespace podium
