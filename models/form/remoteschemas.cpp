// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/remoteschemas.h"

#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Every reference and identifier of a schema.
struct Names
{
    QStringList refs;
    QSet<QString> ids;

    void collect(const Json &node)
    {
        if (const QString ref = stringAt(node, "$ref"); !ref.isEmpty())
            refs << ref;
        if (const QString id = stringAt(node, "$id"); !id.isEmpty())
            ids << id.section(u'#', 0, 0);
        for (auto it = node.begin(); node.is_structured() && it != node.end(); ++it)
            collect(*it);
    }
};

void makeAbsolute(Json &node, const QUrl &base)
{
    if (const QString ref = stringAt(node, "$ref"); !ref.isEmpty())
        node["$ref"] = base.resolved(QUrl(ref)).toString().toStdString();
    for (auto it = node.begin(); node.is_structured() && it != node.end(); ++it)
        makeAbsolute(*it, base);
}

} // namespace

QList<QUrl> missingDocuments(const Json &schema)
{
    Names names;
    names.collect(schema);
    const QUrl base(stringAt(schema, "$id"));
    QList<QUrl> missing;
    for (const QString &ref : std::as_const(names.refs)) {
        const QString document = ref.section(u'#', 0, 0);
        const QUrl address = base.resolved(QUrl(document));
        const bool isRemote = address.scheme() == "http"_L1 || address.scheme() == "https"_L1;
        const bool isHere =
            document.isEmpty() || names.ids.contains(document) || names.ids.contains(address.toString());
        if (isRemote && !isHere && !missing.contains(address))
            missing << address;
    }
    return missing;
}

Json withDocument(Json schema, const QUrl &address, Json document)
{
    if (!schema.is_object())
        return schema;
    if (!document.is_object())
        document = Json{{"allOf", Json::array({std::move(document)})}};
    makeAbsolute(document, address);
    document["$id"] = address.toString().toStdString();
    Json &definitions = schema["$defs"];
    if (!definitions.is_object())
        definitions = Json::object();
    definitions[address.toString().toStdString()] = std::move(document);
    return schema;
}

} // namespace podium
