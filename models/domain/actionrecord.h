// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <optional>

namespace podium {

/// One action that somebody asked a server for, and what came of it: a line of the journal. Never holds inputs,
/// variables or tokens.
struct ActionRecord
{
    enum class Action {
        StartRun,
        Abort,
        Retry,
        Skip,
        CancelJob,
        RescheduleJob,
        SetVariables,
        TriggerNode,
        RetriggerNode,
        CancelNode,
        SendEvent,
    };
    enum class Outcome {
        Accepted,   ///< the server said so
        Failed,     ///< refused, or no answer came; `answer` says which
        NotAwaited, ///< nobody waited for the answer: the server may have done it all the same
    };

    QDateTime time; ///< UTC, when it was asked for
    QString user;   ///< who was signed in
    Action action = Action::StartRun;
    QString workflowId;
    QString instanceId; ///< "" for a run that never came to be
    QString businessKey;
    QString jobId;
    QString detail; ///< the new due time of a job (ISO 8601), the version of a workflow, name and id of a node, names
                    ///< of variables, the type of an event
    Outcome outcome = Outcome::NotAwaited;
    QString answer; ///< plain text of the error for Failed, else ""

    bool operator==(const ActionRecord &) const = default;
};

QString displayName(ActionRecord::Action action);   ///< translated
QString displayName(ActionRecord::Outcome outcome); ///< translated
QString wordOf(ActionRecord::Action action);        ///< as in the file: "startRun", "abort"…
QString wordOf(ActionRecord::Outcome outcome);      ///< "accepted", "failed", "notAwaited"

/// One JSON object without a line break.
QByteArray toJson(const ActionRecord &record);
/// Nothing for text that is no record: no object, without a time, an action or an outcome, or with a member of another
/// type. Unknown members are ignored.
std::optional<ActionRecord> actionRecordFromJson(QByteArrayView text);

} // namespace podium
