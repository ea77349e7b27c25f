// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>

namespace podium {

/// Widths of characters, so that the layout can size boxes on any thread without a font. The view fills it from the
/// font it paints with; the defaults are those of a common 10-point sans serif.
struct TextMetrics
{
    TextMetrics();

    std::array<float, 128> advance; ///< of ASCII characters
    float wide = 13;                ///< of anything else
    float lineHeight = 17;
    float bold = 1.08F; ///< how much wider bold text is

    double width(QStringView text) const;
};

} // namespace podium
