// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/layout.h"

#include <QStringList>

namespace podium {

/// What is wrong with a drawing, in words; empty for one that can be shown: boxes and labels overlap nothing, content
/// lies inside its group, every edge starts and ends at its boxes and runs through no other box.
QStringList layoutFaults(const GraphModel &model, const GraphLayout &layout);

} // namespace podium
