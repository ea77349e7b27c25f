// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timeline/timeline.h"
#include "models/timeline/timelinetexts.h"

namespace podium::timelineruns {

using namespace Qt::StringLiterals;

inline QDateTime at(int ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC).addMSecs(ms);
}

/// Without `exit` the visit is open.
inline NodeInstance visit(const QString &definition, const QString &type, int enter, int exit = -1,
                          const QString &error = {})
{
    static int count = 0;
    NodeInstance node;
    node.id = u"visit %1"_s.arg(++count);
    node.name = definition;
    node.definitionId = definition;
    node.type = type;
    node.enter = at(enter);
    if (exit >= 0)
        node.exit = at(exit);
    node.errorMessage = error;
    return node;
}

inline WorkflowInstance run(const QList<NodeInstance> &nodes, InstanceState state = InstanceState::Completed)
{
    WorkflowInstance instance;
    instance.id = u"run"_s;
    instance.state = state;
    instance.start = at(0);
    instance.nodes = nodes;
    return instance;
}

/// Definitions: [id, name, type, state, branch, action]; the id is the unique id, too.
inline NodeDefinition node(int id, const QString &name, const QString &type, const QString &state = {},
                           const QString &branch = {}, const QString &action = {})
{
    const QString number = QString::number(id);
    return {number, name, type, number, state, branch, action};
}

/// A loop over a collection with two actions, as the compiler numbers it.
inline QList<NodeDefinition> loopDefinitions()
{
    return {node(1, u"Start"_s, u"StartNode"_s, u"L"_s),
            node(2, u"End"_s, u"EndNode"_s, u"L"_s),
            node(3, u"ForEach"_s, u"ForEachNode"_s, u"L"_s),
            node(4, u"EmbeddedStart"_s, u"StartNode"_s),
            node(5, u"f"_s, u"WorkItemNode"_s, u"L"_s, {}, u"x"_s),
            node(6, u"Script"_s, u"ActionNode"_s),
            node(7, u"f"_s, u"WorkItemNode"_s, u"L"_s, {}, u"y"_s),
            node(8, u"EmbeddedEnd"_s, u"EndNode"_s)};
}

/// What is to be seen, indented by depth: "State: Done", "  action: Failed".
inline QStringList outline(const Timeline &timeline)
{
    QStringList lines;
    for (const TimelineRow &row : timeline.rows) {
        if (!row.internal)
            lines << QString(row.depth * 2, u' ') + rowName(row) + u": "_s + displayName(row.status);
    }
    return lines;
}

inline Timeline timelineOf(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance)
{
    return buildTimeline(placesOf(definitions), instance);
}

} // namespace podium::timelineruns
