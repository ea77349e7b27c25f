// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/notificationservice.h"

namespace podium {

/// Rows of several sources from one place in each on, as one list, newest first.
struct NotificationPart
{
    QList<Notification> rows; ///< newest first
    qint64 total = 0;         ///< of the source
};

/// Whether `a` stands above `b`: newer first, then by origin; rows of one source stay as the source has them.
bool standsAbove(const Notification &a, const Notification &b);

/// Rows `offset` to `offset + limit` of the merged list, where every part holds its first `offset + limit` rows.
NotificationPage mergeHeads(const QList<NotificationPart> &parts, int offset, int limit);

/// The same far down a long source, without reading all that is above: the `small` parts are whole, with `s` rows
/// together; `window` holds the long one's rows from windowStart() on. A row of the long source has at most `s` rows of
/// the others above it, so that everything from `offset` on is within the window.
NotificationPage mergeWindow(const NotificationPart &window, const QList<NotificationPart> &small, int offset,
                             int limit);
int windowStart(qint64 smallRows, int offset);

} // namespace podium
