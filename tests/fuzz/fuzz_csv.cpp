// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/csvfile.h"
#include "models/csv/rowinputs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace podium;

namespace {

QList<CsvRecord> inPieces(QByteArrayView text, const CsvDialect &dialect, qsizetype piece)
{
    CsvReader reader(dialect);
    QList<CsvRecord> records;
    for (qsizetype from = 0; from < text.size(); from += piece) {
        const auto some = reader.feed(text.sliced(from).first(qMin(piece, text.size() - from)));
        if (!some)
            return {};
        records += *some;
    }
    const auto last = reader.finish();
    return last ? records + *last : QList<CsvRecord>();
}

/// Of bytes that are no text Qt makes one replacement mark or several, as the pieces fall.
bool isText(const QList<CsvRecord> &records)
{
    return std::none_of(records.cbegin(), records.cend(), [](const CsvRecord &record) {
        return record.cells.join(QChar()).contains(QChar::ReplacementCharacter);
    });
}

} // namespace

/// Any bytes are read or refused; the same comes of them in pieces of any size, and each row makes an input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const CsvDialect dialect = detectDialect(text);
    const QList<CsvRecord> whole = inPieces(text, dialect, qMax<qsizetype>(1, text.size()));
    const QList<CsvRecord> pieces = inPieces(text, dialect, 3);
    const auto isSame = [](const CsvRecord &a, const CsvRecord &b) { return a.cells == b.cells && a.line == b.line; };
    if (isText(whole) && isText(pieces) &&
        !std::equal(whole.cbegin(), whole.cend(), pieces.cbegin(), pieces.cend(), isSame))
        __builtin_trap();
    const auto table = readCsv(text, {});
    if (!table)
        return 0;
    static const RowInputs inputs(std::make_shared<const Json>(Json::parse(R"({"type":"object","properties":{
        "a":{"type":"integer"},"b":{"type":"object","properties":{"c":{"enum":["x","y"]},"d":{"type":"boolean"}}},
        "e":{"type":"array","uniqueItems":true,"items":{"enum":["p","q"]}}}})")));
    for (const CsvRecord &row : table->rows.first(qMin<qsizetype>(20, table->rows.size()))) {
        if (!inputs.inputOf(row, table->header, inputs.usesFor(table->header)).input->is_object())
            __builtin_trap();
    }
    return 0;
}
