// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/bulkfiles.h"

#include "app/journal/linefile.h"
#include "app/settings/environmentstore.h"
#include "models/core/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostRead = 64 << 20; ///< bytes of a report: the longest plan has less
const QString kEnding = u".jsonl"_s;

Result<BulkReport> readFile(const QString &path)
{
    Error error;
    error.what = BulkFiles::tr("The report could not be read.");
    error.kind = Error::Kind::NotFound;
    error.why = BulkFiles::tr("There is no report of this name.");
    QFile file(path);
    if (!file.exists())
        return error;
    error.kind = Error::Kind::Storage;
    error.why = BulkFiles::tr("The file %1 is no report.").arg(QDir::toNativeSeparators(path));
    if (!file.open(QIODevice::ReadOnly)) {
        error.why = file.errorString();
        return error;
    }
    if (file.size() > kMostRead)
        return error;
    const auto report = bulkReportFromLines(file.readAll());
    return report ? Result<BulkReport>(*report) : Result<BulkReport>(error);
}

} // namespace

BulkFiles::BulkFiles(const QString &folder, const QString &environmentName, QObject *parent)
    : BulkStore(parent)
    , m_folder(QDir(folder).filePath(EnvironmentStore::uniqueFileNameFor(environmentName)))
{
}

/// Empty for a text that is no id of ours: it may come from outside, and must not lead elsewhere.
QString BulkFiles::pathOf(const QString &id) const
{
    static const QRegularExpression ours(u"^[0-9a-z-]{1,80}$"_s);
    return ours.match(id).hasMatch() ? QDir(m_folder).filePath(id % kEnding) : QString();
}

void BulkFiles::begin(const BulkReport &plan)
{
    append(plan.id, bulkPlanLines(plan));
}

void BulkFiles::note(const QString &id, int index, const BulkItem &item)
{
    append(id, bulkItemLine(index, item));
}

void BulkFiles::end(const QString &id, const QDateTime &at)
{
    append(id, bulkEndLine(at));
}

void BulkFiles::resumed(const QString &id, const QDateTime &at, const QString &user)
{
    append(id, bulkResumedLine(at, user));
}

void BulkFiles::append(const QString &id, const QByteArray &lines)
{
    const QByteArray all = m_unwritten.take(id) + lines;
    const QString why = appendLines(pathOf(id), all);
    if (!why.isEmpty())
        m_unwritten.insert(id, all);
    const QString problem =
        why.isEmpty() ? QString()
                      : tr("The report is not kept: the file %1 could not be written (%2). It is shown until Podium "
                           "closes.")
                            .arg(QDir::toNativeSeparators(pathOf(id)), why);
    if (problem == m_problem)
        return;
    if (!problem.isEmpty())
        qCWarning(logStore, "%s", qUtf8Printable(problem));
    m_problem = problem;
    Q_EMIT problemChanged();
}

Async<QList<BulkReport>> BulkFiles::reports()
{
    return runOnWorker<QList<BulkReport>>([folder = m_folder]() -> Result<QList<BulkReport>> {
        QList<BulkReport> reports;
        const QDir dir(folder);
        const QStringList names = dir.entryList({u'*' % kEnding}, QDir::Files, QDir::Name | QDir::Reversed);
        for (const QString &name : names) {
            if (reports.size() >= kMostReports)
                break;
            if (const Result<BulkReport> report = readFile(dir.filePath(name)))
                reports << *report;
        }
        return reports;
    });
}

Async<BulkReport> BulkFiles::report(const QString &id)
{
    return runOnWorker<BulkReport>([path = pathOf(id)] { return readFile(path); });
}

} // namespace podium
