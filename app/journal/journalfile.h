// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/services/actionjournal.h"

#include <vector>

namespace podium {

/// A journal in a file with one JSON object a line, which only its owner may read. Each record is in the file before
/// add() returns. A file that cannot be written is told in problem(), and what it lacks is written with the next
/// record. Lines that are no record are left out. UI thread.
class JournalFile : public ActionJournal
{
    Q_OBJECT
public:
    struct Limits
    {
        qint64 rewriteAbove = 4 << 20; ///< bytes: a larger file is made half as large, keeping its end
        qint64 mostRead = 8 << 20;     ///< bytes, from the end
        int mostRecords = 5000;        ///< read
    };

    /// The journal of an environment in `folder`, which is made with the first record.
    JournalFile(const QString &folder, const QString &environmentName, QObject *parent = nullptr);
    JournalFile(const QString &folder, const QString &environmentName, const Limits &limits, QObject *parent = nullptr);

    void add(const ActionRecord &record) override;
    QList<ActionRecord> records() const override;
    void read() override;
    bool isReading() const override { return m_isReading; }
    QString problem() const override;

    QString path() const { return m_path; }
    /// Letters that say which environment it is, and a hash, as different names may look the same by these.
    static QString fileNameFor(const QString &environmentName);

private:
    struct Entry
    {
        ActionRecord record;
        bool isKept = false;      ///< in the file
        bool isReadAgain = false; ///< was in the file when read() began
    };

    void insert(Entry entry);
    void keep();
    void shorten();
    void arrived(const Result<QList<ActionRecord>> &read);

    QString m_path;
    Limits m_limits;
    std::vector<Entry> m_entries; ///< newest first
    bool m_isReading = false;
    QString m_writeProblem;
    QString m_readProblem;
};

} // namespace podium
