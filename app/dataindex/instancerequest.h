// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/servercapabilities.h"
#include "models/services/instanceservice.h"

namespace podium {

inline constexpr int kMaxPageSize = 1000;

/// The fields that a row of a list is made of, those that the server has.
QString instanceRowSelection(const ServerCapabilities &server);
/// Times that are relative in the query count from the moment of the request.
GraphqlRequest instancePageRequest(const InstanceQuery &query, const ServerCapabilities &server);
/// As instancePageRequest(), with what happened at the nodes of each row; at most InstanceService::kMostWithNodes rows.
GraphqlRequest instanceNodesRequest(const InstanceQuery &query, const ServerCapabilities &server);
GraphqlRequest instanceCountRequest(const InstanceQuery &query);
/// One count for each range, called CountProcessInstances0, CountProcessInstances1…
GraphqlRequest endedCountsRequest(const InstanceQuery &query, const QList<EndedRange> &ranges);
GraphqlRequest instanceRequest(const QString &id, const ServerCapabilities &server);
/// `mutation` takes the id only: ProcessInstanceAbort, ProcessInstanceRetry, ProcessInstanceSkip.
GraphqlRequest instanceActionRequest(const QString &mutation, const QString &id, const QString &what);
/// `mutation` takes the instance and, as `argument`, a node: NodeInstanceTrigger, NodeInstanceRetrigger,
/// NodeInstanceCancel.
GraphqlRequest nodeActionRequest(const QString &mutation, const QString &id, const QString &argument,
                                 const QString &node, const QString &what);

/// The `where` of a query; null when nothing is asked for. `nowUtc` is what times like "last hour" count from.
/// Conjunctions are wrapped in `and`: inside an `or` the server would otherwise read them as alternatives.
Json instanceFilter(const InstanceQuery &query, const QDateTime &nowUtc);
Json instanceOrder(InstanceQuery::Order order);

} // namespace podium
