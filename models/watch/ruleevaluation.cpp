// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/ruleevaluation.h"

#include "models/filter/filterline.h"
#include "models/items/itemtexts.h"
#include "models/watch/watchtexts.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WatchRule)
};

using Kind = WatchRule::Kind;

/// Events reach the server out of order: an end so much older than what is known may still be news.
constexpr qint64 kLateMs = 10 * 60'000;

QString endedKey(const WorkflowInstance &row)
{
    return row.id % u'#' % wordOf(row.state);
}

QString instanceText(const WorkflowInstance &row)
{
    return row.businessKey.isEmpty()
               ? Texts::tr("Instance %1").arg(singleLine(row.id, 40))
               : Texts::tr("%1, instance %2").arg(singleLine(row.businessKey, 80), row.id.left(8));
}

QString workflowText(const WorkflowInstance &row)
{
    return singleLine(row.workflowName.isEmpty() ? row.workflowId : row.workflowName, 80);
}

Firing firingOf(const WorkflowInstance &row, const QString &title)
{
    const bool failed = row.state == InstanceState::Error;
    return {title, instanceText(row), u"instance:"_s % row.id, failed ? row.id : QString()};
}

Firing outcomeOf(const WorkflowInstance &row)
{
    const QString name = workflowText(row);
    if (row.state == InstanceState::Error)
        return firingOf(row, Texts::tr("%1 failed").arg(name));
    return firingOf(row, row.state == InstanceState::Aborted ? Texts::tr("%1 was aborted").arg(name)
                                                             : Texts::tr("%1 completed").arg(name));
}

/// Of those that were not known to have failed. Whoever goes on may fail again.
QList<WorkflowInstance> newFailures(RuleMemory &memory, const QList<WorkflowInstance> &rows,
                                    const std::function<bool(const WorkflowInstance &)> &isMeant)
{
    QList<WorkflowInstance> failures;
    for (const WorkflowInstance &row : rows) {
        if (!isMeant(row))
            continue;
        WorkflowInstance failed = row;
        failed.state = InstanceState::Error;
        if (row.state != InstanceState::Error)
            memory.told.remove(endedKey(failed));
        else if (memory.hasLooked && memory.told.insert(endedKey(failed)))
            failures << row;
    }
    return failures;
}

/// Of all that are failed now: at the first look none is news.
QList<WorkflowInstance> newFailures(RuleMemory &memory, const FailedSeen &seen,
                                    const std::function<bool(const WorkflowInstance &)> &isMeant)
{
    const bool isFirst = !std::exchange(memory.hasLooked, true);
    QList<WorkflowInstance> failures = newFailures(memory, seen.rows, isMeant);
    if (seen.isWhole) {
        QSet<QString> still;
        for (const WorkflowInstance &row : seen.rows)
            still.insert(endedKey(row));
        const QStringList known = memory.told.keys();
        for (const QString &key : known) {
            if (key.endsWith("#ERROR"_L1) && !still.contains(key))
                memory.told.remove(key);
        }
    }
    return isFirst ? QList<WorkflowInstance>() : failures;
}

QList<WorkflowInstance> failuresIn(RuleMemory &memory, const Observation &observation,
                                   const std::function<bool(const WorkflowInstance &)> &isMeant)
{
    if (const auto *rows = std::get_if<RowsSeen>(&observation))
        return newFailures(memory, rows->rows, isMeant);
    if (const auto *failed = std::get_if<FailedSeen>(&observation))
        return newFailures(memory, *failed, isMeant);
    return {};
}

QList<Firing> outcomesOf(const QList<WorkflowInstance> &rows)
{
    QList<Firing> firings;
    for (const WorkflowInstance &row : rows)
        firings << outcomeOf(row);
    return firings;
}

QList<Firing> workflowFails(const WatchRule &rule, RuleMemory &memory, const Observation &observation)
{
    return outcomesOf(failuresIn(memory, observation, [&rule](const WorkflowInstance &row) {
        return rule.workflowId.isEmpty() || row.workflowId == rule.workflowId;
    }));
}

QList<Firing> instanceEnds(const WatchRule &rule, RuleMemory &memory, const Observation &observation)
{
    QList<WorkflowInstance> rows;
    if (const auto *seen = std::get_if<RowsSeen>(&observation))
        rows = seen->rows;
    else if (const auto *failed = std::get_if<FailedSeen>(&observation))
        rows = failed->rows;
    QList<Firing> firings;
    for (const WorkflowInstance &row : std::as_const(rows)) {
        if (row.id != rule.instanceId)
            continue;
        const bool isOver = row.isSettled() || row.state == InstanceState::Error;
        if (!isOver)
            memory.told.clear(); // a failed one was retried
        else if (memory.told.insert(endedKey(row)) && (!rule.onlyFailures || row.state == InstanceState::Error))
            firings << outcomeOf(row);
    }
    return firings;
}

