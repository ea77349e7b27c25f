// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/servercapabilities.h"
#include "models/services/jobservice.h"

namespace podium {

/// The fields that a job is read with, those that the server has.
QString jobRowSelection(const ServerCapabilities &server);
/// The jobs of one instance, next one first.
GraphqlRequest jobsRequest(const QString &instanceId, const ServerCapabilities &server);

/// Order::Urgency here is the nearest that one list can be sorted: see jobSections().
GraphqlRequest jobPageRequest(const JobQuery &query, const ServerCapabilities &server);
GraphqlRequest jobCountRequest(const JobQuery &query);
/// The lists that Order::Urgency puts one after the other, each a query with an order that a server knows. Those that
/// the filters leave empty are left out.
QList<JobQuery> jobSections(const JobQuery &query);
/// Counts of all of `sections`, and rows of those with a limit above 0, in one request; see decodeJobSections().
GraphqlRequest jobSectionsRequest(const QList<JobQuery> &sections, const ServerCapabilities &server);
/// Ids and nothing else, to count by them.
GraphqlRequest jobIdsRequest(const JobQuery &query);
/// A count for each range.
GraphqlRequest dueCountsRequest(const JobQuery &query, const QList<DueRange> &ranges);
/// Times and nothing else, next one first.
GraphqlRequest dueTimesRequest(const JobQuery &query, int limit);
GraphqlRequest jobHostsRequest(const QStringList &instanceIds, const ServerCapabilities &server);

GraphqlRequest jobCancelRequest(const QString &id);
/// `when` only: the repeat count that is read and the one that is written differ by one, so it is never echoed.
GraphqlRequest jobRescheduleRequest(const QString &id, const QDateTime &when);

/// The `where` of a query; null when nothing is asked for. Conjunctions are wrapped in `and`: inside an `or` the server
/// would otherwise read them as alternatives.
Json jobFilter(const JobQuery &query);
Json jobOrder(JobQuery::Order order);

} // namespace podium
