// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journalfile.h"

#include "app/journal/linefile.h"
#include "app/settings/environmentstore.h"
#include "models/core/logging.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLine = 64 << 10; // a record is a few hundred bytes

/// Newest first.
Result<QList<ActionRecord>> readRecords(const QString &path, qint64 size, const JournalFile::Limits &limits)
{
    if (size == 0)
        return QList<ActionRecord>();
    const Result<QByteArray> text = endOfFile(path, size, limits.mostRead);
    if (!text)
        return text.error();
    QList<ActionRecord> records;
    const QByteArrayView all(*text);
    qsizetype end = all.size();
    while (end > 0 && records.size() < limits.mostRecords) {
        const qsizetype breakAt = all.first(end).lastIndexOf('\n');
        const QByteArrayView line = all.sliced(breakAt + 1, end - breakAt - 1);
        end = qMax<qsizetype>(breakAt, 0);
        if (line.isEmpty() || line.size() > kMostLine)
            continue;
        if (const auto record = actionRecordFromJson(line))
            records << *record;
    }
    return records;
}

} // namespace

JournalFile::JournalFile(const QString &folder, const QString &environmentName, QObject *parent)
    : JournalFile(folder, environmentName, Limits(), parent)
{
}

JournalFile::JournalFile(const QString &folder, const QString &environmentName, const Limits &limits, QObject *parent)
    : ActionJournal(parent)
    , m_path(QDir(folder).filePath(fileNameFor(environmentName)))
    , m_limits(limits)
{
}

QString JournalFile::fileNameFor(const QString &environmentName)
{
    return EnvironmentStore::uniqueFileNameFor(environmentName) % u".jsonl";
}

void JournalFile::add(const ActionRecord &record)
{
    insert({record, false, false});
    keep();
    shorten();
    Q_EMIT changed();
}

/// By the time they were asked for: an answer may take minutes.
void JournalFile::insert(Entry entry)
{
    const auto place = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&](const Entry &other) { return other.record.time <= entry.record.time; });
    m_entries.insert(place, std::move(entry));
}

/// Writes what the file does not have yet.
void JournalFile::keep()
{
    QByteArray lines;
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry) {
        if (!entry->isKept)
            lines += toJson(entry->record) + '\n';
    }
    const QString why = appendLines(m_path, lines);
    const QString problem =
        why.isEmpty() ? QString()
                      : tr("Actions are not kept: the file %1 could not be written (%2). They are listed here until "
                           "Podium closes.")
                            .arg(QDir::toNativeSeparators(m_path), why);
    if (problem != m_writeProblem && !problem.isEmpty())
        qCWarning(logStore, "%s", qUtf8Printable(problem));
    m_writeProblem = problem;
    if (!why.isEmpty())
        return;
    for (Entry &entry : m_entries)
        entry.isKept = true;
}

void JournalFile::shorten()
{
    const qint64 size = QFileInfo(m_path).size();
    if (size <= m_limits.rewriteAbove || !m_writeProblem.isEmpty())
        return;
    const Result<QByteArray> newest = endOfFile(m_path, size, m_limits.rewriteAbove / 2);
    QSaveFile file(m_path);
    const bool isDone = newest && file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly) &&
                        file.write(*newest) == newest->size() && file.commit();
    if (!isDone) // nothing is lost: it stays as it was, and the next record tries again
        qCWarning(logStore, "The journal %s could not be shortened", qUtf8Printable(m_path));
}

QList<ActionRecord> JournalFile::records() const
{
    QList<ActionRecord> records;
    records.reserve(static_cast<qsizetype>(m_entries.size()));
    for (const Entry &entry : m_entries)
        records << entry.record;
    return records;
}

void JournalFile::read()
{
    if (std::exchange(m_isReading, true))
        return;
    // No further than it reaches now: what is added meanwhile is known.
    for (Entry &entry : m_entries)
        entry.isReadAgain = entry.isKept;
    const auto work = [path = m_path, size = QFileInfo(m_path).size(), limits = m_limits] {
        return readRecords(path, size, limits);
    };
    deliverTo(this, runOnWorker<QList<ActionRecord>>(work),
              [this](const Result<QList<ActionRecord>> &result) { arrived(result); });
}

void JournalFile::arrived(const Result<QList<ActionRecord>> &read)
{
    m_isReading = false;
    m_readProblem.clear();
    if (!read) {
        m_readProblem = tr("Earlier actions are not listed: the file %1 could not be read (%2).")
                            .arg(QDir::toNativeSeparators(m_path), read.error().why);
        qCWarning(logStore, "%s", qUtf8Printable(m_readProblem));
    } else {
        std::erase_if(m_entries, [](const Entry &entry) { return entry.isReadAgain; });
        for (const ActionRecord &record : *read)
            m_entries.push_back({record, true, true});
        std::stable_sort(m_entries.begin(), m_entries.end(),
                         [](const Entry &a, const Entry &b) { return a.record.time > b.record.time; });
    }
    Q_EMIT changed();
}

QString JournalFile::problem() const
{
    return m_writeProblem.isEmpty() ? m_readProblem : m_writeProblem;
}

} // namespace podium
