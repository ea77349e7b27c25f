// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/overviewrows.h"

#include "models/items/itemtexts.h"
#include "ui/pages/jobs/jobfilters.h"
#include "ui/pages/overview/instancefilterline.h"

#include <QLocale>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestMessage = 300;

/// For texts with %n.
int plural(qint64 number)
{
    return static_cast<int>(qMin<qint64>(number, 1'000'000'000));
}

InstanceFilterLine failuresOf(const FailureGroup &group)
{
    InstanceFilterLine line;
    line.state = InstanceState::Error;
    line.workflowId = group.key.workflowId;
    line.errorNode = group.key.nodeDefinitionId;
    line.errorPart = group.literal;
    return line;
}

} // namespace

QString OverviewRows::numberText(qint64 number, bool isAtLeast)
{
    const QString text = QLocale().toString(number);
    return isAtLeast ? text % u'+' : text;
}

QString OverviewRows::spokenNumber(qint64 number, bool isAtLeast)
{
    const QString text = QLocale().toString(number);
    return isAtLeast ? tr("at least %1").arg(text) : text;
}

/// To the minute: there is little room.
QString OverviewRows::shortTime(const QDateTime &utc) const
{
    if (m_style == TimeStyle::Relative || !utc.isValid())
        return time(utc);
    const bool inUtc = m_style == TimeStyle::Utc;
    const QDateTime shown = inUtc ? utc.toUTC() : utc.toLocalTime();
    const QDate today = (inUtc ? m_now.toUTC() : m_now.toLocalTime()).date();
    const QString clock = shown.toString(u"HH:mm"_s);
    return shown.date() == today ? clock : QLocale().toString(shown.date(), u"d MMM"_s) % u' ' % clock;
}

QString OverviewRows::stepName(const QDateTime &from, const QDateTime &before) const
{
    const bool inUtc = m_style == TimeStyle::Utc;
    const QDateTime start = inUtc ? from.toUTC() : from.toLocalTime();
    const QDateTime end = inUtc ? before.toUTC() : before.toLocalTime();
    if (from.secsTo(before) > 12 * 3600)
        return QLocale().toString(start.date(), u"dddd, d MMMM"_s);
    const QString clock = start.toString(u"HH:mm"_s) % u'–' % end.toString(u"HH:mm"_s);
    const QDate today = (inUtc ? m_now.toUTC() : m_now.toLocalTime()).date();
    return start.date() == today ? clock : tr("%1 yesterday").arg(clock);
}

QStringList OverviewRows::stepNames(const Series &series) const
{
    QStringList names;
    for (qsizetype i = 0; i < series.steps(); ++i)
        names << stepName(series.edges.at(i), series.edges.at(i + 1));
    return names;
}

QList<RowContent> OverviewRows::failures(const FailureReader &reader) const
{
    QList<RowContent> rows;
    for (const FailureGroup &group : reader.groups())
        rows << failure(reader, group);
    return rows;
}

RowContent OverviewRows::failure(const FailureReader &reader, const FailureGroup &group) const
{
    const Series &series = reader.series();
    const bool isAtLeast = reader.isCut();
    RowContent row;
    row.key = group.key.workflowId % u'\x1f' % group.key.nodeDefinitionId % u'\x1f' % group.key.pattern;
    row.icon = iconOf(InstanceState::Error);
    row.tone = Tone::Danger;
    const QString workflow =
        singleLine(group.workflowName.isEmpty() ? group.key.workflowId : group.workflowName, kLongestName);
    const QString node = singleLine(reader.nodeName(group), kLongestName);
    row.title = node.isEmpty() ? workflow : tr("%1 · %2", "workflow, node").arg(workflow, node);
    const QString pattern = singleLine(group.key.pattern, kLongestMessage);
    row.detail = pattern.isEmpty() ? tr("The server tells no message.") : pattern;
    if (group.first == group.last)
        row.note = tr("started %1").arg(shortTime(group.last));
    else
        row.note = tr("%1 – %2", "time to time").arg(shortTime(group.first), shortTime(group.last));
    row.number = numberText(group.count, isAtLeast);
    row.unit = tr("failed");
    if (group.fresh > 0)
        row.badge = tr("%n new", nullptr, plural(group.fresh));
    row.steps = group.steps;
    row.stepNames = stepNames(series);
    row.stepUnit = tr("%1 failed");
    const QString fresh =
        group.fresh > 0 ? tr(", %n of them new since you last looked", nullptr, plural(group.fresh)) : QString();
    row.spoken = tr("%1: %2 failed%3. The first started %4, the last %5. %6")
                     .arg(row.title, spokenNumber(group.count, isAtLeast), fresh, time(group.first), time(group.last),
                          row.detail);
    InstanceFilterLine line = failuresOf(group);
    line.startedFrom = series.from();
    row.target = line.location();
    for (qsizetype i = 0; i < series.steps(); ++i) {
        line.startedFrom = series.edges.at(i);
        line.startedBefore = series.edges.at(i + 1);
        row.stepTargets << line.location();
    }
    return row;
}

QString OverviewRows::usually(const UsualDuration &usual) const
{
    return tr("usually %1, 95 % within %2").arg(durationText(usual.medianMs), durationText(usual.p95Ms));
}

QList<RowContent> OverviewRows::stuck(const StuckRadar &radar, bool isCut, const WaitReader &waits) const
{
    QStringList order; // the radar's: the worst workflow first
    QHash<QString, QList<StuckRun>> runs;
    for (const StuckRun &run : radar.runs) {
        if (!runs.contains(run.instance.workflowId))
            order << run.instance.workflowId;
        runs[run.instance.workflowId] << run;
    }
    QList<RowContent> rows;
    for (const QString &workflow : std::as_const(order))
        rows << stuckOf(runs.value(workflow), isCut, waits.nodeOf(runs.value(workflow).constFirst().instance.id));
    return rows;
}

RowContent OverviewRows::stuckOf(const QList<StuckRun> &runs, bool isCut, const QString &node) const
{
    const StuckRun &worst = runs.constFirst();
    const QString workflowId = worst.instance.workflowId;
    const QString name = worst.instance.workflowName.isEmpty() ? workflowId : worst.instance.workflowName;
    RowContent row;
    row.key = workflowId;
    row.icon = u"clock"_s;
    row.tone = Tone::Warning;
    row.title = singleLine(name, kLongestName);
    row.number = numberText(runs.size(), isCut);
    QString since = durationText(worst.ageMs);
    if (!node.isEmpty())
        since = tr("%1, at %2", "for how long, node").arg(since, singleLine(node, kLongestName));
    if (runs.size() > 1)
        row.detail = tr("the oldest for %1; %2").arg(since, usually(worst.usual));
    else
        row.detail = tr("for %1; %2").arg(since, usually(worst.usual));
    if (runs.size() == 1 && !worst.instance.businessKey.isEmpty())
        row.title = tr("%1 · %2", "workflow, business key")
                        .arg(row.title, singleLine(worst.instance.businessKey, kLongestName));
    row.unit = tr("running");
    row.spoken = tr("%1: %n run(s) longer than usual, %2", nullptr, plural(runs.size())).arg(row.title, row.detail);
    if (runs.size() == 1 && !isCut) {
        row.target = Location{u"instance"_s, worst.instance.id, {}};
        return row;
    }
    InstanceFilterLine line;
    line.state = InstanceState::Active;
    line.workflowId = workflowId;
    line.startedBefore = m_now.addMSecs(-worst.usual.unusualAfterMs());
    row.target = line.location();
    return row;
}

QList<RowContent> OverviewRows::overdue(const OverdueReader &reader) const
{
    QList<RowContent> rows;
    for (const OverdueReader::Group &group : reader.groups()) {
        RowContent row;
        row.key = group.workflowId;
        row.icon = u"job"_s;
        row.tone = Tone::Warning;
        row.title = singleLine(m_workflows.nameOf(group.workflowId), kLongestName);
        row.detail = tr("should have fired %1 ago").arg(durationText(group.dueSince.msecsTo(m_now)));
        row.number = numberText(group.count, reader.isCut());
        row.unit = tr("overdue");
        row.spoken = tr("%1: %2 job(s) overdue, the first %3")
                         .arg(row.title, spokenNumber(group.count, reader.isCut()), row.detail);
        JobFilters filters;
        filters.due = DueFilter::Overdue;
        filters.workflow = group.workflowId;
        row.target = filters.location();
        rows << row;
    }
    return rows;
}

QList<RowContent> OverviewRows::unavailable(const RuntimeProbe &probe) const
{
    QList<RowContent> rows;
    for (const RuntimeProbe::Unavailable &each : probe.unavailable()) {
        const WorkflowDefinition &definition = each.definition;
        RowContent row;
        row.key = definition.id % u'@' % definition.version;
        row.icon = u"warning"_s;
        row.tone = Tone::Warning;
        row.title = singleLine(definition.displayName(), kLongestName);
        row.detail = singleLine(each.reason, kLongestMessage);
        row.number = singleLine(definition.version, kLongestName);
        row.unit = tr("version");
        row.spoken = tr("%1, version %2, cannot run: %3").arg(row.title, row.number, row.detail);
        row.target = Location{u"workflow"_s, definition.id, definition.version};
        rows << row;
    }
    return rows;
}

QList<RowContent> OverviewRows::loads(RunReader &reader, const Series &series) const
{
    QHash<QString, qint64> running;
    for (const WorkflowInstance &run : reader.running())
        ++running[run.workflowId];
    const QHash<QString, WorkflowLoad> loads = reader.loads(series, m_now);
    QStringList ids;
    for (auto it = loads.cbegin(); it != loads.cend(); ++it) {
        if (it->finished > 0 || running.value(it.key()) > 0)
            ids << it.key();
    }
    std::sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) {
        const qint64 first = loads.value(a).finished;
        const qint64 second = loads.value(b).finished;
        return first != second ? first > second : a < b;
    });
    QList<RowContent> rows;
    for (const QString &id : std::as_const(ids)) {
        rows << load(id, loads.value(id), running.value(id), series);
        if (reader.isCut() && running.value(id) > 0)
            rows.last().note = tr("%1 running").arg(numberText(running.value(id), true));
    }
    return rows;
}

