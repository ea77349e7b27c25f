// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/overlay.h"

#include <QCoreApplication>

namespace podium {

QString displayName(NodeState state)
{
    const auto text = [](const char *word) { return QCoreApplication::translate("podium::NodeState", word); };
    switch (state) {
    case NodeState::Pending:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Not reached"));
    case NodeState::Running:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Running"));
    case NodeState::Waiting:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Waiting"));
    case NodeState::Done:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Done"));
    case NodeState::Failed:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Failed"));
    case NodeState::Skipped:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Skipped"));
    case NodeState::Aborted:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Aborted"));
    }
    return {};
}

GraphOverlay overlayFor(const GraphModel &, const QList<NodeDefinition> &, const WorkflowInstance &)
{
    return {};
}

} // namespace podium
