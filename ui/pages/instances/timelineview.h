// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/timeline/timeline.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;

namespace podium {

enum class RowFormat;
class Clock;
class DisplaySettings;
class NodeDataView;
class StateView;
class TimelineChart;
class TimelineSource;

/// The nodes of an instance over time, with what a node was given and gave back.
class TimelineView : public QWidget
{
    Q_OBJECT
public:
    TimelineView(DisplaySettings &display, const Clock &clock, QWidget *parent = nullptr);

    TimelineChart *chart() const { return m_chart; }

    void setDefinitions(const QList<NodeDefinition> &definitions);
    void setDefinitionText(const QByteArray &text);
    /// The selection stays. Many nodes are put in order on a worker: then the picture follows later.
    void setInstance(const WorkflowInstance &instance);
    void setNow(const QDateTime &nowUtc); ///< lets what runs grow

    /// Selects the last visit of a state; another visit of the same state stays selected. "" selects nothing. These
    /// emit nothing.
    void selectState(const QString &stateName);
    void selectDefinition(const QString &definitionId); ///< the last visit
    void selectNode(const QString &nodeInstanceId);

    /// The lane that is selected; null for none. Until the next setInstance().
    const TimelineRow *currentRow() const;
    const NodeInstance *currentNode() const; ///< null where no visit stands behind the lane

    /// "Copy …" for the selected lane and for all of them.
    void addCopyActions(QMenu *menu);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void selected(); ///< by the user: see currentRow()
    void visitActivated(const podium::NodeInstance &visit); ///< by Enter or a double click
    /// By a right click, the menu key or Shift+F10. A lane that no visit stands behind (a round of a loop, a state that
    /// is only what is in it) has an empty id.
    void nodeMenuRequested(const podium::NodeInstance &node, const QPoint &globalPos);
    void timePicked(const QDateTime &utc); ///< in the axis
    void painted();                        ///< the first paint after setInstance()

private:
    QWidget *makeBar();
    void connectChart();
    void showTimeline(const SharedTimeline &timeline);
    void showSummary();
    void showData();
    void showDisplay();
    void selectRow(int row);
    void copy(bool all, RowFormat format);

    DisplaySettings &m_display;
    const Clock &m_clock;
    TimelineSource *m_source;
    TimelineChart *m_chart;
    NodeDataView *m_data;
    StateView *m_states;
    QLabel *m_summary;
    QAction *m_collapse;
    QAction *m_internal;
    QString m_wantedNode; ///< to be selected once it is there
    QString m_wantedDefinition;
};

} // namespace podium
