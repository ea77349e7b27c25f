// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace podium {

/// All pages of the window: list pages in the order of the rail, then detail pages.
std::vector<PageEntry> pageRegistry();

} // namespace podium
