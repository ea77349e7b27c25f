// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/csvreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)
};

constexpr qsizetype kLookedAt = 64 << 10; // bytes for the separator
constexpr int kLinesLookedAt = 20;

QStringConverter::Encoding converterOf(CsvDialect::Encoding encoding)
{
    switch (encoding) {
    case CsvDialect::Encoding::Utf16Le:
        return QStringConverter::Utf16LE;
    case CsvDialect::Encoding::Utf16Be:
        return QStringConverter::Utf16BE;
    case CsvDialect::Encoding::Latin1:
        return QStringConverter::Latin1;
    case CsvDialect::Encoding::Utf8:
        break;
    }
    return QStringConverter::Utf8;
}

void detectEncoding(CsvDialect &dialect, QByteArrayView text)
{
    using Encoding = CsvDialect::Encoding;
    const auto mark = [&](const char *bytes, Encoding encoding) {
        const QByteArrayView wanted(bytes);
        if (!text.startsWith(wanted))
            return false;
        dialect.encoding = encoding;
        dialect.bom = static_cast<int>(wanted.size());
        return true;
    };
    if (mark("\xef\xbb\xbf", Encoding::Utf8) || mark("\xff\xfe", Encoding::Utf16Le) ||
        mark("\xfe\xff", Encoding::Utf16Be))
        return;
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString decoded = utf8.decode(text);
    dialect.encoding = utf8.hasError() ? Encoding::Latin1 : Encoding::Utf8;
}

/// How often a separator stands in each of the first lines, outside of quotes.
QList<int> countsOf(QChar separator, QStringView text)
{
    QList<int> counts;
    int count = 0;
    bool isQuoted = false;
    bool isEmpty = true;
    for (const QChar each : text) {
        if (each == u'"')
            isQuoted = !isQuoted;
        if (!isQuoted && (each == u'\n' || each == u'\r')) {
            if (!isEmpty)
                counts << count;
            count = 0;
            isEmpty = true;
            if (counts.size() >= kLinesLookedAt)
                return counts;
            continue;
        }
        isEmpty = false;
        if (!isQuoted && each == separator)
            ++count;
    }
    if (!isEmpty)
        counts << count;
    return counts;
}

/// Lines that are divided as the first one is, times into how many; 0 where it is not divided at all.
qsizetype evenness(QChar separator, QStringView text)
{
    const QList<int> counts = countsOf(separator, text);
    if (counts.isEmpty() || counts.constFirst() == 0)
        return 0;
    const auto even = std::count(counts.cbegin(), counts.cend(), counts.constFirst());
    return static_cast<qsizetype>(even) * 1000 / counts.size() * 100 + qMin(counts.constFirst(), 99);
}

} // namespace

CsvDialect detectDialect(QByteArrayView text)
{
    CsvDialect dialect;
    detectEncoding(dialect, text);
    QStringDecoder decoder(converterOf(dialect.encoding), QStringConverter::Flag::ConvertInitialBom);
    const QString begin = decoder.decode(text.sliced(dialect.bom).first(qMin(kLookedAt, text.size() - dialect.bom)));
    static constexpr std::array kSeparators{u',', u';', u'\t', u'|'};
    qsizetype best = 0;
    for (const char16_t separator : kSeparators) {
        const qsizetype even = evenness(separator, begin);
        if (even > best) {
            best = even;
            dialect.separator = separator;
        }
    }
    return dialect;
}

CsvReader::CsvReader(const CsvDialect &dialect)
    : m_dialect(dialect)
    , m_decoder(converterOf(dialect.encoding), QStringConverter::Flag::ConvertInitialBom)
{
}

Result<QList<CsvRecord>> CsvReader::feed(QByteArrayView bytes)
{
    const auto skipped = qMin<qsizetype>(m_dialect.bom, bytes.size());
    m_dialect.bom -= static_cast<int>(skipped);
    const QString text = m_decoder.decode(bytes.sliced(skipped));
    for (const QChar each : text) {
        take(each);
        if (m_error)
            return *m_error;
    }
    return taken();
}

Result<QList<CsvRecord>> CsvReader::finish()
{
    if (m_error)
        return *m_error;
    if (m_state == State::Quoted) {
        m_line = m_quoteLine;
        fail(Texts::tr("A quote that is opened here is never closed."));
        return *m_error;
    }
    if (m_state != State::FieldStart || !m_record.cells.isEmpty() || m_wasQuoted)
        endRecord();
    if (m_error)
        return *m_error;
    return taken();
}

Result<QList<CsvRecord>> CsvReader::taken()
{
    return std::exchange(m_records, {});
}

void CsvReader::take(QChar character)
{
    const bool isBreak = character == u'\n' || character == u'\r';
    if (std::exchange(m_afterReturn, character == u'\r') && character == u'\n') {
        if (m_state == State::Quoted)
            m_cell += character;
        return; // the second half of a line break
    }
    if (isBreak)
        ++m_line;
    if (m_record.line == 0 && m_state == State::FieldStart && m_record.cells.isEmpty())
        m_record.line = isBreak ? m_line - 1 : m_line;
    if (m_state == State::Quoted) {
        if (character == u'"')
            m_state = State::QuoteInQuoted;
        else
            m_cell += character;
    } else if (character == u'"' && m_state == State::QuoteInQuoted) {
        m_cell += character;
        m_state = State::Quoted;
    } else if (character == u'"' && m_state == State::FieldStart) {
        m_state = State::Quoted;
        m_quoteLine = m_line;
        m_wasQuoted = true;
    } else if (character == m_dialect.separator) {
        endCell();
    } else if (isBreak) {
        endRecord();
    } else {
        m_cell += character;
        m_state = State::Plain;
    }
    if (m_cell.size() > kMostCell)
        fail(Texts::tr("A field is longer than a million characters. Is a quote missing?"));
}

void CsvReader::endCell()
{
    m_record.cells << std::exchange(m_cell, {});
    m_state = State::FieldStart;
    if (m_record.cells.size() > kMostCells) {
        m_line = m_record.line;
        fail(Texts::tr("There are more than %n fields in it.", nullptr, static_cast<int>(kMostCells)));
    }
}

void CsvReader::endRecord()
{
    const bool isEmpty = m_record.cells.isEmpty() && m_cell.isEmpty() && !m_wasQuoted;
    if (!isEmpty) {
        endCell();
        m_records << m_record;
    }
    m_record = {};
    m_cell.clear();
    m_state = State::FieldStart;
    m_wasQuoted = false;
}

void CsvReader::fail(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = Texts::tr("The file could not be read as CSV.");
    error.why = Texts::tr("Line %1: %2").arg(m_line).arg(why);
    error.remedy = Texts::tr("Correct the file, or choose another separator.");
    m_error = error;
}

} // namespace podium
