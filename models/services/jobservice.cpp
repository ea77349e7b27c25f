// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/jobservice.h"

namespace podium {

bool matches(const Job &job, const JobQuery &query)
{
    const bool isDueBounded = query.dueFrom.isValid() || query.dueBefore.isValid();
    return (query.ids.isEmpty() || query.ids.contains(job.id)) &&
           (query.instanceIds.isEmpty() || query.instanceIds.contains(job.instanceId)) &&
           (query.workflowIds.isEmpty() || query.workflowIds.contains(job.workflowId)) &&
           (query.statuses.isEmpty() || query.statuses.contains(job.status)) &&
           (query.id.isEmpty() || query.id == job.id || query.id == job.instanceId) &&
           (!isDueBounded || job.expirationTime.isValid()) &&
           (!query.dueFrom.isValid() || job.expirationTime >= query.dueFrom) &&
           (!query.dueBefore.isValid() || job.expirationTime < query.dueBefore) &&
           (!query.updatedSince.isValid() || job.lastUpdate >= query.updatedSince);
}

} // namespace podium
