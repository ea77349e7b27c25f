// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/graph/overlay.h"
#include "ui/graph/graphpicture.h"

#include <QObject>

namespace podium {

/// Works out what a run did at the nodes of a graph, now or at an earlier time: at once where that is quick, else on a
/// worker, and of the questions that come meanwhile only the last one. UI thread.
class OverlaySource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setGraph(const SharedWhole &whole);
    void setInstance(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance);
    void clearInstance();
    /// Invalid: as the run is now.
    void setTime(const QDateTime &time);

    const SharedWhole &graph() const { return m_whole; }
    bool hasInstance() const { return m_hasInstance; }
    const QString &instanceId() const { return m_instance.id; }
    const QDateTime &time() const { return m_time; }

Q_SIGNALS:
    void changed(const GraphOverlay &overlay);

private:
    using Targets = std::shared_ptr<const QHash<QString, NodeTarget>>;
    struct Answer
    {
        Targets targets;
        GraphOverlay overlay;
    };

    void forgetTargets();
    void restart();
    void update();

    SharedWhole m_whole;
    QList<NodeDefinition> m_definitions;
    WorkflowInstance m_instance;
    bool m_hasInstance = false;
    QDateTime m_time;
    Targets m_targets; ///< of definitions and graph; null until needed
    Pending m_pending;
    bool m_busy = false;
    bool m_again = false; ///< something changed while busy
};

} // namespace podium
