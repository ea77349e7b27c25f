// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace podium {

/// One GraphQL operation, ready to be sent.
struct GraphqlRequest
{
    QString document;
    Json variables = Json::object();
    QString label; ///< for traces: "ProcessInstances"
    QString what;  ///< Error::what of a failure, translated
    bool changesSomething = false;

    QByteArray body() const; ///< the JSON to POST
};

/// Puts a document together from what is really asked: all values travel as variables, and a value that is not set
/// leaves its argument out, because servers fail on null ones. An argument is named like its variable.
class GraphqlDocument
{
public:
    enum class Operation { Query, Mutation };

    /// A null `value` is left out.
    GraphqlDocument &variable(const QString &name, const QString &type, Json value);
    /// A root field with those of `arguments` that have a value. `selection` is "" for scalars.
    GraphqlDocument &field(const QString &name, const QStringList &arguments, const QString &selection = {});
    /// The same root field several times: `alias` is what its answer is called, `arguments` names the variable of each.
    GraphqlDocument &aliased(const QString &alias, const QString &name, const QHash<QString, QString> &arguments,
                             const QString &selection = {});
    GraphqlRequest request(Operation operation, const QString &label, const QString &what) const;

private:
    void add(const QString &field, const QStringList &given, const QString &selection);

    QStringList m_declarations;
    QSet<QString> m_set;
    QStringList m_fields;
    Json m_variables = Json::object();
};

/// Those of `wanted` that the server has, as a selection.
QString selectionOf(const QStringList &wanted, const QSet<QString> &available);
Json jsonText(const QString &text);
Json jsonTexts(const QStringList &texts);
/// {"limit":…,"offset":…}; the limit is always sent: without one the server would answer with everything.
Json pagination(int offset, int limit);

/// The field names of one type, of results or of arguments. One type per request: more at once are refused as bad-faith
/// introspection.
GraphqlRequest typeFieldsRequest(const QString &typeName);

} // namespace podium
