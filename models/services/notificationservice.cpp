// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/notificationservice.h"

namespace podium {

bool matches(const Notification &notification, const NotificationQuery &query)
{
    const auto contains = [&query](const QString &text) { return text.contains(query.text, Qt::CaseInsensitive); };
    // Severities are declared from the gravest to the least.
    return (!query.read || *query.read == notification.read.isValid()) &&
           (!query.saved || *query.saved == notification.saved.isValid()) &&
           (query.topic.isEmpty() || query.topic == notification.topic) &&
           (!query.atLeast || notification.severity <= *query.atLeast) &&
           (!query.createdAfter.isValid() || notification.created >= query.createdAfter) &&
           (query.text.isEmpty() || contains(notification.title) || contains(notification.description));
}

} // namespace podium
