// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationmerge.h"

#include <algorithm>

namespace podium {

namespace {

QList<Notification> sorted(const QList<NotificationPart> &parts)
{
    QList<Notification> rows;
    for (const NotificationPart &part : parts)
        rows += part.rows;
    std::stable_sort(rows.begin(), rows.end(), standsAbove);
    return rows;
}

qint64 totalOf(const QList<NotificationPart> &parts)
{
    qint64 total = 0;
    for (const NotificationPart &part : parts)
        total += part.total;
    return total;
}

} // namespace

bool standsAbove(const Notification &a, const Notification &b)
{
    if (a.created != b.created)
        return a.created > b.created;
    return a.origin != b.origin ? a.origin < b.origin : false; // within a source as the source has them
}

NotificationPage mergeHeads(const QList<NotificationPart> &parts, int offset, int limit)
{
    return {sorted(parts).mid(offset, limit), totalOf(parts)};
}

int windowStart(qint64 smallRows, int offset)
{
    return static_cast<int>(qMax<qint64>(0, offset - smallRows));
}

NotificationPage mergeWindow(const NotificationPart &window, const QList<NotificationPart> &small, int offset,
                             int limit)
{
    QList<NotificationPart> all = small;
    qint64 smallRows = 0;
    for (const NotificationPart &part : small)
        smallRows += part.rows.size();
    all << window;
    return {sorted(all).mid(offset - windowStart(smallRows, offset), limit), totalOf(all)};
}

} // namespace podium
