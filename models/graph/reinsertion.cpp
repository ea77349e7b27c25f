// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/ordering.h"

#include <algorithm>
#include <limits>

// Sweeps move a vertex at a time, so a line that would have to change sides as a whole stays. Here a path of vertices,
// one in each of some neighbouring layers, is taken out, and all places it could take are compared: what it crosses
// depends on its places in two neighbouring rows at a time, so the best ones are found row by row, exactly.
namespace podium::layered {

namespace {

constexpr int kWidestGap = 4096;            ///< pairs of places that are worth comparing
constexpr long long kMostWork = 20'000'000; ///< comparisons of links in all: beyond, a graph is a thicket anyway

class Reinsertion
{
public:
    Reinsertion(Layers &layers, long long &crossings)
        : m_layers(layers)
        , m_counter(layers)
        , m_crossings(crossings)
    {
        m_gaps.assign(std::max(0, layers.rows.size() - 1), 0);
        for (int g = 0; g < m_gaps.size(); ++g)
            m_gaps[g] = m_counter.ofGap(g);
        findPaths();
    }

    bool run(const std::function<bool()> &cancelled)
    {
        constexpr int kRounds = 6;
        bool improved = true;
        for (int round = 0; round < kRounds && improved && m_crossings > 0; ++round) {
            improved = false;
            for (int p = 0; p < m_paths.size(); ++p) {
                if (p % 256 == 0 && cancelled && cancelled())
                    return false;
                if (m_work > kMostWork)
                    return true;
                improved = moveIfBetter(m_paths[p]) || improved;
            }
        }
        return true;
    }

private:
    struct Path
    {
        int begin = 0; ///< in m_members
        int end = 0;
    };

    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }

    void addPath(std::initializer_list<int> before, const Chain &chain, bool ends, std::initializer_list<int> after)
    {
        Path path{m_members.size(), 0};
        for (const int v : before)
            m_members.add(v);
        if (ends)
            m_members.add(chain.top);
        for (int s = chain.begin; s < chain.end; ++s) {
            if (ends || s + 1 < chain.end)
                m_members.add(m_layers.links[m_layers.steps[s]].lower);
        }
        for (const int v : after)
            m_members.add(v);
        path.end = m_members.size();
        if (path.end > path.begin)
            m_paths.add(path);
    }

    int turnOf(int v, const Lists<int> &side) const
    {
        const auto turns = side[v];
        const auto it =
            std::find_if(turns.begin(), turns.end(), [this](int w) { return vertex(w).kind == VertexKind::Turn; });
        return it == turns.end() ? -1 : *it;
    }

    void findPaths()
    {
        for (const Chain &chain : m_layers.chains) {
            if (chain.direct)
                continue;
            if (!chain.back)
                addPath({}, chain, false, {});
            else
                addPath({turnOf(chain.top, m_layers.above)}, chain, true, {turnOf(chain.bottom, m_layers.below)});
        }
        for (int v = 0; v < m_layers.vertices.size(); ++v) {
            m_paths.add({m_members.size(), m_members.size() + 1});
            m_members.add(v);
            findStraightPath(v);
        }
    }

    // Vertices that have nothing beside them move as one.
    void findStraightPath(int top)
    {
        const auto onlyOne = [](int v, const Lists<int> &side) {
            return side.sizeOf(v) == 1 ? side[v].front() : -1;
        };
        const int above = onlyOne(top, m_layers.above);
        if (above >= 0 && onlyOne(above, m_layers.below) == top)
            return; // part of the path of another
        const int begin = m_members.size();
        m_members.add(top);
        for (int v = onlyOne(top, m_layers.below); v >= 0 && m_layers.above.sizeOf(v) == 1;
             v = onlyOne(v, m_layers.below))
            m_members.add(v);
        if (m_members.size() - begin > 1)
            m_paths.add({begin, m_members.size()});
        else
            m_members.resize(begin);
    }