QDateTime lastKnown(const WorkflowInstance &row)
{
    return qMax(qMax(row.start, row.end), row.lastUpdate);
}

/// Ends by the server's clock: what ended before the first look is no news, whatever this computer's clock says.
QList<WorkflowInstance> newEnds(RuleMemory &memory, const RowsSeen &seen,
                                const std::function<bool(const WorkflowInstance &)> &isMeant)
{
    const bool isFirst = !memory.upTo.isValid();
    if (isFirst && !seen.isComplete)
        return {};
    const QDateTime since = memory.upTo.addMSecs(-kLateMs);
    if (isFirst)
        memory.upTo = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QList<WorkflowInstance> ended;
    for (const WorkflowInstance &row : seen.rows) {
        if (const QDateTime known = lastKnown(row); known.isValid())
            memory.upTo = qMax(memory.upTo, known);
        if (!row.isSettled() || !isMeant(row))
            continue;
        const bool isNew = memory.told.insert(endedKey(row));
        const bool isLate = since.isValid() && lastKnown(row).isValid() && lastKnown(row) < since;
        if (isNew && !isFirst && !isLate)
            ended << row;
    }
    return ended;
}

QList<Firing> ownRunsEnd(const WatchRule &rule, RuleMemory &memory, const Observation &observation, const QString &user)
{
    const auto isMine = [&user](const WorkflowInstance &row) { return !user.isEmpty() && row.createdBy == user; };
    QList<WorkflowInstance> rows = failuresIn(memory, observation, isMine);
    if (const auto *seen = std::get_if<RowsSeen>(&observation); seen && !rule.onlyFailures)
        rows += newEnds(memory, *seen, isMine);
    return outcomesOf(rows);
}

QList<Firing> manyFail(const WatchRule &rule, RuleMemory &memory, const Observation &observation, const QDateTime &now)
{
    const auto prune = [&] {
        const QDateTime from = now.addMSecs(-rule.spanMs);
        // A clock that was set back must not keep failures of the future for ever.
        memory.failures.removeIf([&](const QDateTime &time) { return time < from || time > now; });
        if (memory.failures.size() <= rule.count)
            memory.isOver = false;
    };
    prune();
    const QList<WorkflowInstance> rows = failuresIn(memory, observation, [&rule](const WorkflowInstance &row) {
        return rule.workflowId.isEmpty() || row.workflowId == rule.workflowId;
    });
    const auto *seen = std::get_if<RowsSeen>(&observation);
    const bool justNow = seen && !seen->isCatchUp;
    for (const WorkflowInstance &row : rows)
        memory.failures << (justNow || !lastKnown(row).isValid() ? now : qMin(now, lastKnown(row)));
    std::sort(memory.failures.begin(), memory.failures.end());
    const bool wasOver = memory.isOver;
    prune();
    const qsizetype most = qMax<qsizetype>(rule.count + 1LL, 1000);
    if (memory.failures.size() > most)
        memory.failures = memory.failures.mid(memory.failures.size() - most);
    memory.isOver = memory.failures.size() > rule.count;
    if (!memory.isOver || wasOver)
        return {};
    const QString many = Texts::tr("%n failure(s) within %1", nullptr, static_cast<int>(memory.failures.size()))
                             .arg(spanText(rule.spanMs));
    QString filter = u"state:error"_s;
    if (!rule.workflowId.isEmpty())
        filter += u" workflow:"_s % quotedForLine(rule.workflowId);
    return {
        {many, ruleSentence(rule), u"instances:filter="_s % QString::fromUtf8(QUrl::toPercentEncoding(filter)), {}}};
}

QList<Firing> runTakesLong(const WatchRule &rule, RuleMemory &memory, const RunningSeen &seen, const QDateTime &now)
{
    QList<Firing> firings;
    QSet<QString> running;
    for (const WorkflowInstance &row : seen.rows) {
        const bool isMeant = rule.workflowId.isEmpty() || row.workflowId == rule.workflowId;
        if (!isMeant || row.state != InstanceState::Active || row.end.isValid() || !row.start.isValid())
            continue;
        running.insert(row.id);
        const UsualDuration usual = seen.usual.value(row.workflowId);
        const qint64 limit = rule.spanMs > 0 ? rule.spanMs : usual.unusualAfterMs();
        if (limit < 0 || row.start.msecsTo(now) <= limit || !memory.told.insert(row.id))
            continue;
        const QString title =
            rule.spanMs > 0 ? Texts::tr("%1 runs for longer than %2").arg(workflowText(row), spanText(rule.spanMs))
                            : Texts::tr("%1 runs for longer than usual").arg(workflowText(row));
        firings << firingOf(row, title);
    }
    if (seen.isWhole)
        memory.told.keepOnly(running);
    return firings;
}

