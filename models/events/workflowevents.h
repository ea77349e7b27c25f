// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/workflow/workflowdocument.h"

#include <QUrl>

namespace podium {

/// An event that a workflow reacts to.
struct AwaitedEvent
{
    QString name;             ///< in the definition
    QString type;             ///< CloudEvent type
    QString source;           ///< "" where the definition leaves it open
    QStringList correlations; ///< extensions by which the runtime finds the instance it belongs to
    QStringList states;       ///< that wait for it, in the order of the definition
    bool starts = false;      ///< it starts a run

    bool operator==(const AwaitedEvent &) const = default;
};

/// The events that `document` reacts to, those that start a run first. Only what its states refer to counts, whatever
/// `kind` an event has. Any thread.
QList<AwaitedEvent> awaitedEvents(const WorkflowDocument &document);

/// Which of `events` `instance` waits for now; -1 for none. Runtimes wait in event nodes that have the event's name and
/// no state; where none is open, the states of the other open visits tell. Visits that were superseded never end: it is
/// a proposal, not the truth.
qsizetype awaitedBy(const WorkflowInstance &instance, const QList<AwaitedEvent> &events,
                    const QList<NodeDefinition> &nodes);

/// Where an event can be sent to.
struct EventTarget
{
    enum class Kind { Runtime, Sink } kind = Kind::Runtime;
    QUrl url;

    bool operator==(const EventTarget &) const = default;
};

/// The runtime of `definition` first, then the other runtimes and the event sinks that the environment lists; each
/// once. A runtime takes events at "/", unless its channel has another path: then that address is listed as a sink.
QList<EventTarget> eventTargets(const Environment &environment, const WorkflowDefinition &definition);

/// Under which name InputMemory keeps the events of a workflow, beside the inputs of its runs.
QString eventMemoryName(const QString &workflowId);

} // namespace podium
