// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

namespace podium {

/// What was changed in an object, for a service that merges objects member by member and replaces everything else.
struct MergePatch
{
    Json patch;          ///< an object with only the changed members; {} where nothing has to be sent
    QStringList removed; ///< JSON pointers of members that are gone: merging cannot take them away
};

/// From `before` to `after`, both objects. Any thread.
MergePatch mergePatchOf(const Json &before, const Json &after);

/// `target` as a service would have it after the merge: objects member by member, everything else replaced. Any thread.
Json merged(const Json &target, const Json &patch);

} // namespace podium
