// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/timeline/timeline.h"

#include <QObject>

namespace podium {

/// Works out the timeline of a run: at once where that is quick, else on a worker, and of the questions that come
/// meanwhile only the last one. UI thread.
class TimelineSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setDefinitions(const QList<NodeDefinition> &definitions);
    /// The text of the definition, which tells where some nodes belong that name no state. Read on a worker.
    void setDefinitionText(const QByteArray &text);
    void setInstance(const WorkflowInstance &instance);

Q_SIGNALS:
    void changed(const podium::SharedTimeline &timeline);

private:
    using Places = std::shared_ptr<const QHash<QString, NodePlace>>;

    void update();

    QList<NodeDefinition> m_definitions;
    Places m_places = std::make_shared<const QHash<QString, NodePlace>>();
    WorkflowInstance m_instance;
    bool m_hasInstance = false;
    Pending m_reading;
    Pending m_building;
    bool m_busy = false;
    bool m_again = false; ///< something changed while busy
};

} // namespace podium
