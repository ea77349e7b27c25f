// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "models/services/jobservice.h"

namespace podium {

/// A row of Jobs; nullopt without an id. Any JSON, any thread.
std::optional<Job> decodeJob(const Json &row);
/// Each id once, rows that cannot be read left out.
Result<QList<Job>> decodeJobs(GraphqlAnswer &answer);
/// A page, with the total where it was counted.
Result<JobPage> decodeJobPage(GraphqlAnswer &answer);
/// CountJobs; nothing where the server has the field and answers null, as 10.1.0 does.
Result<std::optional<qint64>> decodeJobCount(GraphqlAnswer &answer);

/// The answer to jobSectionsRequest(): rows are empty where none were asked for.
struct JobSections
{
    QList<QList<Job>> rows;
    QList<qint64> counts; ///< empty where the server does not count
};
Result<JobSections> decodeJobSections(GraphqlAnswer &answer, int sections);
/// CountJobs, CountJobs1, … to `ranges` of them; nothing where the server does not count.
Result<std::optional<DueCounts>> decodeDueCounts(GraphqlAnswer &answer, int ranges);
/// How many of the rows are in each of `ranges`.
Result<DueCounts> countDueTimes(GraphqlAnswer &answer, const QList<DueRange> &ranges, int limit);
/// ProcessInstances with their nodes.
Result<QList<JobHost>> decodeJobHosts(GraphqlAnswer &answer);

} // namespace podium
