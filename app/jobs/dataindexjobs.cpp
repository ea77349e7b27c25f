// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/jobs/dataindexjobs.h"

#include "app/dataindex/decodejob.h"
#include "app/dataindex/jobrequest.h"
#include "app/dataindex/tolerant.h"

namespace podium {

DataIndexJobs::DataIndexJobs(GraphqlClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

Async<QList<Job>> DataIndexJobs::jobsOf(const QString &instanceId)
{
    const auto request = [instanceId](const ServerCapabilities &server) { return jobsRequest(instanceId, server); };
    return askTolerantly<QList<Job>>(this, m_client, request, decodeJobs);
}

Async<Done> DataIndexJobs::cancel(const Job &job)
{
    return m_client.act(jobCancelRequest(job.id));
}

Async<Done> DataIndexJobs::reschedule(const Job &job, const QDateTime &when)
{
    return m_client.act(jobRescheduleRequest(job.id, when));
}

} // namespace podium