QList<Firing> jobOverdue(const WatchRule &rule, RuleMemory &memory, const OverdueSeen &seen, const QDateTime &now)
{
    QList<Firing> firings;
    QSet<QString> overdue;
    for (const Job &job : seen.jobs) {
        const bool isMeant = (rule.workflowId.isEmpty() || job.workflowId == rule.workflowId) &&
                             (rule.jobId.isEmpty() || job.id == rule.jobId);
        if (!isMeant || !isOverdue(job, now))
            continue;
        const QString key = job.id % u'@' % QString::number(job.expirationTime.toMSecsSinceEpoch());
        overdue.insert(key);
        if (!memory.told.insert(key))
            continue;
        firings << Firing{
            Texts::tr("A job of %1 is overdue").arg(singleLine(job.workflowId, 80)),
            Texts::tr("It was due at %1 UTC.").arg(job.expirationTime.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)),
            job.instanceId.isEmpty() ? u"jobs:due=overdue"_s : u"instance:"_s % job.instanceId,
            {}};
    }
    if (seen.isWhole)
        memory.told.keepOnly(overdue);
    return firings;
}

QList<Firing> runtimeAway(const WatchRule &rule, RuleMemory &memory, const RuntimesSeen &seen)
{
    QList<Firing> firings;
    QSet<QString> away;
    for (const RuntimesSeen::Runtime &runtime : seen.runtimes) {
        if (!runtime.isAway || (!rule.workflowId.isEmpty() && !runtime.workflowIds.contains(rule.workflowId)))
            continue;
        away.insert(runtime.address);
        if (!memory.told.insert(runtime.address))
            continue;
        firings << Firing{Texts::tr("The runtime at %1 does not answer").arg(singleLine(runtime.address, 80)),
                          runtime.reason,
                          u"workflows"_s,
                          {}};
    }
    memory.told.keepOnly(away);
    return firings;
}

QList<Firing> viewCrosses(const WatchRule &rule, RuleMemory &memory, const CountSeen &seen)
{
    const bool isOver = rule.isBelow ? seen.count < rule.count : seen.count > rule.count;
    const bool isFirst = !std::exchange(memory.hasLooked, true);
    const bool wasOver = std::exchange(memory.isOver, isOver);
    if (isFirst || !isOver || wasOver)
        return {};
    const QString target = rule.view.isEmpty()
                               ? u"instances:filter="_s % QString::fromUtf8(QUrl::toPercentEncoding(rule.line))
                               : u"instances:view="_s % QString::fromUtf8(QUrl::toPercentEncoding(rule.view));
    return {
        {ruleSentence(rule),
         Texts::tr("%n instance(s) now.", nullptr, static_cast<int>(qMin<qint64>(seen.count, WatchRule::kMostCount))),
         target,
         {}}};
}

} // namespace

QList<Firing> evaluate(const WatchRule &rule, RuleMemory &memory, const Observation &observation,
                       const WatchContext &context)
{
    switch (rule.kind) {
    case Kind::InstanceEnds:
        return instanceEnds(rule, memory, observation);
    case Kind::OwnRunsEnd:
        return ownRunsEnd(rule, memory, observation, context.user);
    case Kind::WorkflowFails:
        return workflowFails(rule, memory, observation);
    case Kind::ManyFail:
        return manyFail(rule, memory, observation, context.now);
    case Kind::RunTakesLong:
        if (const auto *seen = std::get_if<RunningSeen>(&observation))
            return runTakesLong(rule, memory, *seen, context.now);
        break;
    case Kind::JobOverdue:
        if (const auto *seen = std::get_if<OverdueSeen>(&observation))
            return jobOverdue(rule, memory, *seen, context.now);
        break;
    case Kind::RuntimeAway:
        if (const auto *seen = std::get_if<RuntimesSeen>(&observation))
            return runtimeAway(rule, memory, *seen);
        break;
    case Kind::ViewCrosses:
        if (const auto *seen = std::get_if<CountSeen>(&observation); seen && seen->ruleId == rule.id)
            return viewCrosses(rule, memory, *seen);
        break;
    }
    return {};
}

bool isSpent(const WatchRule &rule, const RuleMemory &memory)
{
    return rule.kind == Kind::InstanceEnds && (memory.told.contains(rule.instanceId % u"#COMPLETED"_s) ||
                                               memory.told.contains(rule.instanceId % u"#ABORTED"_s));
}

} // namespace podium
