// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/notification.h"

#include <QUrl>

namespace podium {

/// Where a notification leads to. At most one of the two is set.
struct NotificationLink
{
    QString location; ///< within Podium, in the text form of a Location: "instance:ID", "workflow:ID"
    QUrl address;     ///< http or https, for the browser, after the user saw it

    bool isEmpty() const { return location.isEmpty() && address.isEmpty(); }
    bool operator==(const NotificationLink &) const = default;
};

/// What "open" does. Podium's own targets come first. A link of the hub's Orchestrator (routes of its plugin:
/// /orchestrator/instances/ID, /orchestrator/workflows/ID[/runs|/execute]) is the instance or workflow itself; other
/// paths are pages of the hub. A link may name any host: the address is what the user is shown before it opens. Nothing
/// for links of other schemes (javascript:, file:, data:) and for what is no address.
NotificationLink linkOf(const Notification &notification, const QUrl &hub);

} // namespace podium
