// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/overlay.h"

#include <QList>

namespace podium {

/// When something happened in a run: what a time slider stops at. All times are UTC.
struct ReplaySpan
{
    QList<QDateTime> moments; ///< a node was entered or left; sorted, each once
    QDateTime begin;          ///< of the run or its first moment, whichever is earlier; invalid when nothing is known
    QDateTime end; ///< of the run or its last moment, whichever is later. A run under way ends at its last moment
    bool isEmpty() const { return !begin.isValid(); }
};

ReplaySpan replaySpan(const WorkflowInstance &instance);

/// The run as it was at `time`: without what came later, visits that ended later open again, active until it ended. A
/// visit that failed counts as failed from when it ended, or else from when it was entered: the server does not tell
/// more. A visit without a time of entry began when it ended; one without any time is there only at the end. At or
/// after the last moment, and for an invalid time, it is the run as it is now. Any thread.
WorkflowInstance instanceAt(const WorkflowInstance &instance, const QDateTime &time);

/// overlayFor() of instanceAt().
GraphOverlay overlayAt(const GraphModel &model, const QHash<QString, NodeTarget> &targets,
                       const WorkflowInstance &instance, const QDateTime &time);

} // namespace podium
