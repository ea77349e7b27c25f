// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QtGlobal>

namespace podium {

/// The smallest step of a clock (1, 2, 5 ms … 1, 2, 5, 10, 15, 30 s … days) of at least `least` ms.
qint64 tickStep(double least);

/// The multiples of `step` after `origin` (ms) within both ends; no more than a thousand.
QList<qint64> ticksWithin(qint64 from, qint64 to, qint64 step, qint64 origin);

} // namespace podium
