// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/text/linediff.h"

#include <QtGlobal>

#include <algorithm>

namespace podium {

namespace {

constexpr int kFarthest = 1000; ///< differences that one step of Myers' looks for
constexpr qint64 kEffort = 20'000'000;
constexpr qint64 kEffortPerLine = 60;

struct Range
{
    int oldBegin = 0;
    int oldEnd = 0;
    int newBegin = 0;
    int newEnd = 0;
    bool isEmpty() const { return oldBegin == oldEnd || newBegin == newEnd; }
    qint64 size() const { return qint64(oldEnd - oldBegin) + (newEnd - newBegin); }
};

class LineComparison
{
public:
    LineComparison(const std::vector<int> &old, const std::vector<int> &current, int kinds,
                   const std::function<bool()> &cancelled)
        : m_old(old)
        , m_new(current)
        , m_isCancelled(cancelled)
        , m_inOld(static_cast<size_t>(kinds))
        , m_inNew(static_cast<size_t>(kinds))
    {
        m_kept.old.resize(old.size(), 0);
        m_kept.current.resize(current.size(), 0);
        m_effort = kEffort + kEffortPerLine * static_cast<qint64>(old.size() + current.size());
    }

    KeptLines run()
    {
        m_stack.push_back({0, static_cast<int>(m_old.size()), 0, static_cast<int>(m_new.size())});
        while (!m_stack.empty() && !m_kept.cancelled) {
            Range range = m_stack.back();
            m_stack.pop_back();
            trim(range);
            if (range.isEmpty())
                continue;
            if ((m_effort -= range.size()) < 0) {
                m_kept.coarse = true;
                continue;
            }
            count(range);
            if (!matchUnique(range))
                matchRest(range);
            if (m_isCancelled && m_isCancelled())
                m_kept.cancelled = true;
        }
        return std::move(m_kept);
    }

private:
    /// Where a kind of line is within the range.
    struct Place
    {
        int count = 0;
        int last = -1;
    };
    int oldAt(int i) const { return m_old[static_cast<size_t>(i)]; }
    int newAt(int i) const { return m_new[static_cast<size_t>(i)]; }

    void keep(int oldIndex, int newIndex)
    {
        m_kept.old[static_cast<size_t>(oldIndex)] = 1;
        m_kept.current[static_cast<size_t>(newIndex)] = 1;
    }

    void trim(Range &range)
    {
        while (!range.isEmpty() && oldAt(range.oldBegin) == newAt(range.newBegin))
            keep(range.oldBegin++, range.newBegin++);
        while (!range.isEmpty() && oldAt(range.oldEnd - 1) == newAt(range.newEnd - 1))
            keep(--range.oldEnd, --range.newEnd);
    }

    void count(const Range &range)
    {
        const auto each = [&](auto visit) {
            for (int i = range.oldBegin; i < range.oldEnd; ++i)
                visit(m_inOld, oldAt(i), i);
            for (int i = range.newBegin; i < range.newEnd; ++i)
                visit(m_inNew, newAt(i), i);
        };
        each([this](auto &, int kind, int) {
            m_inOld[static_cast<size_t>(kind)] = m_inNew[static_cast<size_t>(kind)] = {};
        });
        each([](std::vector<Place> &places, int kind, int index) {
            Place &place = places[static_cast<size_t>(kind)];
            ++place.count;
            place.last = index;
        });
    }

    // Of the lines that are once on either side, the longest run that keeps its order.
    bool matchUnique(const Range &range)
    {
        struct Match
        {
            int old;
            int current;
            int before; ///< index of the match before it in the best run that ends here
        };
        std::vector<Match> matches;
        std::vector<int> ends; ///< by length of a run: the match with the smallest place that ends one
        for (int i = range.oldBegin; i < range.oldEnd; ++i) {
            const auto kind = static_cast<size_t>(oldAt(i));
            if (m_inOld[kind].count != 1 || m_inNew[kind].count != 1)
                continue;
            const int place = m_inNew[kind].last;
            const auto at = std::lower_bound(ends.begin(), ends.end(), place, [&](int match, int value) {
                return matches[static_cast<size_t>(match)].current < value;
            });
            matches.push_back({i, place, at == ends.begin() ? -1 : *std::prev(at)});
            const auto self = static_cast<int>(matches.size()) - 1;
            if (at == ends.end())
                ends.push_back(self);
            else
                *at = self;
        }
        if (ends.empty())
            return false;
        Range rest = range;
        for (int at = ends.back(); at >= 0; at = matches[static_cast<size_t>(at)].before) {
            const Match &match = matches[static_cast<size_t>(at)];
            keep(match.old, match.current);
            m_stack.push_back({match.old + 1, rest.oldEnd, match.current + 1, rest.newEnd});
            rest.oldEnd = match.old;
            rest.newEnd = match.current;
        }
        m_stack.push_back(rest);
        return true;
    }

