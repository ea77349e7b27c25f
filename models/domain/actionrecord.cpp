// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/actionrecord.h"

#include "models/core/json.h"
#include "models/domain/words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Action = ActionRecord::Action;
using Outcome = ActionRecord::Outcome;

constexpr Words<Action, 11> kActions{{
    {Action::StartRun, "startRun"},
    {Action::Abort, "abort"},
    {Action::Retry, "retry"},
    {Action::Skip, "skip"},
    {Action::CancelJob, "cancelJob"},
    {Action::RescheduleJob, "rescheduleJob"},
    {Action::SetVariables, "setVariables"},
    {Action::TriggerNode, "triggerNode"},
    {Action::RetriggerNode, "retriggerNode"},
    {Action::CancelNode, "cancelNode"},
    {Action::SendEvent, "sendEvent"},
}};

constexpr Words<Outcome, 3> kOutcomes{{
    {Outcome::Accepted, "accepted"},
    {Outcome::Failed, "failed"},
    {Outcome::NotAwaited, "notAwaited"},
}};

/// The members that are plain texts.
constexpr std::array<std::pair<const char *, QString ActionRecord::*>, 7> kTexts{{
    {"user", &ActionRecord::user},
    {"workflow", &ActionRecord::workflowId},
    {"instance", &ActionRecord::instanceId},
    {"businessKey", &ActionRecord::businessKey},
    {"job", &ActionRecord::jobId},
    {"detail", &ActionRecord::detail},
    {"answer", &ActionRecord::answer},
}};

} // namespace

QString displayName(ActionRecord::Action action)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ActionRecord", text); };
    switch (action) {
    case Action::StartRun:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Start a run"));
    case Action::Abort:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Abort the instance"));
    case Action::Retry:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Retry the failed node"));
    case Action::Skip:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Skip the failed node"));
    case Action::CancelJob:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Cancel a job"));
    case Action::SetVariables:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Change variables"));
    case Action::RescheduleJob:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Reschedule a job"));
    case Action::TriggerNode:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Trigger a node"));
    case Action::RetriggerNode:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Trigger a node again"));
    case Action::SendEvent:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Send an event"));
    case Action::CancelNode:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("ActionRecord", "Cancel a node"));
}

QString displayName(ActionRecord::Outcome outcome)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ActionRecord", text); };
    switch (outcome) {
    case Outcome::Accepted:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Accepted"));
    case Outcome::Failed:
        return tr(QT_TRANSLATE_NOOP("ActionRecord", "Failed"));
    case Outcome::NotAwaited:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("ActionRecord", "Not waited for"));
}

QString wordOf(ActionRecord::Action action)
{
    return wordIn(kActions, action);
}

QString wordOf(ActionRecord::Outcome outcome)
{
    return wordIn(kOutcomes, outcome);
}

QByteArray toJson(const ActionRecord &record)
{
    Json object = Json::object();
    object["time"] = record.time.toUTC().toString(Qt::ISODateWithMs).toStdString();
    object["action"] = wordOf(record.action).toStdString();
    object["outcome"] = wordOf(record.outcome).toStdString();
    for (const auto &[key, text] : kTexts) {
        if (!(record.*text).isEmpty())
            object[key] = (record.*text).toStdString();
    }
    return toBytes(object);
}

std::optional<ActionRecord> actionRecordFromJson(QByteArrayView text)
{
    const Result<Json> parsed = parseJson(text);
    if (!parsed || !parsed->is_object())
        return {};
    ActionRecord record;
    record.time = QDateTime::fromString(stringAt(*parsed, "time"), Qt::ISODateWithMs).toUTC();
    const std::optional<Action> action = valueOf(kActions, stringAt(*parsed, "action"));
    const std::optional<Outcome> outcome = valueOf(kOutcomes, stringAt(*parsed, "outcome"));
    if (!record.time.isValid() || !action || !outcome)
        return {};
    record.action = *action;
    record.outcome = *outcome;
    for (const auto &[key, member] : kTexts) {
        const Json *value = memberAt(*parsed, key);
        if (value && !value->is_string())
            return {};
        if (value)
            record.*member = toQString(*value);
    }
    return record;
}

} // namespace podium
