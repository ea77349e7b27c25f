// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace podium::observedruns {

using namespace Qt::StringLiterals;

/// A run of the sandbox as a server reported it, with the graph of its workflow.
struct ObservedRun
{
    GraphModel model;
    QList<NodeDefinition> definitions;
    WorkflowInstance instance;
};

inline QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

inline QJsonObject observed()
{
    QFile file(QStringLiteral(PODIUM_SOURCE_DIR) + u"/tests/models/graph/observedruns.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QList<NodeDefinition> definitionsOf(const QJsonArray &rows)
{
    QList<NodeDefinition> list;
    for (const auto &row : rows) {
        NodeDefinition item;
        item.id = item.uniqueId = row[0].toString();
        item.name = row[1].toString();
        item.type = row[2].toString();
        item.state = row[3].toString();
        item.branch = row[4].toString();
        item.action = row[5].toString();
        list.append(item);
    }
    return list;
}

inline GraphModel sandboxGraph(const QString &workflow)
{
    const QDir folder(QStringLiteral(PODIUM_SOURCE_DIR) + u"/installer/sandbox/runtime/src/main/resources"_s);
    const QStringList files = folder.entryList({workflow + u".sw.*"_s});
    QFile file(files.isEmpty() ? QString() : folder.filePath(files.first()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<WorkflowDocument> document = readWorkflow(file.readAll());
    return document ? buildGraph(*document) : GraphModel();
}

/// The last one of a workflow that has this state.
inline ObservedRun observedRun(const QString &workflow, const QString &state)
{
    ObservedRun run;
    const QJsonObject all = observed();
    run.model = sandboxGraph(workflow);
    run.definitions = definitionsOf(all[u"definitions"_s][workflow].toArray());
    for (const auto &entry : all[u"runs"_s].toArray()) {
        if (entry[u"workflow"_s].toString() != workflow || entry[u"state"_s].toString() != state)
            continue;
        run.instance.id = workflow;
        run.instance.state = instanceStateFromWord(state);
        const QJsonArray error = entry[u"error"_s].toArray();
        if (!error.isEmpty())
            run.instance.error =
                InstanceError{error[0].toString(), u"node "_s + error[1].toString(), error[2].toString()};
        for (const auto &row : entry[u"nodes"_s].toArray()) {
            NodeInstance node;
            node.id = u"node %1"_s.arg(run.instance.nodes.size());
            node.definitionId = node.nodeId = row[0].toString();
            node.name = row[1].toString();
            node.type = row[2].toString();
            node.enter = timeOf(row[3]);
            node.exit = timeOf(row[4]);
            node.errorMessage = row[5].toString();
            run.instance.nodes.append(node);
        }
    }
    return run;
}

} // namespace podium::observedruns
