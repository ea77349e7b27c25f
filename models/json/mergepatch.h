// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QStringList>

namespace podium {

/// What was changed in an object, for a service that merges it into what it has, as a SonataFlow runtime does with
/// PATCH /{workflow}/{id} (observed on 10.1.0): objects are merged member by member, lists and plain values replaced by
/// their like. Everything else it answers with 200 and does something else: null is dropped, also from within lists; a
/// plain value in the place of an object ends up in it as "response", an object in the place of a plain value gets that
/// as "_target", and what takes the place of a list is appended to it. So such changes are not sent.
struct MergePatch
{
    Json patch;          ///< an object with only the changed members; {} where nothing has to be sent
    QStringList refused; ///< JSON pointers of what cannot be changed in this way
};

/// From `before` to `after`, both objects. Any thread.
MergePatch mergePatchOf(const Json &before, const Json &after);

/// `target` as the service will have it. Any thread.
Json merged(const Json &target, const Json &patch);

} // namespace podium
