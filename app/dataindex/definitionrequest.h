// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dataindex/graphqlrequest.h"
#include "models/domain/servercapabilities.h"

namespace podium {

/// Without nodes and source: those cost a query per row or a call of the runtime.
GraphqlRequest definitionPageRequest(int offset, int limit, const ServerCapabilities &server);
/// All versions of a definition, id and version only.
GraphqlRequest definitionVersionsRequest(const QString &id);
GraphqlRequest definitionRequest(const QString &id, const QString &version, const ServerCapabilities &server);
GraphqlRequest definitionSourceRequest(const QString &id, const QString &version);

} // namespace podium
