// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>
#include <QUrl>

namespace podium {

/// Addresses (http and https, without fragments) of the documents that a schema refers to and does not hold, each once.
/// Relative references count from its "$id". Any thread.
QList<QUrl> missingDocuments(const Json &schema);

/// `schema` with the document of an address in its "$defs", where its references to that address find it; what the
/// document itself refers to is written as addresses. Any thread.
Json withDocument(Json schema, const QUrl &address, Json document);

} // namespace podium
