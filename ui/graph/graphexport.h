// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "ui/graph/graphpainter.h"

#include <QString>

namespace podium {

/// Writes the whole graph, as it looks, to PATH: .svg, else PNG at twice the size (less where that would be too large).
Result<Done> exportGraph(const SharedPicture &picture, const GraphOverlay &overlay, const GraphStyle &style,
                         const QString &path);

} // namespace podium
