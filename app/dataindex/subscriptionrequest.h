// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/servercapabilities.h"

namespace podium {

/// One root field that a server pushes, as a GraphQL subscription.
struct Subscription
{
    QString field; ///< "ProcessInstanceUpdated"
    GraphqlRequest request;
};

/// What is worth subscribing to of what the schema lists: instances and jobs, added and updated, with the fields of a
/// list's row. Empty where changes of instances are not among it. (That a schema lists them does not mean that the
/// server serves them.)
QList<Subscription> subscriptionsOf(const ServerCapabilities &server);

} // namespace podium
