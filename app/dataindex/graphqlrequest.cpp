// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/graphqlrequest.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

QByteArray GraphqlRequest::body() const
{
    return toBytes({{"query", jsonText(document)}, {"variables", variables}});
}

GraphqlDocument &GraphqlDocument::variable(const QString &name, const QString &type, Json value)
{
    if (value.is_null())
        return *this;
    m_declarations << u'$' % name % u": "_s % type;
    m_set.insert(name);
    m_variables[name.toStdString()] = std::move(value);
    return *this;
}

GraphqlDocument &GraphqlDocument::field(const QString &name, const QStringList &arguments, const QString &selection)
{
    QStringList given;
    for (const QString &argument : arguments) {
        if (m_set.contains(argument))
            given << argument % u": $"_s % argument;
    }
    add(name, given, selection);
    return *this;
}

GraphqlDocument &GraphqlDocument::aliased(const QString &alias, const QString &name,
                                          const QHash<QString, QString> &arguments, const QString &selection)
{
    QStringList given;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it) {
        if (m_set.contains(it.value()))
            given << it.key() % u": $"_s % it.value();
    }
    given.sort();
    add(alias % u": "_s % name, given, selection);
    return *this;
}

void GraphqlDocument::add(const QString &field, const QStringList &given, const QString &selection)
{
    QString text = field;
    if (!given.isEmpty())
        text += u'(' % given.join(u", "_s) % u')';
    if (!selection.isEmpty())
        text += u" { "_s % selection % u" }"_s;
    m_fields << text;
}

GraphqlRequest GraphqlDocument::request(Operation operation, const QString &label, const QString &what) const
{
    GraphqlRequest request;
    request.changesSomething = operation == Operation::Mutation;
    request.document = request.changesSomething ? u"mutation"_s : u"query"_s;
    if (!m_declarations.isEmpty())
        request.document += u" ("_s % m_declarations.join(u", "_s) % u')';
    request.document += u" { "_s % m_fields.join(u' ') % u" }"_s;
    request.variables = m_variables;
    request.label = label;
    request.what = what;
    return request;
}

QString selectionOf(const QStringList &wanted, const QSet<QString> &available)
{
    QStringList present;
    for (const QString &name : wanted) {
        if (available.contains(name))
            present << name;
    }
    return present.join(u' ');
}

Json jsonText(const QString &text)
{
    return text.toStdString();
}

Json jsonTexts(const QStringList &texts)
{
    Json array = Json::array();
    for (const QString &text : texts)
        array.push_back(text.toStdString());
    return array;
}

Json pagination(int offset, int limit)
{
    return {{"limit", qMax(1, limit)}, {"offset", qMax(0, offset)}};
}

GraphqlRequest typeFieldsRequest(const QString &typeName)
{
    GraphqlRequest request;
    request.document = u"query ($name: String!) { __type(name: $name) { fields { name } inputFields { name } } }"_s;
    request.variables = {{"name", jsonText(typeName)}};
    request.label = u"__type "_s % typeName;
    request.what = QCoreApplication::translate("GraphqlRequest", "What Data Index offers could not be found out.");
    return request;
}

} // namespace podium
