// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/poll.h"
#include "models/services/instanceservice.h"

#include <QHash>
#include <QSet>

namespace podium {

/// New and changed instances for the lists on screen. Each answer is made of
///  1. the instances whose lastUpdate is at or after the watermark, newest first, page by page. The watermark is the
///  newest
///     lastUpdate seen (times of the server only), less an overlap, because events of different instances reach Data
///     Index out of order and are cut to the millisecond; what was seen before is dropped again;
///  2. with them the open rows on screen by id, because an instance that fails does not move lastUpdate.
/// What a server tells by itself joins in with push(). The newer by the server's time counts, and of the same time what
/// was told by itself, for the answer under way may be from before.
class ListPoll : public Poll
{
    Q_OBJECT
public:
    ListPoll(InstanceService &instances, const PollingOptions &options, QObject *parent);

    int watchers = 0;
    /// Replaces what `list` said before.
    void setRows(const QObject *list, const QStringList &ids);
    void forgetRows(const QObject *list) { m_rows.remove(list); }
    /// Time on this computer, only to recognise a lastUpdate that is far in the future.
    void setNow(const QDateTime &now) { m_now = now; }
    /// Whether the list part knows `row` in this state already.
    bool knowsState(const WorkflowInstance &row) const;

    /// What the server told by itself: what is new of it is told on, and what is doubtful is read with the next
    /// question. Never moves the watermark, for nobody knows what else was not told.
    void push(const QList<WorkflowInstance> &rows);
    bool hasDoubts() const { return !m_doubtful.isEmpty(); }

Q_SIGNALS:
    void changed(const QList<podium::WorkflowInstance> &rows); ///< before answered()
    void overtaken();                                          ///< more changed than was read

protected:
    void start() override;
    void abandon() override { m_pending.cancel(); }

private:
    void askPage(int number);
    void takePage(int number, const InstancePage &page);
    void askOpenRows();
    void take(const QList<WorkflowInstance> &rows);
    void moveWatermark(const QList<WorkflowInstance> &rows);
    void forgetOld();
    void forgetMany();
    QSet<QString> onScreen() const;
    void tellFresh();
    void finish();
    void fail(const Error &error);
    QStringList openIds() const;

    InstanceService &m_instances;
    QDateTime m_now;
    QDateTime m_watermark; // of the last whole answer
    QDateTime m_newest;    // of the answer under way
    QHash<QString, WorkflowInstance> m_known;
    QHash<const QObject *, QStringList> m_rows;
    QSet<QString> m_answered;        // ids of the answer under way
    QSet<QString> m_pushed;          // told by the server since the question
    QSet<QString> m_doubtful;        // told in an order that cannot be: to be read
    QSet<QString> m_settling;        // those of them that are asked for
    QStringList m_open;              // asked for by id
    QList<WorkflowInstance> m_fresh; // new or changed, not told yet; outlives an answer that was cut short
    Pending m_pending;
};

} // namespace podium
