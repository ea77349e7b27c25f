// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "models/timeline/timeline.h"

namespace podium {

/// What a lane is called: one line, with the attempt and the number of the round.
QString rowName(const TimelineRow &row);

/// How long the visit took, or takes up to now; "–" where its end was not told.
QString rowDuration(const TimelineRow &row, const ItemTexts &texts, qint64 now);

/// All there is to say about a lane, in lines: plain text of the server, not escaped.
QString rowDescription(const Timeline &timeline, int row, const ItemTexts &texts, qint64 now);

/// The whole in one line: how many nodes, how long, how much of it waiting.
QString timelineSummary(const Timeline &timeline, const ItemTexts &texts, qint64 now);

} // namespace podium
