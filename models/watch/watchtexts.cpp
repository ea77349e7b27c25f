// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchtexts.h"

#include "models/items/itemtexts.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WatchRule)
};

using Kind = WatchRule::Kind;

/// What the rule is about, as the user knows it.
QString subjectOf(const WatchRule &rule)
{
    const QString id = rule.kind == Kind::InstanceEnds ? rule.instanceId : rule.workflowId;
    return singleLine(rule.about.isEmpty() ? id : rule.about, 60);
}

QString viewText(const WatchRule &rule)
{
    return singleLine(rule.view.isEmpty() ? rule.line : rule.view, 60);
}

QString crossingText(const WatchRule &rule)
{
    const QString view = viewText(rule);
    if (view.isEmpty())
        return rule.isBelow ? Texts::tr("There are fewer than %n instance(s)", nullptr, rule.count)
                            : Texts::tr("There are more than %n instance(s)", nullptr, rule.count);
    return rule.isBelow ? Texts::tr("“%1” lists fewer than %n instance(s)", nullptr, rule.count).arg(view)
                        : Texts::tr("“%1” lists more than %n instance(s)", nullptr, rule.count).arg(view);
}

QString longRunText(const WatchRule &rule, const QString &subject)
{
    const QString who = subject.isEmpty() ? Texts::tr("A run") : subject;
    return rule.spanMs == 0 ? Texts::tr("%1 runs for longer than usual").arg(who)
                            : Texts::tr("%1 runs for longer than %2").arg(who, spanText(rule.spanMs));
}

QString overdueText(const WatchRule &rule, const QString &subject)
{
    if (!rule.jobId.isEmpty())
        return Texts::tr("Job %1 is overdue").arg(singleLine(rule.jobId, 40));
    return subject.isEmpty() ? Texts::tr("A job is overdue") : Texts::tr("A job of %1 is overdue").arg(subject);
}

QString endText(const WatchRule &rule, const QString &subject)
{
    if (rule.kind == Kind::OwnRunsEnd)
        return rule.onlyFailures ? Texts::tr("A run that I started fails")
                                 : Texts::tr("A run that I started ends or fails");
    return rule.onlyFailures ? Texts::tr("%1 fails").arg(subject) : Texts::tr("%1 ends or fails").arg(subject);
}

} // namespace

QString ruleTitle(const WatchRule &rule)
{
    return rule.name.isEmpty() ? ruleSentence(rule) : rule.name;
}

QString ruleSentence(const WatchRule &rule)
{
    const QString subject = subjectOf(rule);
    switch (rule.kind) {
    case Kind::InstanceEnds:
    case Kind::OwnRunsEnd:
        return endText(rule, subject);
    case Kind::WorkflowFails:
        return subject.isEmpty() ? Texts::tr("Any workflow fails") : Texts::tr("%1 fails").arg(subject);
    case Kind::ManyFail: {
        const QString many = Texts::tr("More than %n failure(s)", nullptr, rule.count);
        return subject.isEmpty() ? Texts::tr("%1 within %2").arg(many, spanText(rule.spanMs))
                                 : Texts::tr("%1 of %2 within %3").arg(many, subject, spanText(rule.spanMs));
    }
    case Kind::RunTakesLong:
        return longRunText(rule, subject);
    case Kind::JobOverdue:
        return overdueText(rule, subject);
    case Kind::RuntimeAway:
        return subject.isEmpty() ? Texts::tr("A runtime goes away")
                                 : Texts::tr("The runtime of %1 goes away").arg(subject);
    case Kind::ViewCrosses:
        break;
    }
    return crossingText(rule);
}

QString kindText(WatchRule::Kind kind)
{
    switch (kind) {
    case Kind::InstanceEnds:
        return Texts::tr("An instance ends or fails");
    case Kind::OwnRunsEnd:
        return Texts::tr("A run that I started ends or fails");
    case Kind::WorkflowFails:
        return Texts::tr("A workflow fails");
    case Kind::ManyFail:
        return Texts::tr("Many instances fail in a short time");
    case Kind::RunTakesLong:
        return Texts::tr("A run takes long");
    case Kind::JobOverdue:
        return Texts::tr("A job is overdue");
    case Kind::RuntimeAway:
        return Texts::tr("A runtime goes away");
    case Kind::ViewCrosses:
        break;
    }
    return Texts::tr("What a filter lists crosses a number");
}

QString spanText(qint64 milliseconds)
{
    constexpr qint64 kSecond = 1000;
    constexpr qint64 kMinute = 60 * kSecond;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    if (milliseconds > 0 && milliseconds % kDay == 0)
        return Texts::tr("%1 d").arg(milliseconds / kDay);
    if (milliseconds > 0 && milliseconds % kHour == 0)
        return Texts::tr("%1 h").arg(milliseconds / kHour);
    if (milliseconds > 0 && milliseconds % kMinute == 0)
        return Texts::tr("%1 min").arg(milliseconds / kMinute);
    return Texts::tr("%1 s").arg(static_cast<double>(milliseconds) / kSecond);
}

QString groupTitle(const WatchRule &rule, qsizetype count)
{
    const auto n = static_cast<int>(count);
    const QString subject = subjectOf(rule);
    switch (rule.kind) {
    case Kind::WorkflowFails:
        return subject.isEmpty() ? Texts::tr("%n instance(s) failed", nullptr, n)
                                 : Texts::tr("%n instance(s) of %1 failed", nullptr, n).arg(subject);
    case Kind::InstanceEnds:
    case Kind::OwnRunsEnd:
        return rule.onlyFailures ? Texts::tr("%n of your runs failed", nullptr, n)
                                 : Texts::tr("%n of your runs ended or failed", nullptr, n);
    case Kind::RunTakesLong:
        return Texts::tr("%n run(s) take long", nullptr, n);
    case Kind::JobOverdue:
        return Texts::tr("%n job(s) are overdue", nullptr, n);
    case Kind::RuntimeAway:
        return Texts::tr("%n runtime(s) went away", nullptr, n);
    case Kind::ManyFail:
    case Kind::ViewCrosses:
        break;
    }
    return Texts::tr("%1 (%n times)", nullptr, n).arg(ruleTitle(rule));
}

QString moreText(qsizetype count)
{
    return Texts::tr("and %n more", nullptr, static_cast<int>(count));
}

} // namespace podium
