// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv/csvreader.h"

#include <functional>

namespace podium {

inline constexpr qint64 kMostCsvBytes = 32 << 20;
inline constexpr int kMostCsvRows = 10'000; ///< as many as one action on many has

/// A CSV file with a header: what its columns are called, and its records.
struct CsvTable
{
    CsvDialect dialect;
    QStringList header; ///< never empty names: a column without one is called by its number
    QList<CsvRecord> rows;
};

/// Reads a whole file; `dialect` as the user chose it, else as detected. Kind::Storage where it cannot be opened,
/// Kind::Validation for what is no CSV, has no row below its header, or is larger than the limits. `cancelled` is asked
/// now and then. Any thread.
Result<CsvTable> readCsvFile(const QString &path, const std::optional<CsvDialect> &dialect,
                             const std::function<bool()> &cancelled = {});
/// The same for a text.
Result<CsvTable> readCsv(QByteArrayView text, const std::optional<CsvDialect> &dialect,
                         const std::function<bool()> &cancelled = {});

} // namespace podium
