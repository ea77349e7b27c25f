// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/jsonfile.h"
#include "models/services/sessionservice.h"
#include "models/watch/watchreader.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace podium {

class NoticeStore;
class WatchRules;

/// Looks after the watch rules of one environment while somebody is signed in there, whether it is in front or not, and
/// tells what they find to a NoticeStore. What was told is kept in a file, so that it is told once. UI thread.
///
/// The live feed brings what happens to instances; the rest is looked at in rounds, less often while the server does
/// not answer.
class RuleWatcher : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        int roundMs = 15'000;
        int lastRetryMs = 120'000; ///< between rounds while they fail
        int countsMs = 5'000;      ///< least time between counts because something moved
        int keepMs = 5'000;        ///< until what was told is written, where nothing new was told
        qint64 groupMs = 60'000;   ///< what a rule finds within this joins its last notice, while that is unread
    };

    /// References outlive the watcher. `memoryPath` "" keeps what was told in memory only.
    RuleWatcher(const Console &console, WatchRules &rules, NoticeStore &notices, const QString &memoryPath,
                QObject *parent = nullptr);
    RuleWatcher(const Console &console, WatchRules &rules, NoticeStore &notices, const QString &memoryPath,
                const Timing &timing, QObject *parent = nullptr);
    ~RuleWatcher() override;

    bool isWatching() const { return m_isWatching; }
    /// A round at once.
    void lookNow();

private:
    struct Told
    {
        QString noticeId;
        FiringGroup group;
        QDateTime at;
    };

    void update();
    void stop();
    void onRulesChanged();
    void onSession(SessionService::State state);
    void onStatus();
    void startRound();
    void onFinished(bool ok);
    void onRows(const QList<WorkflowInstance> &rows);
    QStringList openAmong(const QList<WorkflowInstance> &rows, const WatchNeeds &wanted) const;
    void watchOpen(const QStringList &ids);
    void take(const Observation &observation);
    void tell(const WatchRule &rule, const QList<Firing> &firings);
    WatchNeeds needs() const;
    QDateTime lookedUpTo() const;
    void readMemory();
    void keepMemory();

    const Console &m_console;
    WatchRules &m_rules;
    NoticeStore &m_notices;
    JsonFile m_file;
    Timing m_timing;
    WatchReader m_reader;
    QHash<QString, RuleMemory> m_memory; ///< by the id of the rule
    QHash<QString, WatchRule> m_known;   ///< as they were when they were looked at last
    QHash<QString, Told> m_told;         ///< by the id of the rule
    QStringList m_open;
    QJsonObject m_kept; ///< what the file holds
    QTimer m_rounds;
    QTimer m_countsSoon;
    QTimer m_keepSoon;
    QElapsedTimer m_sinceCounts;
    bool m_isWatching = false;
    bool m_isFeeding = false;
    bool m_isOffline = false;
    bool m_catchUp = true;
    int m_failures = 0;
};

} // namespace podium