    // The lines that the other side has at all.
    void matchRest(const Range &range)
    {
        std::vector<int> old;
        std::vector<int> current;
        for (int i = range.oldBegin; i < range.oldEnd; ++i) {
            if (m_inNew[static_cast<size_t>(oldAt(i))].count > 0)
                old.push_back(i);
        }
        for (int i = range.newBegin; i < range.newEnd; ++i) {
            if (m_inOld[static_cast<size_t>(newAt(i))].count > 0)
                current.push_back(i);
        }
        if (!old.empty() && !current.empty())
            walk(range, old, current);
    }

    // Myers' greedy walk: the fewest differences first. Where there are too many, it keeps the way to the farthest
    // point and begins anew from there.
    void walk(const Range &range, const std::vector<int> &old, const std::vector<int> &current)
    {
        const auto n = static_cast<int>(old.size());
        const auto m = static_cast<int>(current.size());
        const int most = std::min(kFarthest, n + m);
        std::vector<int> reach(static_cast<size_t>(2 * most + 2), 0); ///< by diagonal: how far into the old side
        std::vector<std::vector<int>> trace;
        const auto at = [most](int diagonal) { return static_cast<size_t>(diagonal + most); };
        int distance = 0;
        int found = 0;
        bool done = false;
        for (; distance < most && !done; ++distance) {
            trace.emplace_back(reach.begin() + most - distance, reach.begin() + most + distance + 1);
            m_effort -= 2 * distance + 1;
            if ((distance % 64 == 0 && m_isCancelled && m_isCancelled()) || m_effort < 0)
                break;
            for (int k = -distance; k <= distance; k += 2) {
                const bool down = k == -distance || (k != distance && reach[at(k - 1)] < reach[at(k + 1)]);
                int x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
                if (distance == 0)
                    x = 0;
                const int begin = x;
                while (x < n && x - k < m &&
                       oldAt(old[static_cast<size_t>(x)]) == newAt(current[static_cast<size_t>(x - k)]))
                    ++x;
                m_effort -= x - begin;
                reach[at(k)] = x;
                if (x >= n && x - k >= m) {
                    found = k;
                    done = true;
                    break;
                }
            }
        }
        if (!done)
            found = farthest(reach, most, distance - 1, n, m);
        const int end = reach[at(found)];
        follow(trace, found, end, old, current);
        if (done)
            return;
        const int rest = end - found;
        m_stack.push_back({end < n ? old[static_cast<size_t>(end)] : range.oldEnd, range.oldEnd,
                           rest < m ? current[static_cast<size_t>(rest)] : range.newEnd, range.newEnd});
    }

    static int farthest(const std::vector<int> &reach, int most, int distance, int n, int m)
    {
        int best = 0;
        int sum = -1;
        for (int k = -distance; k <= distance; k += 2) {
            const int x = reach[static_cast<size_t>(k + most)];
            if (x <= n && x - k <= m && x - k >= 0 && 2 * x - k > sum) {
                best = k;
                sum = 2 * x - k;
            }
        }
        return best;
    }

    // Back along the trace, keeping what it went by.
    void follow(const std::vector<std::vector<int>> &trace, int k, int x, const std::vector<int> &old,
                const std::vector<int> &current)
    {
        for (int distance = lastStep(trace, k); distance >= 0; --distance) {
            const std::vector<int> &reach = trace[static_cast<size_t>(distance)];
            const auto before = [&](int diagonal) { return reach[static_cast<size_t>(diagonal + distance)]; };
            int start = 0;
            int from = 0;
            if (distance > 0) {
                const bool down = k == -distance || (k != distance && before(k - 1) < before(k + 1));
                from = down ? k + 1 : k - 1;
                start = down ? before(k + 1) : before(k - 1) + 1;
            }
            for (int i = start; i < x; ++i)
                keep(old[static_cast<size_t>(i)], current[static_cast<size_t>(i - k)]);
            if (distance == 0)
                break;
            x = before(from);
            k = from;
        }
    }
    // Diagonals of one step are all even or all odd.
    static int lastStep(const std::vector<std::vector<int>> &trace, int k)
    {
        const auto last = static_cast<int>(trace.size()) - 1;
        return (last - k) % 2 == 0 ? last : last - 1;
    }

    const std::vector<int> &m_old;
    const std::vector<int> &m_new;
    const std::function<bool()> &m_isCancelled;
    std::vector<Place> m_inOld; ///< by kind, of the range at hand
    std::vector<Place> m_inNew;
    std::vector<Range> m_stack;
    KeptLines m_kept;
    qint64 m_effort = 0;
};

} // namespace

KeptLines keptLines(const std::vector<int> &old, const std::vector<int> &current, int kinds,
                    const std::function<bool()> &cancelled)
{
    return LineComparison(old, current, kinds, cancelled).run();
}

} // namespace podium
