// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "models/services/console.h"
#include "models/services/instanceservice.h"
#include "models/watch/ruleevaluation.h"

#include <QDateTime>
#include <QObject>
#include <QQueue>

#include <functional>

namespace podium {

/// What the rules of an environment need to have looked at.
struct WatchNeeds
{
    bool failures = false;
    bool ends = false;
    bool running = false;
    bool overdue = false;
    bool runtimes = false;
    bool usual = false;                              ///< how long runs usually take, too
    QStringList workflowIds;                         ///< of the failures; empty for any
    QStringList instanceIds;                         ///< single instances
    QList<std::pair<QString, InstanceQuery>> counts; ///< by the id of the rule

    bool isEmpty() const;
    bool needsFeed() const { return failures || ends || !instanceIds.isEmpty(); }
};

/// Looks at what the live feed does not tell: one question at a time, and the rest of a round is given up when one
/// fails. UI thread.
class WatchReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostFailed = 500;
    static constexpr int kMostRunning = 500;
    static constexpr int kMostOverdue = 200;
    static constexpr int kMostOpen = 100;
    static constexpr int kSlowEvery = 4;     ///< rounds: what changes slowly
    static constexpr int kWholeEvery = 8;    ///< rounds: failures, although their number is the same
    static constexpr int kSilentRounds = 2;  ///< one missed answer is no outage
    static constexpr int kFinished = 200;    ///< completed runs of a workflow that say what is usual
    static constexpr int kMostUsual = 20;    ///< workflows whose usual durations are read in one round
    static constexpr int kCatchUpPages = 10; ///< of kCatchUpRows
    static constexpr int kCatchUpRows = 200;
    static constexpr qint64 kUsualForMs = 15 * 60'000; ///< what is usual is read again after this

    explicit WatchReader(const Console &console, QObject *parent = nullptr);

    /// `upTo`: by the server's clock, what was looked at before; invalid for a first look.
    void start(const WatchNeeds &needs, bool isCatchUp, const QDateTime &upTo);
    /// The counts only: something moved.
    void startCounts(const WatchNeeds &needs);
    void cancel();
    bool isReading() const { return m_isReading; }
    /// The live feed told of rows: what is on its way may be older.
    void noteRows() { m_rowsCame = true; }

Q_SIGNALS:
    void seen(const podium::Observation &observation);
    void openRows(const QStringList &ids); ///< instances that are not over, for the live feed to look after
    void finished(bool ok);                ///< a round, not the counts only

private:
    using Step = std::function<void()>;

    void next();
    void fail(const Error &error);
    void end(bool ok);
    template <typename T, typename Take>
    void ask(Async<T> question, Take take);

    void addSteps();
    void readInstances();
    void readChanged(int page);
    void readOpen();
    void readFailedCount();
    void readFailed();
    void readRunning();
    void addUsual();
    void tellRunning();
    void readOverdue();
    void readDefinitions();
    void addProbes();
    void noteProbe(const WorkflowDefinition &definition, const Result<Availability> &answer);
    void addCounts();

    struct Usual
    {
        UsualDuration duration;
        QDateTime readAt;
    };

    const Console &m_console;
    WatchNeeds m_needs;
    QQueue<Step> m_steps;
    Pending m_pending;
    bool m_isReading = false;
    bool m_isRound = false;
    bool m_rowsCame = false;
    bool m_isCatchUp = false;
    QDateTime m_upTo;
    int m_round = 0;
    qint64 m_failedCount = -1;
    RunningSeen m_running;
    QHash<QString, Usual> m_usual;
    QList<WorkflowDefinition> m_definitions;   ///< one for each address of a runtime
    QHash<QString, QStringList> m_workflowsAt; ///< by address
    QHash<QString, int> m_silent;              ///< rounds in a row in which the runtime did not answer, by address
    RuntimesSeen m_runtimes;
};

} // namespace podium
