// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

namespace podium {

/// A schema in which a SchemaUpdater's answer took the place of parts.
struct UpdatedSchema
{
    SharedJson schema;   ///< the same as before where nothing changed
    QStringList changed; ///< JSON pointers into the input of the parts that are new
    QStringList unknown; ///< names of the answer that the schema does not have
};

/// Puts each member of `parts` in the place of the property of that name, wherever `properties` has it. Any thread.
UpdatedSchema withParts(const SharedJson &schema, const Json &parts);

/// What of `value` stays in a form of the updated schema: everything, but values of changed parts only where they fit
/// the new ones; else these start with their defaults.
Json keepWhatFits(const Json &value, const UpdatedSchema &updated);

} // namespace podium
