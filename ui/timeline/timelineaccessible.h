// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace podium {

class TimelineChart;

/// Lets screen readers walk the lanes of a TimelineChart. May be called often.
void installTimelineAccessibility();
/// place: of the lane from the top, among those that are shown; -1 for none.
void notifyTimelineSelection(TimelineChart *chart, int place);

} // namespace podium
