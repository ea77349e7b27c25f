// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/bulkstore.h"
#include "models/services/instancebatch.h"

#include <map>
#include <memory>

namespace podium {

class Clock;
class LiveFeed;
class SessionService;

/// The actions on many instances that run in one environment, whatever page is open, with their reports. Each outcome
/// is kept by the store as it happens. UI thread.
class BulkRuns : public QObject
{
    Q_OBJECT
public:
    BulkRuns(const InstanceBatch::Services &services, BulkStore &store, const SessionService &session, LiveFeed &live,
             const Clock &clock, QObject *parent = nullptr);
    ~BulkRuns() override;

    /// Begins at once; `about` says in the user's words what was chosen. Answers the id of the report.
    QString start(BulkVerb verb, const QList<WorkflowInstance> &rows, const QString &about);
    /// The same for new runs of a workflow: each of `items` has the workflow, its version and its business key in
    /// `instance`, and its line; `inputs`, one for each, are kept in memory only.
    QString startRuns(const QList<BulkItem> &items, const QList<SharedJson> &inputs, const QString &about);
    /// Goes on with what is left of an interrupted one: what was not tried is tried, what was sent is only looked at.
    void resume(const BulkReport &report);

    /// The report as it is now, of one that was begun or resumed since the start; nullptr for others.
    const BulkReport *report(const QString &id) const;
    /// While it runs; else nullptr.
    Batch *batch(const QString &id) const;
    QStringList running() const;
    /// Newest first: those of the store, as they are now.
    Async<QList<BulkReport>> reports();
    Async<BulkReport> readReport(const QString &id);
    QString problem() const { return m_store.problem(); } ///< why reports are not kept; "" when all is well

    void setOptions(const Batch::Options &options) { m_options = options; }

Q_SIGNALS:
    void started(const QString &id);
    void itemChanged(const QString &id, int index);
    void progressed(const QString &id);
    void finished(const QString &id);
    void problemChanged();

private:
    struct Run
    {
        BulkReport report;
        QList<SharedJson> inputs;             ///< of Start; empty after a start of Podium
        std::unique_ptr<InstanceBatch> batch; ///< null when it ended
    };

    QString begin(BulkVerb verb, const QList<BulkItem> &items, const QList<SharedJson> &inputs, const QString &about);
    void run(const QString &id, const QList<int> &todo, const QList<int> &sent);
    void note(const QString &id, int index);
    void noteUnsure(const QString &id, int index, const QString &reason);
    void keep(const QString &id, int index, BulkItem item);
    void ended(const QString &id);
    QString userName() const;
    QList<WorkflowInstance> rowsOf(const BulkReport &report) const;

    InstanceBatch::Services m_services;
    BulkStore &m_store;
    const SessionService &m_session;
    LiveFeed &m_live;
    const Clock &m_clock;
    Batch::Options m_options = InstanceBatch::gentle();
    std::map<QString, Run> m_runs;
};

} // namespace podium
