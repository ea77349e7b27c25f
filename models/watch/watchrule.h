// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace podium {

/// "Tell me when": one thing that is looked for in one environment. Times are UTC.
struct WatchRule
{
    enum class Kind {
        InstanceEnds,  ///< one instance ends or fails
        OwnRunsEnd,    ///< any instance that the signed-in user started ends or fails
        WorkflowFails, ///< any instance fails
        ManyFail,      ///< more than `count` instances fail within `spanMs`
        RunTakesLong,  ///< an instance runs for longer than `spanMs`; 0 for longer than usual
        JobOverdue,    ///< a job should have fired, and still waits
        RuntimeAway,   ///< a runtime no longer answers
        ViewCrosses,   ///< what a filter lists becomes more than `count`, or fewer
    };
    static constexpr int kKinds = 8;
    static constexpr int kLongestName = 80;
    static constexpr int kMostCount = 1'000'000'000;
    static constexpr qint64 kMostSpanMs = 366LL * 24 * 3600 * 1000;

    QString id; ///< unique, of letters, digits and hyphens
    Kind kind = Kind::WorkflowFails;
    QString name;              ///< of the user; "" for how the rule describes itself
    QString instanceId;        ///< of InstanceEnds
    QString workflowId;        ///< "" for any
    QString jobId;             ///< of JobOverdue; "" for any
    QString about;             ///< what the instance or workflow was called when the rule was made
    QString view;              ///< of ViewCrosses: the saved view, whose filter counts as long as it is there
    QString line;              ///< of ViewCrosses: the filter, see filterFromLine()
    bool onlyFailures = false; ///< of InstanceEnds and OwnRunsEnd
    bool isBelow = false;      ///< of ViewCrosses: fewer, not more
    int count = 0;
    qint64 spanMs = 0;
    bool isPaused = false; ///< nothing is looked for
    bool isDone = false;   ///< of InstanceEnds: it is over, nothing more is to come
    QDateTime mutedUntil;  ///< until then it is only listed, and the desktop is not told
    QDateTime created;

    bool isMuted(const QDateTime &nowUtc) const { return mutedUntil.isValid() && nowUtc < mutedUntil; }
    /// What is wrong with it, translated; "" when it can be watched.
    QString problem() const;
    bool operator==(const WatchRule &) const = default;
};

QString newRuleId();
QString wordOf(WatchRule::Kind kind); ///< as files have it
std::optional<WatchRule::Kind> ruleKindOf(const QString &word);

/// The rule as files have it; nothing for what is none, or one of a later version.
QJsonObject toJson(const WatchRule &rule);
std::optional<WatchRule> ruleFromJson(const QJsonObject &json);

} // namespace podium