    bool moveIfBetter(const Path &path)
    {
        const auto members = m_members.part(path.begin, path.end);
        const int first = vertex(members.front()).layer;
        const int last = vertex(members.back()).layer;
        const int firstGap = std::max(first - 1, 0);
        const int lastGap = std::min(last, m_gaps.size() - 1);
        long long now = 0;
        for (int g = firstGap; g <= lastGap; ++g)
            now += m_gaps[g];
        if (now == 0 || !findPlaces(members, first))
            return false;
        for (size_t i = 0; i < members.size(); ++i)
            moveTo(members[i], m_places[static_cast<int>(i)]);
        const long long then = m_counter.ofGaps(firstGap, lastGap);
        if (then >= now) {
            for (size_t i = 0; i < members.size(); ++i)
                moveTo(members[i], m_before[static_cast<int>(i)]);
            return false;
        }
        m_crossings -= now - then;
        for (int g = firstGap; g <= lastGap; ++g)
            m_gaps[g] = m_counter.ofGap(g);
        return true;
    }

    void moveTo(int v, int place)
    {
        const auto row = m_layers.rows[vertex(v).layer];
        const auto from = row.begin() + vertex(v).position;
        const auto to = row.begin() + place;
        if (from < to)
            std::rotate(from, from + 1, to + 1);
        else
            std::rotate(to, from, from + 1);
        number(m_layers, vertex(v).layer);
    }

    // ---- one path ----

    int size(int layer) const { return m_layers.rows.sizeOf(layer); }
    /// Place of a vertex among those of its row without the path's; the path's own vertex has none.
    int without(int v, int own) const
    {
        return vertex(v).position - (own >= 0 && vertex(v).position > vertex(own).position ? 1 : 0);
    }

    // The best place in each row, and the places now. False where rows are too wide, or nothing changes.
    bool findPlaces(std::span<const int> members, int first)
    {
        const int count = static_cast<int>(members.size());
        const int rows = m_layers.rows.size();
        m_before.clear();
        for (const int v : members)
            m_before.add(vertex(v).position);
        for (int i = -1; i < count; ++i) {
            const int layer = first + i;
            if (layer >= 0 && layer + 1 < rows && size(layer) * size(layer + 1) > kWidestGap)
                return false;
        }
        m_best.assign(size(first), 0);
        m_from.clear();
        if (first > 0)
            step(first - 1, -1, members.front());
        m_from.clear(); // what lies above has no choice
        for (int i = 0; i < count; ++i) {
            if (first + i + 1 < rows)
                step(first + i, members[static_cast<size_t>(i)],
                     i + 1 < count ? members[static_cast<size_t>(i) + 1] : -1);
        }
        return trace(members, first);
    }

    // From the costs of the places of `upper` to those of the places of `lower`; either may be absent (-1), and then
    // its row has one place only.
    void step(int layer, int upper, int lower)
    {
        const int ups = upper >= 0 ? size(layer) : 1;
        const int downs = lower >= 0 ? size(layer + 1) : 1;
        countPairs(layer, upper, lower, ups, downs);
        m_nextBest.assign(downs, std::numeric_limits<int>::max());
        const int offset = m_from.size();
        m_from.resize(offset + downs, 0);
        const int stayUp = upper >= 0 ? vertex(upper).position : 0;
        for (int q = 0; q < downs; ++q) {
            for (int i = 0; i < ups; ++i) {
                const int p = i == 0 ? stayUp : i <= stayUp ? i - 1 : i; // of equal ones, where it is now
                const int cost = (upper >= 0 ? m_best[p] : 0) + m_pairs[p * downs + q];
                if (cost < m_nextBest[q]) {
                    m_nextBest[q] = cost;
                    m_from[offset + q] = p;
                }
            }
        }
        std::swap(m_best, m_nextBest);
    }

