// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodejob.h"

#include "app/net/jsonvalues.h"

#include <QSet>

namespace podium {

std::optional<Job> decodeJob(const Json &row)
{
    Job job;
    job.id = textAt(row, "id");
    if (job.id.isEmpty())
        return std::nullopt;
    job.workflowId = textAt(row, "processId");
    job.instanceId = textAt(row, "processInstanceId");
    job.nodeInstanceId = textAt(row, "nodeInstanceId");
    job.rootInstanceId = textAt(row, "rootProcessInstanceId");
    job.rootWorkflowId = textAt(row, "rootProcessId");
    job.status = jobStatusFromWord(textAt(row, "status"));
    job.expirationTime = timeAt(row, "expirationTime");
    job.lastUpdate = timeAt(row, "lastUpdate");
    job.priority = intAt(row, "priority");
    job.retries = intAt(row, "retries");
    job.executionCounter = intAt(row, "executionCounter");
    job.repeatInterval = integerAt(row, "repeatInterval");
    if (integerAt(row, "repeatLimit"))
        job.repeatLimit = intAt(row, "repeatLimit");
    job.scheduledId = textAt(row, "scheduledId");
    job.callbackEndpoint = textAt(row, "callbackEndpoint");
    job.endpoint = textAt(row, "endpoint");
    job.exceptionMessage = textAt(row, "exceptionMessage");
    job.exceptionDetails = textAt(row, "exceptionDetails");
    return job;
}

Result<QList<Job>> decodeJobs(GraphqlAnswer &answer)
{
    const Result<Json *> rows = rowsOf(answer, "Jobs");
    if (!rows)
        return rows.error();
    QList<Job> jobs;
    QSet<QString> seen;
    for (const Json &row : **rows) {
        auto job = decodeJob(row);
        if (!job || seen.contains(job->id))
            continue;
        seen.insert(job->id);
        jobs << std::move(*job);
    }
    return jobs;
}

} // namespace podium
