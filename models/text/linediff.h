// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

namespace podium {

/// Which elements of two sequences are kept, as far as the effort allows; the kept ones of both are the same sequence.
struct KeptLines
{
    std::vector<char> old; ///< by element: 1 where it is kept
    std::vector<char> current;
    bool coarse = false;    ///< the effort was spent: more could have been kept
    bool cancelled = false; ///< then the rest is of no use
};

/// Compares sequences of numbers from 0 to `kinds`, equal ones for equal lines. What is once in both is matched first
/// (B. Cohen's "patience" order: what a reader takes for the same), what lies between by E. Myers, "An O(ND) Difference
/// Algorithm and Its Variations", Algorithmica 1, 1986, in bounded steps. The time is bounded by a multiple of the
/// size, whatever the sequences. Any thread.
KeptLines keptLines(const std::vector<int> &old, const std::vector<int> &current, int kinds,
                    const std::function<bool()> &cancelled = {});

} // namespace podium
