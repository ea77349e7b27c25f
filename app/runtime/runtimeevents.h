// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/net/httpclient.h"
#include "models/services/eventservice.h"

namespace podium {

/// Sends CloudEvents over HTTP, to runtimes and brokers alike. Never twice: an event that is sent again may start a
/// second run.
class RuntimeEvents : public QObject, public EventService
{
    Q_OBJECT
public:
    explicit RuntimeEvents(HttpClient &http, QObject *parent = nullptr);

    Async<EventAnswer> send(const EventRequest &request) override;

private:
    HttpClient &m_http;
};

/// What a runtime or a broker answers. Any bytes, any thread.
Result<EventAnswer> decodeEventAnswer(const HttpRequest &request, const HttpResponse &response);

} // namespace podium
