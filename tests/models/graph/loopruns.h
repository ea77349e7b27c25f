// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

/// Runs of a small workflow, made by hand: A, then L, a loop over a collection with the actions x and y, then B.
namespace podium::loopruns {

using namespace Qt::StringLiterals;

/// Milliseconds after the begin of the run.
inline QDateTime at(int ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + ms, Qt::UTC);
}

/// Definitions: 1 start, 2 A, 3 L, 4 x, 5 y, 6 B, 7 end. Without `exit` the visit is open.
inline NodeInstance visit(int definition, int enter, int exit = -1, const QString &error = {})
{
    static int count = 0;
    static const QStringList types{u"StartNode"_s,    u"ActionNode"_s, u"ForEachNode"_s, u"WorkItemNode"_s,
                                   u"WorkItemNode"_s, u"ActionNode"_s, u"EndNode"_s};
    NodeInstance node;
    node.id = u"visit %1"_s.arg(++count);
    node.definitionId = QString::number(definition);
    node.type = types.value(definition - 1, u"ActionNode"_s);
    node.enter = at(enter);
    if (exit >= 0)
        node.exit = at(exit);
    node.errorMessage = error;
    return node;
}

inline WorkflowInstance run(const QList<NodeInstance> &nodes, InstanceState state = InstanceState::Completed)
{
    static int count = 0;
    WorkflowInstance instance;
    instance.id = u"run %1"_s.arg(++count);
    instance.state = state;
    instance.nodes = nodes;
    return instance;
}

inline GraphModel model()
{
    const Result<WorkflowDocument> document = readWorkflow(R"(functions: f.json
start: A
states:
  - {name: A, type: inject, data: {}, transition: L}
  - {name: L, type: foreach, inputCollection: .l, transition: B,
     actions: [{name: x, functionRef: f}, {name: y, functionRef: f}]}
  - {name: B, type: inject, data: {}, end: true}
)");
    return document ? buildGraph(*document) : GraphModel();
}

inline QList<NodeDefinition> definitions()
{
    return {{u"1"_s, u"Start"_s, u"StartNode"_s, u"1"_s, u"A"_s, {}, {}},
            {u"2"_s, u"A"_s, u"ActionNode"_s, u"2"_s, u"A"_s, {}, {}},
            {u"3"_s, u"L"_s, u"ForEachNode"_s, u"3"_s, u"L"_s, {}, {}},
            {u"4"_s, u"x"_s, u"WorkItemNode"_s, u"4"_s, u"L"_s, {}, u"x"_s},
            {u"5"_s, u"y"_s, u"WorkItemNode"_s, u"5"_s, u"L"_s, {}, u"y"_s},
            {u"6"_s, u"B"_s, u"ActionNode"_s, u"6"_s, u"B"_s, {}, {}},
            {u"7"_s, u"End"_s, u"EndNode"_s, u"7"_s, u"B"_s, {}, {}}};
}

} // namespace podium::loopruns
