// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QDateTime>
#include <QList>

namespace podium {

/// When something happened in an instance: the stops of a time slider. Times are UTC.
struct ReplayTimes
{
    QDateTime begin; ///< invalid: the server told no time at all, there is nothing to replay
    QDateTime end;   ///< the last known moment; not before begin
    QList<QDateTime> moments; ///< ascending, each once: begin, every enter and exit, end
};

ReplayTimes replayTimes(const WorkflowInstance &instance); ///< any thread

/// The instance as it was at `time`, as far as the recorded visits tell: nodes entered later are gone, nodes left later
/// are open, and nothing has failed before it did. From the last moment on it is the instance as it is. A server does
/// not tell when a visit without an exit failed; its error shows once that visit was repeated, or at the last moment.
/// Give the result to overlayFor(). Any thread.
WorkflowInstance instanceAt(const WorkflowInstance &instance, const QDateTime &time);

} // namespace podium
