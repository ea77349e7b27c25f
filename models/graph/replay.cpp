// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/replay.h"

#include <QHash>

#include <algorithm>

namespace podium {

namespace {

void addMoment(QList<QDateTime> &moments, const QDateTime &time)
{
    if (time.isValid())
        moments.append(time);
}

bool happened(const QDateTime &moment, const QDateTime &time)
{
    return moment.isValid() && moment <= time;
}

/// The last time that each definition was entered, up to `time`.
QHash<QString, QDateTime> lastEntered(const QList<NodeInstance> &nodes, const QDateTime &time)
{
    QHash<QString, QDateTime> entered;
    for (const NodeInstance &node : nodes) {
        QDateTime &last = entered[node.definitionId];
        if (happened(node.enter, time) && (!last.isValid() || node.enter > last))
            last = node.enter;
    }
    return entered;
}

} // namespace

ReplayTimes replayTimes(const WorkflowInstance &instance)
{
    ReplayTimes times;
    addMoment(times.moments, instance.start);
    for (const NodeInstance &node : instance.nodes) {
        addMoment(times.moments, node.enter);
        addMoment(times.moments, node.exit);
    }
    // An end beside a state that is not final is an event out of order: it says nothing yet.
    if (isFinal(instance.state))
        addMoment(times.moments, instance.end);
    std::sort(times.moments.begin(), times.moments.end());
    times.moments.erase(std::unique(times.moments.begin(), times.moments.end()), times.moments.end());
    if (!times.moments.isEmpty()) {
        times.begin = times.moments.constFirst();
        times.end = times.moments.constLast();
    }
    return times;
}

WorkflowInstance instanceAt(const WorkflowInstance &instance, const QDateTime &time)
{
    const ReplayTimes times = replayTimes(instance);
    if (!times.end.isValid() || !time.isValid() || time >= times.end)
        return instance;
    WorkflowInstance then = instance;
    then.nodes.clear();
    then.state = InstanceState::Active;
    then.end = {};
    then.error.reset();
    const QHash<QString, QDateTime> entered = lastEntered(instance.nodes, time);
    for (NodeInstance node : instance.nodes) {
        // A visit without an enter was there from the start, for all that is known.
        if (node.enter.isValid() && node.enter > time)
            continue;
        const bool left = happened(node.exit, time);
        const bool repeated = node.enter.isValid() && entered.value(node.definitionId) > node.enter;
        if (!left) {
            node.exit = {};
            if (!repeated) {
                node.errorMessage.clear();
                node.cancelType.clear();
            }
        }
        then.nodes.append(node);
    }
    return then;
}

} // namespace podium
