// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/decodegraphql.h"
#include "models/domain/job.h"

namespace podium {

/// A row of Jobs; nullopt without an id. Any JSON, any thread.
std::optional<Job> decodeJob(const Json &row);
/// Each id once, rows that cannot be read left out.
Result<QList<Job>> decodeJobs(GraphqlAnswer &answer);

} // namespace podium
