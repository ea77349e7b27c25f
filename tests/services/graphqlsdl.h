// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace podium {

/// As much of a GraphQL schema language file as is needed to check queries against it: object and input types with the
/// types of their fields. Not a general parser.
class GraphqlSdl
{
public:
    /// Adds a file; "extend type" and "extend input" add to what is there.
    void read(const QString &text);

    bool has(const QString &type) const { return m_types.contains(type); }
    QStringList fieldsOf(const QString &type) const { return m_types.value(type).keys(); }
    /// Without list and non-null marks: "[Node!]" → "Node"; "" for an unknown field.
    QString typeOf(const QString &type, const QString &field) const { return m_types.value(type).value(field); }

    /// What is asked for in `document` and not there, as "Type.field"; empty when the query fits.
    QStringList unknownIn(const QString &document) const;

private:
    QStringList unknownIn(const QStringList &tokens, qsizetype &at, const QString &type) const;

    QHash<QString, QHash<QString, QString>> m_types;
};

} // namespace podium
