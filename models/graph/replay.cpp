// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/replay.h"

#include <algorithm>

namespace podium {

namespace {

QDateTime began(const NodeInstance &visit)
{
    return visit.enter.isValid() ? visit.enter : visit.exit;
}

bool isLastOfItsNode(const WorkflowInstance &instance, const NodeInstance &visit)
{
    return std::none_of(instance.nodes.begin(), instance.nodes.end(), [&](const NodeInstance &other) {
        return &other != &visit && other.definitionId == visit.definitionId && began(other) > began(visit);
    });
}

/// Whether the error that the server keeps at the run is the one of this visit.
bool isErrorOf(const WorkflowInstance &instance, const NodeInstance &visit)
{
    return instance.error && instance.error->isOf(visit) &&
           (!instance.error->nodeInstanceId.isEmpty() || isLastOfItsNode(instance, visit));
}

// A run that nothing happened in since a visit failed stood still there. Where it went on the error was caught, or the
// failure is one branch of several.
void stopAtFailure(WorkflowInstance &past, const WorkflowInstance &whole)
{
    const NodeInstance *failed = nullptr;
    QDateTime latest;
    for (const NodeInstance &visit : past.nodes) {
        latest = std::max(latest, began(visit));
        const bool fails = !visit.exit.isValid() && (!visit.errorMessage.isEmpty() || isErrorOf(whole, visit));
        if (fails && (!failed || began(visit) >= began(*failed)))
            failed = &visit;
    }
    past.error.reset();
    if (!failed || began(*failed) < latest)
        return;
    past.state = InstanceState::Error;
    const QString message = failed->errorMessage.isEmpty() && whole.error ? whole.error->message : failed->errorMessage;
    past.error = InstanceError{failed->definitionId, failed->id, message};
}

} // namespace

ReplaySpan replaySpan(const WorkflowInstance &instance)
{
    ReplaySpan span;
    for (const NodeInstance &visit : instance.nodes) {
        for (const QDateTime &time : {visit.enter, visit.exit}) {
            if (time.isValid())
                span.moments.append(time.toUTC());
        }
    }
    std::sort(span.moments.begin(), span.moments.end());
    span.moments.erase(std::unique(span.moments.begin(), span.moments.end()), span.moments.end());
    QList<QDateTime> ends = span.moments;
    for (const QDateTime &time : {instance.start, instance.end}) {
        if (time.isValid())
            ends.append(time.toUTC());
    }
    if (ends.isEmpty())
        return span;
    const auto [first, last] = std::minmax_element(ends.cbegin(), ends.cend());
    span.begin = *first;
    span.end = *last;
    return span;
}

WorkflowInstance instanceAt(const WorkflowInstance &instance, const QDateTime &time)
{
    const ReplaySpan span = replaySpan(instance);
    if (!time.isValid() || span.isEmpty() || time >= span.end)
        return instance;
    WorkflowInstance past = instance;
    past.state = InstanceState::Active;
    past.end = {};
    past.nodes.removeIf([&](const NodeInstance &visit) { return !began(visit).isValid() || began(visit) > time; });
    for (NodeInstance &visit : past.nodes) {
        if (visit.exit.isValid() && visit.exit <= time)
            continue;
        // What became of it shows when it ends; of a visit that never does, when the run ends.
        if (visit.exit.isValid())
            visit.errorMessage.clear();
        visit.exit = {};
        visit.cancelType.clear();
        visit.outputArgs = {};
    }
    stopAtFailure(past, instance);
    return past;
}

GraphOverlay overlayAt(const GraphModel &model, const QHash<QString, NodeTarget> &targets,
                       const WorkflowInstance &instance, const QDateTime &time)
{
    return overlayOfTargets(model, targets, instanceAt(instance, time));
}

} // namespace podium
