// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layout.h"

namespace podium {

GraphLayout layoutGraph(const GraphModel &, const LayoutOptions &, const std::function<bool()> &)
{
    return {};
}

} // namespace podium
