// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace podium {

/// The dot that says which environment it is, sharp at the pixel ratio of the screen.
QIcon colorDot(const QColor &color, qreal ratio);

} // namespace podium
