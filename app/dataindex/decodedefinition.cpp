// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodedefinition.h"

#include "app/net/jsonvalues.h"

#include <QCoreApplication>
#include <QVersionNumber>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DefinitionAnswer)
};

NodeDefinition decodeNode(const Json &row)
{
    static const Json none;
    const Json *metadata = memberAt(row, "metadata");
    const Json &links = metadata ? *metadata : none;
    NodeDefinition node;
    node.id = textAt(row, "id");
    node.name = textAt(row, "name");
    node.type = textAt(row, "type");
    node.uniqueId = textAt(row, "uniqueId");
    node.state = textAt(links, "state");
    node.branch = textAt(links, "branch");
    node.action = textAt(links, "action");
    return node;
}

bool isOlder(const QString &a, const QString &b)
{
    const int order = QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b));
    return order != 0 ? order < 0 : a < b;
}

Error unknownDefinition()
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.why = Texts::tr("Data Index has no workflow of this id and version.");
    error.remedy = Texts::tr("Choose a workflow from the list.");
    return error;
}

} // namespace

std::optional<WorkflowDefinition> decodeDefinition(Json &row)
{
    WorkflowDefinition definition;
    definition.id = textAt(row, "id");
    if (definition.id.isEmpty())
        return std::nullopt;
    definition.version = textAt(row, "version");
    definition.name = textAt(row, "name");
    definition.description = textAt(row, "description");
    definition.type = textAt(row, "type");
    definition.endpoint = textAt(row, "endpoint");
    definition.serviceUrl = textAt(row, "serviceUrl");
    definition.annotations = textsAt(row, "annotations");
    if (const Json *nodes = memberAt(row, "nodes"); nodes && nodes->is_array()) {
        for (const Json &node : *nodes) {
            if (node.is_object())
                definition.nodes << decodeNode(node);
        }
    }
    definition.metadata = sharedAt(row, "metadata");
    return definition;
}

Result<DefinitionPage> decodeDefinitionPage(GraphqlAnswer &answer)
{
    const Result<Json *> rows = rowsOf(answer, "ProcessDefinitions");
    if (!rows)
        return rows.error();
    DefinitionPage page;
    page.received = qsizetype((*rows)->size());
    for (Json &row : **rows) {
        if (auto definition = decodeDefinition(row))
            page.rows << std::move(*definition);
    }
    return page;
}

Result<WorkflowDefinition> decodeDefinitionDetail(GraphqlAnswer &answer)
{
    Result<DefinitionPage> page = decodeDefinitionPage(answer);
    if (!page)
        return page.error();
    if (!page->rows.isEmpty())
        return std::move(page->rows.first());
    return answer.errors.isEmpty() ? unknownDefinition() : errorOf(answer.errors);
}

Result<QString> decodeNewestVersion(GraphqlAnswer &answer)
{
    const Result<DefinitionPage> page = decodeDefinitionPage(answer);
    if (!page)
        return page.error();
    if (page->rows.isEmpty())
        return unknownDefinition();
    QString newest = page->rows.first().version;
    for (const WorkflowDefinition &each : page->rows) {
        if (isOlder(newest, each.version))
            newest = each.version;
    }
    return newest;
}

Result<QByteArray> decodeDefinitionSource(GraphqlAnswer &answer)
{
    const Result<Json *> rows = rowsOf(answer, "ProcessDefinitions");
    if (!rows)
        return rows.error();
    const QString text = (*rows)->empty() ? QString() : stringAt((*rows)->front(), "source");
    if (!text.isEmpty())
        return text.toUtf8();
    Error error;
    error.kind = Error::Kind::NotFound;
    error.why = Texts::tr("Neither the runtime nor Data Index keeps the text of this workflow.");
    error.remedy = Texts::tr("Add the source files add-on to the workflow's service.");
    return error;
}

} // namespace podium
