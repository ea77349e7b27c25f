// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/services/eventservice.h"

namespace podium {

// CloudEvents 1.0.2: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md, and its HTTP binding
// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md. Any thread.

/// Where the attributes break the specification, as messages on "/type", "/extensions/NAME"…; empty when it can be
/// sent.
QList<FieldError> problems(const CloudEvent &event);

/// How `event` goes over HTTP. Of an event with problems() something that a server will refuse.
EventMessage encode(const CloudEvent &event, EventMode mode);

/// The event as one JSON document, as it is kept and as the structured mode sends it.
Json toJson(const CloudEvent &event);
/// The same back. Kind::Validation for what is no object; members of another type are left out.
Result<CloudEvent> cloudEventFromJson(const Json &value);

} // namespace podium
