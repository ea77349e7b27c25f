// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/items/itemtexts.h"
#include "models/services/jobservice.h"

#include <QVariant>

#include <optional>

namespace podium {

/// The columns of every list of jobs, and what stands in their cells.
enum class JobColumn { Workflow, Node, Instance, Status, Due, Repeat, Retries, LastUpdate, Id };
inline constexpr int kJobColumns = 9;

/// `host` is null while it is not known. `nowUtc` tells what is overdue; nothing is where it is invalid.
QVariant jobData(const Job &job, const JobHost *host, JobColumn column, int role, const ItemTexts &texts,
                 const QDateTime &nowUtc);
QVariant jobHeader(JobColumn column, int role);

/// How the server can sort by a column; nothing where it cannot. It sorts some columns one way only.
std::optional<JobQuery::Order> orderFor(JobColumn column, Qt::SortOrder wanted);
/// The column whose header says how a list is sorted: urgency is told by the status.
JobColumn columnOf(JobQuery::Order order);
Qt::SortOrder directionOf(JobQuery::Order order);

} // namespace podium
