// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/core/json.h"

#include <QDateTime>
#include <QList>
#include <QUrl>

namespace podium {

struct EventExtension
{
    QString name;  ///< small letters and digits
    QString value; ///< one without a value is not sent
    bool operator==(const EventExtension &) const = default;
};

/// A CloudEvent (1.0): what happened, for workflows that wait for it. See models/events/cloudevent.h for its checks.
struct CloudEvent
{
    QString id;
    QString source; ///< URI reference
    QString type;
    QString subject; ///< "" for none
    QDateTime time;  ///< UTC; invalid for none
    QList<EventExtension> extensions;
    SharedJson data; ///< null for none

    QString extension(const QString &name) const
    {
        for (const EventExtension &each : extensions) {
            if (each.name == name)
                return each.value;
        }
        return {};
    }
};

/// The extensions that runtimes of SonataFlow read.
inline constexpr QLatin1String kInstanceExtension{"kogitoprocrefid"};      ///< the instance to go on
inline constexpr QLatin1String kBusinessKeyExtension{"kogitobusinesskey"}; ///< of the run that is started

enum class EventMode {
    Binary,     ///< attributes in headers, the data as body
    Structured, ///< one JSON document
};

/// An event as it goes over HTTP, by POST.
struct EventMessage
{
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType; ///< "" where there is no body
    QByteArray body;
};

struct EventRequest
{
    CloudEvent event;
    EventMode mode = EventMode::Binary;
    QUrl target;        ///< one of eventTargets()
    QString workflowId; ///< it is for, for the journal; "" for none
};

/// What a server said to an event that it took.
struct EventAnswer
{
    int status = 0;
    QString text; ///< plain text of its body, short; mostly ""
};

/// Sends CloudEvents. All calls from the UI thread; answers by deliver().
class EventService
{
public:
    virtual ~EventService() = default;

    /// An answer only says that the event arrived: runtimes and brokers take any, whether anybody waits for it or not.
    virtual Async<EventAnswer> send(const EventRequest &request) = 0;
};

} // namespace podium
