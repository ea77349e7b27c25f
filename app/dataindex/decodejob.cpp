// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodejob.h"

#include "app/net/jsonvalues.h"

#include <QSet>

#include <algorithm>

namespace podium {

namespace {

Result<QList<Job>> jobsAt(GraphqlAnswer &answer, const QByteArray &rootField)
{
    const Result<Json *> rows = rowsOf(answer, rootField.constData());
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

std::optional<qint64> countAt(const GraphqlAnswer &answer, const QByteArray &rootField)
{
    const auto count = integerAt(answer.data, rootField.constData());
    return count && *count >= 0 ? count : std::nullopt;
}

QByteArray numbered(const char *name, int number)
{
    return number == 0 ? QByteArray(name) : name + QByteArray::number(number);
}

} // namespace

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
    return jobsAt(answer, "Jobs");
}

Result<JobPage> decodeJobPage(GraphqlAnswer &answer)
{
    auto rows = jobsAt(answer, "Jobs");
    if (!rows)
        return rows.error();
    return JobPage{std::move(*rows), countAt(answer, "CountJobs")};
}

Result<std::optional<qint64>> decodeJobCount(GraphqlAnswer &answer)
{
    if (!answer.errors.isEmpty())
        return errorOf(answer.errors);
    return countAt(answer, "CountJobs");
}

Result<JobSections> decodeJobSections(GraphqlAnswer &answer, int sections)
{
    JobSections all;
    for (int i = 0; i < sections; ++i) {
        if (const auto count = countAt(answer, numbered("CountJobs", i)))
            all.counts << *count;
        const QByteArray name = numbered("Jobs", i);
        if (answer.data.is_object() && answer.data.contains(name.toStdString())) {
            auto rows = jobsAt(answer, name);
            if (!rows)
                return rows.error();
            all.rows << std::move(*rows);
        } else if (!answer.data.is_object() && !answer.errors.isEmpty()) {
            return errorOf(answer.errors);
        } else {
            all.rows << QList<Job>();
        }
    }
    if (all.counts.size() < sections)
        all.counts.clear();
    return all;
}

Result<std::optional<DueCounts>> decodeDueCounts(GraphqlAnswer &answer, int ranges)
{
    if (!answer.errors.isEmpty())
        return errorOf(answer.errors);
    DueCounts due;
    for (int i = 0; i < ranges; ++i) {
        const auto count = countAt(answer, numbered("CountJobs", i));
        if (!count)
            return std::optional<DueCounts>();
        due.counts << *count;
    }
    return std::optional(due);
}

Result<DueCounts> countDueTimes(GraphqlAnswer &answer, const QList<DueRange> &ranges, int limit)
{
    const auto jobs = jobsAt(answer, "Jobs");
    if (!jobs)
        return jobs.error();
    DueCounts due;
    due.capped = jobs->size() >= limit;
    for (const DueRange &range : ranges) {
        due.counts << std::count_if(jobs->cbegin(), jobs->cend(), [&range](const Job &job) {
            JobQuery query;
            query.dueFrom = range.from;
            query.dueBefore = range.before;
            return job.expirationTime.isValid() && matches(job, query);
        });
    }
    return due;
}

Result<QList<JobHost>> decodeJobHosts(GraphqlAnswer &answer)
{
    const Result<Json *> rows = rowsOf(answer, "ProcessInstances");
    if (!rows)
        return rows.error();
    QList<JobHost> hosts;
    for (const Json &row : **rows) {
        JobHost host;
        host.instanceId = textAt(row, "id");
        if (host.instanceId.isEmpty())
            continue;
        host.workflowName = textAt(row, "processName");
        host.businessKey = textAt(row, "businessKey");
        if (const Json *nodes = memberAt(row, "nodes"); nodes && nodes->is_array()) {
            for (const Json &node : *nodes)
                host.nodeNames.insert(textAt(node, "id"), textAt(node, "name"));
        }
        hosts << host;
    }
    return hosts;
}

} // namespace podium
