// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVariant>

namespace podium {

enum class RowFormat {
    AsText, ///< tabs between cells, for pasting
    AsCsv,  ///< RFC 4180
    AsJson, ///< an array of objects by column key
};

/// Rows as text in UTF-8, piece by piece, so that lists of any length can be written. In CSV a text that a spreadsheet
/// would run as a formula (= + - @, tab or return in front) gets an apostrophe in front
/// (https://owasp.org/www-community/attacks/CSV_Injection).
class RowWriter
{
public:
    /// `keys` and `titles` of the columns, as many as each row has cells.
    RowWriter(RowFormat format, const QStringList &keys, const QStringList &titles);

    QByteArray begin() const;
    QByteArray row(const QVariantList &cells);
    QByteArray end() const;

private:
    QByteArray line(const QStringList &cells) const;
    QString field(const QVariant &cell) const;

    RowFormat m_format;
    QStringList m_keys;
    QStringList m_titles;
    bool m_any = false;
};

} // namespace podium
