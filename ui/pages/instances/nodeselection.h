// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

#include <QObject>

class QMenu;
class QPoint;
class QTabWidget;

namespace podium {

class GraphView;
class InstanceSource;
class JobsView;
class TimelineView;

/// One selection for all parts of an instance: what is chosen in the graph, the timeline or the source is chosen in the
/// others, too. It stays over live updates.
class NodeSelection : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QTabWidget *tabs;
        GraphView *graph;
        TimelineView *timeline;
        InstanceSource *source;
        JobsView *jobs;
    };

    NodeSelection(const Parts &parts, QObject *parent);

    void setDefinitions(const QList<NodeDefinition> &definitions) { m_definitions = definitions; }

    /// The last visit of a node and its state.
    void selectDefinition(const QString &definitionId);
    void selectVisit(const NodeInstance &visit);
    void showLine(int line); ///< of the source

Q_SIGNALS:
    /// The menu of a node is about to open: add in front what can be done to it. `node` as in
    /// TimelineView::nodeMenuRequested().
    void menuAboutToOpen(QMenu *menu, const podium::NodeInstance &node);

private:
    void fromTimeline();
    void fromGraph(const QString &state);
    void fromSource(const QString &state);
    void showSource(const QString &state);
    void openMenu(const NodeInstance &node, const QPoint &place);
    QString stateOf(const QString &definitionId) const;

    Parts m_parts;
    QList<NodeDefinition> m_definitions;
};

} // namespace podium
