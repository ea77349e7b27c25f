// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/eventservice.h"

namespace podium {

class ActionWatch;

/// Sends events by another service, and notes them in the journal: never their data.
class JournaledEvents : public EventService
{
public:
    JournaledEvents(EventService &events, ActionWatch &watch);

    Async<EventAnswer> send(const EventRequest &request) override;

private:
    EventService &m_events;
    ActionWatch &m_watch;
};

} // namespace podium
