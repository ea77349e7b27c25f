// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/csvfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CsvFile)
};

constexpr qsizetype kPiece = 64 << 10; // bytes between two looks at `cancelled`

Error refusal(const QString &why, const QString &remedy)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = Texts::tr("The file cannot be used.");
    error.why = why;
    error.remedy = remedy;
    return error;
}

QStringList headerOf(const QStringList &cells)
{
    QStringList header;
    for (const QString &cell : cells) {
        QString name = cell.simplified().left(200);
        if (name.isEmpty())
            name = Texts::tr("Column %1").arg(header.size() + 1);
        QString unique = name;
        for (int n = 2; header.contains(unique); ++n)
            unique = u"%1 (%2)"_s.arg(name).arg(n);
        header << unique;
    }
    return header;
}

Result<CsvTable> tooManyRows()
{
    return refusal(Texts::tr("It has more than %1 rows.").arg(QLocale().toString(kMostCsvRows)),
                   Texts::tr("Divide it into several files."));
}

} // namespace

Result<CsvTable> readCsv(QByteArrayView text, const std::optional<CsvDialect> &dialect,
                         const std::function<bool()> &cancelled)
{
    CsvTable table;
    table.dialect = dialect.value_or(CsvDialect());
    if (!dialect)
        table.dialect = detectDialect(text);
    CsvReader reader(table.dialect);
    QList<CsvRecord> records;
    for (qsizetype from = 0; from <= text.size(); from += kPiece) {
        if (cancelled && cancelled())
            return Error::cancelled();
        auto some = from < text.size() ? reader.feed(text.sliced(from).first(qMin(kPiece, text.size() - from)))
                                       : Result<QList<CsvRecord>>(QList<CsvRecord>());
        if (!some)
            return some.error();
        records += *some;
        if (records.size() > kMostCsvRows + 1)
            return tooManyRows();
    }
    const auto last = reader.finish();
    if (!last)
        return last.error();
    records += *last;
    if (records.size() > kMostCsvRows + 1)
        return tooManyRows();
    if (records.size() < 2)
        return refusal(Texts::tr("There is no row below its first line."),
                       Texts::tr("The first line names the columns; each further one is a run."));
    table.header = headerOf(records.takeFirst().cells);
    table.rows = records;
    return table;
}

Result<CsvTable> readCsvFile(const QString &path, const std::optional<CsvDialect> &dialect,
                             const std::function<bool()> &cancelled)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.what = Texts::tr("The file %1 could not be read.").arg(QDir::toNativeSeparators(path));
        error.why = file.errorString();
        return error;
    }
    const QByteArray text = file.read(kMostCsvBytes + 1);
    if (text.size() > kMostCsvBytes)
        return refusal(Texts::tr("It is larger than %1.").arg(QLocale().formattedDataSize(kMostCsvBytes, 0)),
                       Texts::tr("Divide it into several files."));
    return readCsv(text, dialect, cancelled);
}

} // namespace podium
