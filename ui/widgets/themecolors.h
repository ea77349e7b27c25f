// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QString>

namespace podium {

/// The two palettes, and the style sheet in their colours.
QPalette themePalette(bool dark);
QString themeStyleSheet(bool dark);

} // namespace podium
