// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace podium {

class ListView;
struct Console;

/// Marks "live update painted" in the trace, once the rows that a live update changed are on screen. To be called after
/// the model of the view was connected to the feed.
void tracePaints(ListView *view, const Console &console);

} // namespace podium
