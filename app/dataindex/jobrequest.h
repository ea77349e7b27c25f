// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/servercapabilities.h"

#include <QDateTime>

namespace podium {

/// The jobs of one instance, next one first.
GraphqlRequest jobsRequest(const QString &instanceId, const ServerCapabilities &server);
GraphqlRequest jobCancelRequest(const QString &id);
/// `when` only: the repeat count that is read and the one that is written differ by one, so it is never echoed.
GraphqlRequest jobRescheduleRequest(const QString &id, const QDateTime &when);

} // namespace podium
