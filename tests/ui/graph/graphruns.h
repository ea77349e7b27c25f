// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

/// A small workflow as a text, as it is compiled, and runs of it made by hand: Check, then Pack or Refuse, then Send.
namespace podium::graphruns {

inline const QByteArray kOrder =
    "start: Check\n"
    "states:\n"
    "  - {name: Check, type: switch, dataConditions: [{condition: .ok, transition: Pack}], "
    "defaultCondition: {transition: Refuse}}\n"
    "  - {name: Pack, type: sleep, duration: PT2S, transition: Send}\n"
    "  - {name: Refuse, type: inject, data: {}, end: true}\n"
    "  - {name: Send, type: inject, data: {}, end: true}\n";

inline QList<NodeDefinition> definitions()
{
    const auto node = [](const char *id, const char *name, const char *type) {
        const QString number = QString::fromLatin1(id);
        const QString state = QString::fromLatin1(name);
        return NodeDefinition{number, state, QString::fromLatin1(type), number, state, {}, {}};
    };
    return {node("2", "Check", "Split"), node("3", "Pack", "TimerNode"), node("4", "Send", "ActionNode"),
            node("5", "Refuse", "ActionNode")};
}

inline QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'772'440'000'000 + ms, Qt::UTC);
}

/// exit below 0: it is still there.
inline NodeInstance visit(const QString &definition, qint64 enter, qint64 exit = -1)
{
    NodeInstance node;
    node.id = definition + u'@' + QString::number(enter);
    node.definitionId = definition;
    node.type = definition == u"3" ? QStringLiteral("TimerNode") : QStringLiteral("ActionNode");
    node.enter = at(enter);
    if (exit >= 0)
        node.exit = at(exit);
    return node;
}

inline WorkflowInstance run(const QString &id, const QList<NodeInstance> &visits,
                            InstanceState state = InstanceState::Active)
{
    WorkflowInstance instance;
    instance.id = id;
    instance.state = state;
    instance.detailed = true;
    instance.nodes = visits;
    instance.start = at(0);
    return instance;
}

/// Check for 10 ms, Pack for two seconds, Send for 40 ms.
inline WorkflowInstance sent(const QString &id = QStringLiteral("sent"))
{
    WorkflowInstance instance = run(id,
                                    {visit(QStringLiteral("2"), 0, 10), visit(QStringLiteral("3"), 10, 2010),
                                     visit(QStringLiteral("4"), 2010, 2050)},
                                    InstanceState::Completed);
    instance.end = at(2050);
    return instance;
}

} // namespace podium::graphruns
