// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/job.h"

#include <QList>

namespace podium {

/// Timers. All calls from the UI thread; answers by deliver().
class JobService
{
public:
    virtual ~JobService() = default;

    virtual Async<QList<Job>> jobsOf(const QString &instanceId) = 0;
    virtual Async<Done> cancel(const Job &job) = 0;
    /// `when` is UTC; a past time fires at once.
    virtual Async<Done> reschedule(const Job &job, const QDateTime &when) = 0;
};

} // namespace podium
