// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/domain/servercapabilities.h"
#include "models/filter/instancefilter.h"

namespace podium {

/// The conditions of a filter as an array of ProcessInstanceArgument, all of which hold. Times count from `nowUtc`.
Json whereOf(const InstanceFilter &filter, const QDateTime &nowUtc);

InstanceFields filterableFields(const ServerCapabilities &server);

} // namespace podium
