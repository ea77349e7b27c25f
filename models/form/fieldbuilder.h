// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"

namespace podium {

class SchemaResolver;
struct EffectiveSchema;

/// Makes FormFields from parts of a schema: the work behind FormSchema. Use once, from one thread.
class FieldBuilder
{
public:
    FieldBuilder(const SchemaResolver &resolver, int maxFields)
        : m_resolver(resolver)
        , m_mostFields(maxFields)
        , m_fieldsLeft(maxFields)
    {
    }

    /// `trail`: the references that lead here; one that comes again makes the field lazy.
    FormField build(const SharedJson &schema, const std::string &key, bool required, const QStringList &trail = {});
    /// The members of an object. `schema` must be effective.
    std::vector<FormField> members(const SharedJson &schema, const QStringList &trail = {});

    QStringList problems() const { return m_problems; }

private:
    void fillKind(FormField &field, const QStringList &trail);
    void fillByType(FormField &field, const std::string &type, const QStringList &trail);
    bool fillAlternatives(FormField &field, const QStringList &trail);
    void fillObject(FormField &field, const QStringList &trail);
    void fillArray(FormField &field);
    void fillRaw(FormField &field, const QString &note);
    QList<FormChoice> constants(const Json &alternatives) const;
    QString variantTitle(const SharedJson &alternative, qsizetype number) const;
    void problem(const QString &text);
    /// Beyond the limit as many fields again are listed, as JSON; then no more.
    bool isFull() const { return m_fieldsLeft <= -m_mostFields; }

    const SchemaResolver &m_resolver;
    const int m_mostFields;
    int m_fieldsLeft;
    int m_depth = 0;
    QStringList m_problems;
};

/// `node` inside `owner`, sharing its life.
SharedJson partOf(const SharedJson &owner, const Json &node);
/// The keyword of a variant field that holds its alternatives, "oneOf" or "anyOf"; "" for none.
const char *alternativesKey(const Json &schema);
/// The types of a schema, null excepted; told from other keywords where "type" is missing.
std::vector<std::string> typesOf(const Json &schema);

} // namespace podium
