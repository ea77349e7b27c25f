// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/definitionrequest.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DefinitionRequest)
};

constexpr int kMaxVersions = 1000;

const QStringList &rowFields()
{
    static const QStringList fields{u"id"_s,       u"version"_s,    u"name"_s,        u"description"_s, u"type"_s,
                                    u"endpoint"_s, u"serviceUrl"_s, u"annotations"_s, u"metadata"_s};
    return fields;
}

Json key(const QString &id, const QString &version)
{
    Json conditions = Json::array({{{"id", {{"equal", jsonText(id)}}}}});
    if (!version.isEmpty())
        conditions.push_back({{"version", {{"equal", jsonText(version)}}}});
    return {{"and", conditions}};
}

GraphqlRequest oneDefinition(const QString &id, const QString &version, const QString &selection, const QString &what)
{
    return GraphqlDocument()
        .variable(u"where"_s, u"ProcessDefinitionArgument"_s, key(id, version))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, 1))
        .field(u"ProcessDefinitions"_s, {u"where"_s, u"pagination"_s}, selection)
        .request(GraphqlDocument::Operation::Query, u"ProcessDefinition"_s, what);
}

} // namespace

GraphqlRequest definitionPageRequest(int offset, int limit, const ServerCapabilities &server)
{
    return GraphqlDocument()
        .variable(u"orderBy"_s, u"ProcessDefinitionOrderBy"_s, {{"id", "ASC"}, {"version", "ASC"}})
        .variable(u"pagination"_s, u"Pagination"_s, pagination(offset, limit))
        .field(u"ProcessDefinitions"_s, {u"orderBy"_s, u"pagination"_s},
               selectionOf(rowFields(), server.definitionFields))
        .request(GraphqlDocument::Operation::Query, u"ProcessDefinitions"_s,
                 Texts::tr("The list of workflows could not be read."));
}

GraphqlRequest definitionVersionsRequest(const QString &id)
{
    return GraphqlDocument()
        .variable(u"where"_s, u"ProcessDefinitionArgument"_s, key(id, {}))
        .variable(u"pagination"_s, u"Pagination"_s, pagination(0, kMaxVersions))
        .field(u"ProcessDefinitions"_s, {u"where"_s, u"pagination"_s}, u"id version"_s)
        .request(GraphqlDocument::Operation::Query, u"ProcessDefinition versions"_s,
                 Texts::tr("The workflow could not be read."));
}

GraphqlRequest definitionRequest(const QString &id, const QString &version, const ServerCapabilities &server)
{
    QString selection = selectionOf(rowFields(), server.definitionFields);
    if (server.definitionFields.contains(u"nodes"_s))
        selection += u" nodes { id name type uniqueId metadata { state branch action } }"_s;
    return oneDefinition(id, version, selection, Texts::tr("The workflow could not be read."));
}

GraphqlRequest definitionSourceRequest(const QString &id, const QString &version)
{
    return oneDefinition(id, version, u"source"_s, Texts::tr("The source of the workflow could not be read."));
}

} // namespace podium
