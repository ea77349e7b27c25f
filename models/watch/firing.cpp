// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/firing.h"

#include "models/filter/filterline.h"
#include "models/items/itemtexts.h"
#include "models/watch/watchtexts.h"

#include <QUrl>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 160;

QString filterTarget(const InstanceFilter &filter)
{
    return u"instances:filter="_s % QString::fromUtf8(QUrl::toPercentEncoding(toLine(filter)));
}

/// Where all of what a rule found is listed.
QString listTarget(const WatchRule &rule)
{
    InstanceFilter filter;
    switch (rule.kind) {
    case WatchRule::Kind::JobOverdue:
        return rule.workflowId.isEmpty()
                   ? u"jobs:due=overdue"_s
                   : u"jobs:due=overdue,workflow="_s % QString::fromUtf8(QUrl::toPercentEncoding(rule.workflowId));
    case WatchRule::Kind::RuntimeAway:
        return u"workflows"_s;
    case WatchRule::Kind::RunTakesLong:
        filter.setStates({InstanceState::Active});
        break;
    case WatchRule::Kind::WorkflowFails:
    case WatchRule::Kind::ManyFail:
        filter.setStates({InstanceState::Error});
        break;
    case WatchRule::Kind::InstanceEnds:
    case WatchRule::Kind::OwnRunsEnd:
    case WatchRule::Kind::ViewCrosses:
        break;
    }
    if (!rule.workflowId.isEmpty())
        filter.set(InstanceField::Workflow, {rule.workflowId});
    return filter.isEmpty() ? u"instances"_s : filterTarget(filter);
}

} // namespace

void FiringGroup::add(const QList<Firing> &firings)
{
    for (const Firing &firing : firings) {
        if (first.size() < kMostNamed)
            first << firing;
    }
    count += firings.size();
}

Notification::Severity severityOf(WatchRule::Kind kind)
{
    switch (kind) {
    case WatchRule::Kind::ManyFail:
    case WatchRule::Kind::RuntimeAway:
        return Notification::Severity::Critical;
    case WatchRule::Kind::WorkflowFails:
    case WatchRule::Kind::JobOverdue:
    case WatchRule::Kind::RunTakesLong:
        return Notification::Severity::High;
    case WatchRule::Kind::InstanceEnds:
    case WatchRule::Kind::OwnRunsEnd:
    case WatchRule::Kind::ViewCrosses:
        break;
    }
    return Notification::Severity::Normal;
}

bool isOfFailedInstance(const Notification &notification)
{
    using Kind = WatchRule::Kind;
    const std::optional<Kind> kind = ruleKindOf(notification.topic);
    const bool tellsOutcomes = kind == Kind::InstanceEnds || kind == Kind::OwnRunsEnd || kind == Kind::WorkflowFails;
    // What only ended is of normal severity.
    return tellsOutcomes && notification.severity == Notification::Severity::High &&
           notification.target.startsWith("instance:"_L1);
}

Notification notificationOf(const WatchRule &rule, const FiringGroup &group, const QDateTime &nowUtc)
{
    Notification notification;
    notification.origin = Notification::Origin::Podium;
    notification.topic = wordOf(rule.kind);
    notification.source = ruleTitle(rule);
    notification.severity = severityOf(rule.kind);
    notification.created = nowUtc;
    const Firing &firing = group.first.constFirst();
    if (group.count == 1) {
        notification.title = singleLine(firing.title, kLongestTitle);
        notification.description = firing.text;
        notification.target = firing.target;
        if (!firing.instanceId.isEmpty() && notification.severity == Notification::Severity::Normal)
            notification.severity = Notification::Severity::High;
        return notification;
    }
    notification.title = singleLine(groupTitle(rule, group.count), kLongestTitle);
    QStringList lines;
    for (const Firing &each : group.first) {
        const QString text = singleLine(each.text, kLongestTitle);
        const QString title = singleLine(each.title, kLongestTitle);
        lines << (text.isEmpty() ? title : title % u" – "_s % text);
    }
    if (group.count > group.first.size())
        lines << moreText(group.count - group.first.size());
    notification.description = lines.join(u'\n');
    notification.target = listTarget(rule);
    return notification;
}

} // namespace podium
