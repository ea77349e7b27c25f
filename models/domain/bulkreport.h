// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>

namespace podium {

/// What became of one item of an action on many.
enum class BatchOutcome {
    NotTried,    ///< its turn did not come
    Done,        ///< the server shows it
    Unconfirmed, ///< it was sent, and the server does not show it (yet)
    Failed,
    Skipped, ///< left alone: it moved on by itself before, or there is nothing to do it with
};
inline constexpr std::array kBatchOutcomes{BatchOutcome::Failed, BatchOutcome::Unconfirmed, BatchOutcome::Skipped,
                                           BatchOutcome::NotTried, BatchOutcome::Done}; ///< what needs a look first

QString displayName(BatchOutcome outcome); ///< translated
QString wordOf(BatchOutcome outcome);      ///< as in the file: "done", "notTried"…

/// What can be done to many instances at once.
enum class BulkVerb {
    Retry,
    Skip,
    Abort,
    Rerun,
    Start, ///< new runs, with inputs of a file: the items are no instances before
};
/// Those for instances that are chosen.
inline constexpr std::array kBulkVerbs{BulkVerb::Retry, BulkVerb::Skip, BulkVerb::Rerun, BulkVerb::Abort};

QString wordOf(BulkVerb verb); ///< "retry", "skip", "abort", "rerun", "start"
std::optional<BulkVerb> bulkVerbFromWord(const QString &word);
/// Why `verb` does nothing for an instance in this state, translated; "" when it applies.
QString whyNot(BulkVerb verb, InstanceState state);

struct BulkItem
{
    WorkflowInstance instance; ///< as last read; not detailed. Of Start: the new one, without an id before
    BatchOutcome outcome = BatchOutcome::NotTried;
    QString reason;        ///< plain text for the user, where there is one to tell
    QString newInstanceId; ///< of Rerun and Start
    QDateTime at;          ///< UTC, when the outcome was known
    int line = 0;          ///< of Start: where its row begins in the file, from 1
};

/// An action on many instances: what was planned, and what became of each.
struct BulkReport
{
    QString id; ///< sorts by time; fit for a file name
    BulkVerb verb = BulkVerb::Retry;
    QDateTime begun; ///< UTC
    QDateTime ended; ///< invalid while it runs, or when Podium was closed before its end
    QString user;
    QString about; ///< what was chosen, in the user's words
    QList<BulkItem> items;

    int countOf(BatchOutcome outcome) const;
    /// Something is left to do, or to look at.
    bool isResumable() const;
};

// A report in a file, one JSON object a line: what it is, what is planned, then what becomes of each as it happens. The
// last word on an item counts, so that a file that ends anywhere is a report.
QByteArray bulkPlanLines(const BulkReport &report);
QByteArray bulkItemLine(int index, const BulkItem &item);
QByteArray bulkEndLine(const QDateTime &at);
QByteArray bulkResumedLine(const QDateTime &at, const QString &user);
/// Nothing for a text that does not begin with a plan. Other lines that make no sense are left out.
std::optional<BulkReport> bulkReportFromLines(QByteArrayView text);

} // namespace podium
