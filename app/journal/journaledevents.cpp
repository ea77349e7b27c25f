// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/journaledevents.h"

#include "app/journal/actionwatch.h"

namespace podium {

JournaledEvents::JournaledEvents(EventService &events, ActionWatch &watch)
    : m_events(events)
    , m_watch(watch)
{
}

Async<EventAnswer> JournaledEvents::send(const EventRequest &request)
{
    ActionRecord record;
    record.action = ActionRecord::Action::SendEvent;
    record.workflowId = request.workflowId;
    record.instanceId = request.event.extension(kInstanceExtension);
    record.businessKey = request.event.extension(kBusinessKeyExtension);
    record.detail = request.event.type;
    return m_watch.follow<EventAnswer>(record, m_events.send(request));
}

} // namespace podium
