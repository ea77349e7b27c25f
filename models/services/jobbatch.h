// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/batch.h"
#include "models/services/jobservice.h"

namespace podium {

/// Cancels or reschedules one or many jobs. UI thread.
class JobBatch : public Batch
{
    Q_OBJECT
public:
    enum class Verb { Cancel, Reschedule };

    /// `when` is of Reschedule, in UTC.
    JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, QObject *parent = nullptr);
    JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, const Options &options,
             QObject *parent = nullptr);

    Verb verb() const { return m_verb; }
    QDateTime when() const { return m_when; }
    const QList<Job> &jobs() const { return m_jobs; } ///< as last read

protected:
    Async<QList<BatchLook>> look(const QList<int> &indexes, bool acted) override;
    Async<Done> act(int index) override;

private:
    BatchLook lookOf(const Job &job, bool acted) const;

    JobService &m_service;
    Verb m_verb;
    QDateTime m_when;
    QList<Job> m_jobs;
};

} // namespace podium
