// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

namespace podium {

class SchemaResolver;

/// A schema as plain draft 7 with every reference as "#/definitions/N", and its problems, translated.
struct PlainSchema
{
    Json schema;
    QStringList problems;
};

/// Rewrites `part` of a document of any draft for valijson, which knows drafts 4 to 7 and gives up on the whole schema
/// for one keyword of the wrong type. prefixItems, dependentRequired, dependentSchemas, anchors and keywords beside
/// $ref are mapped; what draft 7 cannot say (unevaluated…, minContains) and what makes no sense is left out, so that
/// such a rule passes here and is checked by the server only.
PlainSchema toDraft7(const SchemaResolver &document, const Json &part);

} // namespace podium
