// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/graph/replay.h"

#include <QJsonObject>
#include <QObject>

class QAction;
class QWidget;

namespace podium {

class Clock;
class DisplaySettings;
class GraphReplayBar;
class GraphView;

/// The replay of a run on its graph: the button that opens it, the bar below the graph, and what the graph shows then.
class ReplayControl : public QObject
{
    Q_OBJECT
public:
    /// The action works with the keyboard anywhere on `page`.
    ReplayControl(GraphView *graph, QWidget *page, DisplaySettings &display, const Clock &clock);

    void setInstance(const WorkflowInstance &instance);
    GraphReplayBar *bar() const { return m_bar; }
    QAction *action() const { return m_action; }
    /// Opens the replay at the last moment before a time.
    void showAt(const QDateTime &time);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void timeShown(const QDateTime &utc); ///< invalid: the present

private:
    void setOpen(bool open);
    void measure();
    void setSpan(const ReplaySpan &span);
    void showTime();
    void showReason(const QString &reason);

    GraphView *m_graph;
    DisplaySettings &m_display;
    const Clock &m_clock;
    QAction *m_action;
    GraphReplayBar *m_bar;
    WorkflowInstance m_instance;
    Pending m_measuring;
    QDateTime m_wantedTime; ///< to be shown once the moments are known
    bool m_wanted = false;  ///< by the user; it opens as soon as there are times
};

} // namespace podium