    // m_pairs: for each two places the crossings, in this gap, of all links that the path's vertices have.
    void countPairs(int layer, int upper, int lower, int ups, int downs)
    {
        m_pairs.assign(ups * downs, 0);
        m_links.clear();
        m_ownUpper.clear();
        m_ownLower.clear();
        bool joined = false;
        for (const int u : m_layers.rows[layer]) {
            for (const int w : m_layers.below[u]) {
                if (u == upper && w == lower)
                    joined = true;
                else if (u == upper)
                    m_ownUpper.add(without(w, lower));
                else if (w == lower)
                    m_ownLower.add(without(u, upper));
                else
                    m_links.add({without(u, upper), without(w, lower)});
            }
        }
        m_work += (ups * m_ownUpper.size() + downs * m_ownLower.size()) * (1LL + m_links.size()) +
                  1LL * ups * downs * (1 + m_ownUpper.size() * m_ownLower.size());
        for (int p = 0; p < ups; ++p) {
            int fromUpper = 0;
            for (const int b : m_ownUpper) {
                for (const Link &link : m_links)
                    fromUpper += link.upper < p ? link.lower > b : link.lower < b;
            }
            for (int q = 0; q < downs; ++q)
                m_pairs[p * downs + q] += fromUpper;
        }
        for (int q = 0; q < downs; ++q) {
            int fromLower = 0;
            for (const int a : m_ownLower) {
                for (const Link &link : m_links)
                    fromLower += link.lower < q ? link.upper > a : link.upper < a;
            }
            for (int p = 0; p < ups; ++p)
                m_pairs[p * downs + q] += fromLower + between(p, q);
        }
        if (joined)
            addJoint(ups, downs);
    }

    // Links of the upper place with links of the lower one.
    int between(int p, int q) const
    {
        int sum = 0;
        for (const int b : m_ownUpper) {
            for (const int a : m_ownLower)
                sum += p <= a ? b >= q : b < q;
        }
        return sum;
    }

    // The link between the two places themselves, with all others: by sums over the table of links.
    void addJoint(int ups, int downs)
    {
        m_sums.assign((ups + 1) * (downs + 1), 0);
        const auto sum = [this, downs](int a, int b) -> int & { return m_sums[a * (downs + 1) + b]; };
        for (const Link &link : m_links)
            ++sum(link.upper + 1, link.lower + 1);
        for (int a = 1; a <= ups; ++a) {
            for (int b = 1; b <= downs; ++b)
                sum(a, b) += sum(a - 1, b) + sum(a, b - 1) - sum(a - 1, b - 1);
        }
        for (int p = 0; p < ups; ++p) {
            for (int q = 0; q < downs; ++q)
                m_pairs[p * downs + q] += sum(p, downs) + sum(ups, q) - 2 * sum(p, q);
        }
    }

    // Back from the best end; m_from holds the places row by row.
    bool trace(std::span<const int> members, int first)
    {
        const int count = static_cast<int>(members.size());
        const int stay = vertex(members.back()).position;
        int place = stay;
        int at = m_from.size();
        const bool open = first + count >= m_layers.rows.size(); // no row below: the ends are still to be compared
        if (open) {
            for (int q = 0; q < m_best.size(); ++q)
                place = m_best[q] < m_best[place] ? q : place;
        } else {
            place = m_from[--at];
        }
        m_places.assign(count, 0);
        bool changed = false;
        for (int i = count - 1; i >= 0; --i) {
            m_places[i] = place;
            changed = changed || place != m_before[i];
            if (i > 0) {
                at -= size(first + i);
                place = m_from[at + place];
            }
        }
        return changed;
    }

    Layers &m_layers;
    Crossings m_counter;
    long long &m_crossings;
    long long m_work = 0;
    Table<long long> m_gaps;
    Table<int> m_members;
    Table<Path> m_paths;
    Table<int> m_before;
    Table<int> m_places;
    Table<int> m_best; ///< by place: least crossings of the path down to there
    Table<int> m_nextBest;
    Table<int> m_from; ///< by row and place: the place in the row above that leads there
    Table<int> m_pairs;
    Table<int> m_sums;
    Table<Link> m_links;   ///< without the path's, by places
    Table<int> m_ownUpper; ///< where the links of the upper vertex end, but for the path's own
    Table<int> m_ownLower;
};

} // namespace

bool reinsert(Layers &layers, long long &crossings, const std::function<bool()> &cancelled)
{
    return Reinsertion(layers, crossings).run(cancelled);
}

} // namespace podium::layered
