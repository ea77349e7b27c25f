// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/nodemapping.h"
#include "ui/graph/graphpicture.h"
#include "ui/pages/page.h"

#include <QObject>

class QMenu;

namespace podium {

class FamilyModel;
class GraphView;

/// From a state that runs another workflow to the run that it started, in the graph and in the timeline. Where the
/// server leaves open which one it was, all that may be are offered.
class SubRunOpener : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it, or go with its parent.
    SubRunOpener(const PageContext &context, GraphView *graph, FamilyModel *family, QObject *parent);

    void setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions);
    /// Of a visit, by its NodeInstance::id: opens its run, or offers several at the mouse.
    void openVisit(const QString &visitId);
    void fillVisitMenu(QMenu *menu, const QString &visitId);

Q_SIGNALS:
    void familyRequested(); ///< there are more than a menu can hold

private:
    bool prepare();
    void openNode(int node);
    void fillNodeMenu(QMenu *menu, int node);
    void addRuns(QMenu *menu, const QList<WorkflowInstance> &runs);
    void openOneOf(const QList<WorkflowInstance> &runs);
    void tellStarters();
    QString describe(const WorkflowInstance &run) const;

    PageContext m_context;
    GraphView *m_graph;
    FamilyModel *m_family;
    WorkflowInstance m_instance;
    QList<NodeDefinition> m_definitions;
    SharedWhole m_whole; ///< that the targets belong to
    QHash<QString, NodeTarget> m_targets;
};

} // namespace podium
