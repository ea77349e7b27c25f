// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/notification.h"
#include "models/watch/watchrule.h"

#include <QList>

namespace podium {

/// One thing that a rule found.
struct Firing
{
    QString title;      ///< plain text, may hold text of a server
    QString text;       ///< more about it; may be empty
    QString target;     ///< what "open" opens, as `--open` takes it
    QString instanceId; ///< of an instance that failed and could be retried; else ""
    bool operator==(const Firing &) const = default;
};

/// What a rule found since it was last told, as one notification: a flood is one, too.
struct FiringGroup
{
    static constexpr qsizetype kMostNamed = 5;

    QList<Firing> first; ///< the first few
    qsizetype count = 0; ///< of all

    void add(const QList<Firing> &firings);
};

/// The notification of a group that is not empty; `id` and the environment are still to be set.
Notification notificationOf(const WatchRule &rule, const FiringGroup &group, const QDateTime &nowUtc);

Notification::Severity severityOf(WatchRule::Kind kind);
/// Whether it tells of one instance that failed, as a rule found it.
bool isOfFailedInstance(const Notification &notification);

} // namespace podium