RowContent OverviewRows::load(const QString &workflowId, const WorkflowLoad &load, qint64 running,
                              const Series &series) const
{
    RowContent row;
    row.key = workflowId;
    row.icon = u"workflow"_s;
    row.tone = Tone::Info;
    row.title = singleLine(m_workflows.nameOf(workflowId), kLongestName);
    const UsualDuration &took = load.durations;
    if (load.finished == 0)
        row.detail = tr("none finished in this time");
    else if (!took.isKnown()) // too few for a percentile
        row.detail = tr("half of them within %1").arg(durationText(took.medianMs));
    else
        row.detail =
            tr("half of them within %1, 95 % within %2").arg(durationText(took.medianMs), durationText(took.p95Ms));
    row.note = running > 0 ? tr("%1 running").arg(numberText(running, false)) : QString();
    row.number = numberText(load.finished, load.atLeast);
    row.unit = tr("finished");
    row.steps = load.steps;
    row.stepNames = stepNames(series);
    row.stepUnit = tr("%1 finished");
    row.spoken = tr("%1: %2 finished, %3")
                     .arg(row.title, spokenNumber(load.finished, load.atLeast),
                          row.note.isEmpty() ? row.detail : tr("%1, %2").arg(row.detail, row.note));
    InstanceFilterLine line;
    line.state = load.finished > 0 ? InstanceState::Completed : InstanceState::Active;
    line.workflowId = workflowId;
    if (load.finished > 0)
        line.endedFrom = series.from();
    row.target = line.location();
    line.state = InstanceState::Completed;
    for (qsizetype i = 0; i < series.steps(); ++i) {
        line.endedFrom = series.edges.at(i);
        line.endedBefore = series.edges.at(i + 1);
        row.stepTargets << line.location();
    }
    return row;
}

} // namespace podium
