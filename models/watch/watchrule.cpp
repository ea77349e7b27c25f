// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchrule.h"

#include "models/domain/words.h"
#include "models/filter/filterline.h"

#include <QCoreApplication>
#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WatchRule)
};

using Kind = WatchRule::Kind;

constexpr Words<Kind, WatchRule::kKinds> kWords{{{Kind::InstanceEnds, "instanceEnds"},
                                                 {Kind::OwnRunsEnd, "ownRunsEnd"},
                                                 {Kind::WorkflowFails, "workflowFails"},
                                                 {Kind::ManyFail, "manyFail"},
                                                 {Kind::RunTakesLong, "runTakesLong"},
                                                 {Kind::JobOverdue, "jobOverdue"},
                                                 {Kind::RuntimeAway, "runtimeAway"},
                                                 {Kind::ViewCrosses, "viewCrosses"}}};

QString timeWord(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

QString WatchRule::problem() const
{
    const bool hasCount = count >= 0 && count <= kMostCount;
    switch (kind) {
    case Kind::InstanceEnds:
        return instanceId.isEmpty() ? Texts::tr("No instance is named.") : QString();
    case Kind::ManyFail:
        if (!hasCount || count < 1)
            return Texts::tr("The number of failures has to be 1 or more.");
        return spanMs < 1000 ? Texts::tr("The time has to be a second or more.") : QString();
    case Kind::ViewCrosses:
        if (!hasCount)
            return Texts::tr("The number must not be negative.");
        if (isBelow && count == 0)
            return Texts::tr("There cannot be fewer than none.");
        return view.isEmpty() ? filterFromLine(line).problem : QString();
    case Kind::RunTakesLong:
        return spanMs < 0 || spanMs > kMostSpanMs ? Texts::tr("The time is out of range.") : QString();
    case Kind::OwnRunsEnd:
    case Kind::WorkflowFails:
    case Kind::JobOverdue:
    case Kind::RuntimeAway:
        break;
    }
    return {};
}

QString newRuleId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString wordOf(WatchRule::Kind kind)
{
    return wordIn(kWords, kind);
}

std::optional<WatchRule::Kind> ruleKindOf(const QString &word)
{
    return valueOf(kWords, word);
}

QJsonObject toJson(const WatchRule &rule)
{
    QJsonObject json{{u"id"_s, rule.id}, {u"kind"_s, wordOf(rule.kind)}};
    const auto put = [&json](const QString &key, const auto &value, bool isDefault) {
        if (!isDefault)
            json.insert(key, value);
    };
    for (const auto &[key, text] : {std::pair{u"name"_s, rule.name},
                                    {u"instance"_s, rule.instanceId},
                                    {u"workflow"_s, rule.workflowId},
                                    {u"job"_s, rule.jobId},
                                    {u"about"_s, rule.about},
                                    {u"view"_s, rule.view},
                                    {u"filter"_s, rule.line},
                                    {u"mutedUntil"_s, timeWord(rule.mutedUntil)},
                                    {u"created"_s, timeWord(rule.created)}})
        put(key, text, text.isEmpty());
    put(u"onlyFailures"_s, rule.onlyFailures, !rule.onlyFailures);
    put(u"below"_s, rule.isBelow, !rule.isBelow);
    put(u"count"_s, rule.count, rule.count == 0);
    put(u"spanMs"_s, rule.spanMs, rule.spanMs == 0);
    put(u"paused"_s, rule.isPaused, !rule.isPaused);
    put(u"done"_s, rule.isDone, !rule.isDone);
    return json;
}

std::optional<WatchRule> ruleFromJson(const QJsonObject &json)
{
    const std::optional<Kind> kind = ruleKindOf(json.value("kind"_L1).toString());
    WatchRule rule;
    rule.id = json.value("id"_L1).toString().left(64);
    if (!kind || rule.id.isEmpty())
        return {};
    rule.kind = *kind;
    rule.name = json.value("name"_L1).toString().simplified().left(WatchRule::kLongestName);
    rule.instanceId = json.value("instance"_L1).toString();
    rule.workflowId = json.value("workflow"_L1).toString();
    rule.jobId = json.value("job"_L1).toString();
    rule.about = json.value("about"_L1).toString();
    rule.view = json.value("view"_L1).toString();
    rule.line = json.value("filter"_L1).toString();
    rule.onlyFailures = json.value("onlyFailures"_L1).toBool();
    rule.isBelow = json.value("below"_L1).toBool();
    rule.count = json.value("count"_L1).toInt();
    rule.spanMs = json.value("spanMs"_L1).toInteger();
    rule.isDone = json.value("done"_L1).toBool();
    rule.isPaused = json.value("paused"_L1).toBool();
    rule.mutedUntil = QDateTime::fromString(json.value("mutedUntil"_L1).toString(), Qt::ISODateWithMs);
    rule.created = QDateTime::fromString(json.value("created"_L1).toString(), Qt::ISODateWithMs);
    return rule.problem().isEmpty() ? std::optional(rule) : std::nullopt;
}

} // namespace podium
