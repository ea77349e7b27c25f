// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArrayView>
#include <QList>
#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace podium {

/// One record of a CSV file.
struct CsvRecord
{
    int line = 0; ///< where it begins, from 1: fields in quotes may hold line breaks
    QStringList cells;
};

/// How a CSV file is written.
struct CsvDialect
{
    enum class Encoding { Utf8, Utf16Le, Utf16Be, Latin1 };
    QChar separator = u',';
    Encoding encoding = Encoding::Utf8;
    int bom = 0; ///< bytes of the byte order mark in front

    bool operator==(const CsvDialect &) const = default;
};

/// What the beginning of a file tells: a byte order mark, else UTF-8 where the bytes are that, else Latin-1; the
/// separator out of comma, semicolon, tab and bar that divides the first lines most evenly. Any bytes, any thread.
CsvDialect detectDialect(QByteArrayView text);

/// Reads CSV as RFC 4180 says (https://www.rfc-editor.org/rfc/rfc4180), record by record, from pieces of any size:
/// quotes with "" for one within, line breaks within quotes, CRLF, LF or CR between records. What the RFC leaves open
/// is taken as spreadsheets do: text after a closing quote belongs to the field, a quote within an unquoted field is a
/// character, empty lines are none. Any thread.
class CsvReader
{
public:
    static constexpr qsizetype kMostCells = 1000;   ///< of a record; more are an error
    static constexpr qsizetype kMostCell = 1 << 20; ///< characters

    explicit CsvReader(const CsvDialect &dialect);

    /// The records that are complete now. An error (Kind::Validation, with the line) ends the reading.
    Result<QList<CsvRecord>> feed(QByteArrayView bytes);
    /// The last record, where the file does not end with a line break.
    Result<QList<CsvRecord>> finish();

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    void take(QChar character);
    void endCell();
    void endRecord();
    Result<QList<CsvRecord>> taken();
    void fail(const QString &why);

    CsvDialect m_dialect;
    QStringDecoder m_decoder;
    State m_state = State::FieldStart;
    QString m_cell;
    CsvRecord m_record;
    QList<CsvRecord> m_records;
    int m_line = 1;
    int m_quoteLine = 0; ///< where the field in quotes began
    bool m_afterReturn = false;
    bool m_wasQuoted = false;
    std::optional<Error> m_error;
};

} // namespace podium
