// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "ui/graph/graphpainter.h"

#include <QString>

namespace podium {

/// Writes the whole graph, as it looks, to PATH: .svg, .pdf, else PNG (smaller than asked for where that would be too
/// large). `scale` 0: twice the size for PNG, else 1.
Result<Done> exportGraph(const SharedPicture &picture, const GraphOverlay &overlay, const GraphStyle &style,
                         const QString &path, double scale = 0);

} // namespace podium
