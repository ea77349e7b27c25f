// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <QDebug>

namespace podium {

/// The graph of a definition; empty when that cannot be read.
inline GraphModel graphOf(const QByteArray &text)
{
    const Result<WorkflowDocument> document = readWorkflow(text);
    return document ? buildGraph(*document) : GraphModel();
}

/// An empty node, and a warning that names the ids there are, when there is none.
inline const GraphNode &nodeAt(const GraphModel &model, const QString &id)
{
    static const GraphNode none;
    const int index = model.indexOf(id);
    if (index < 0)
        qWarning().noquote() << "no node" << id << "but" << model.indexOfId.keys();
    return index < 0 ? none : model.nodes.at(index);
}

inline QStringList badges(const GraphNode &node, GraphBadge::Kind kind)
{
    QStringList list;
    for (const GraphBadge &badge : node.badges) {
        if (badge.kind == kind)
            list.append(badge.text);
    }
    return list;
}

} // namespace podium
