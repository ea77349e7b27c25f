// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"
#include "models/graph/tracks.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace podium::layered {

namespace {

/// A link between two neighbouring layers, or the turn of a back edge within one gap.
struct Segment
{
    int upper = -1;         ///< vertex above the gap; of a turn: the vertex it comes from
    int lower = -1;         ///< vertex below the gap; of a turn: the vertex it goes to
    bool turnAbove = false; ///< both vertices lie below the gap
    bool turnBelow = false; ///< both lie above it
    double upperX = 0;
    double lowerX = 0;
    int track = -1; ///< -1: straight
};

class Routing
{
public:
    Routing(const Input &input, const Layers &layers, Output &output)
        : m_input(input)
        , m_layers(layers)
        , m_output(output)
    {
    }

    void run()
    {
        collectSegments();
        spreadPorts();
        assignTracks();
        placeVertically();
        traceRoutes();
        moveToOrigin();
    }

private:
    const Vertex &vertex(int v) const { return m_layers.vertices[static_cast<size_t>(v)]; }
    bool isBox(int v) const { return vertex(v).kind == VertexKind::Box; }

    static long long key(int a, int b, int how) { return (static_cast<long long>(a) << 32 | b) * 4 + how; }

    int segment(int upper, int lower, int how)
    {
        const auto [it, isNew] = m_segmentOf.try_emplace(key(upper, lower, how), static_cast<int>(m_segments.size()));
        if (isNew) {
            Segment item;
            item.upper = upper;
            item.lower = lower;
            item.turnAbove = how == 1;
            item.turnBelow = how == 2;
            m_segments.push_back(item);
            // Gap g lies above layer g.
            const int gap = how == 1 ? vertex(lower).layer : vertex(upper).layer + 1;
            m_gaps[static_cast<size_t>(gap)].push_back(it->second);
        }
        return it->second;
    }

    void collectSegments()
    {
        m_gaps.resize(m_layers.rows.size() + 1);
        m_segmentOf.reserve(m_layers.vertices.size() * 2);
        m_steps.resize(m_input.edges.size());
        for (size_t e = 0; e < m_input.edges.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            if (chain.direct)
                continue;
            std::vector<int> &steps = m_steps[e];
            // A back edge is traced from its target, too: turned round at the end.
            if (chain.back)
                steps.push_back(segment(chain.vertices.front(), m_input.edges[e].to, 1));
            for (size_t i = 1; i < chain.vertices.size(); ++i)
                steps.push_back(segment(chain.vertices[i - 1], chain.vertices[i], 0));
            if (chain.back)
                steps.push_back(segment(m_input.edges[e].from, chain.vertices.back(), 2));
        }
    }

    // Lines leave and enter a box side by side; one that has its other end straight above or below stays straight.
    void spreadPorts()
    {
        const auto boxes = m_input.nodes.size();
        std::vector<std::vector<std::pair<double, double *>>> below(boxes);
        std::vector<std::vector<std::pair<double, double *>>> above(boxes);
        for (Segment &segment : m_segments) {
            segment.upperX = vertex(segment.upper).x;
            segment.lowerX = vertex(segment.lower).x;
        }
        for (Segment &segment : m_segments) {
            const double upperX = vertex(segment.upper).x;
            const double lowerX = vertex(segment.lower).x;
            const bool turn = segment.turnAbove || segment.turnBelow;
            if (isBox(segment.upper))
                below[static_cast<size_t>(segment.upper)].emplace_back(turn ? outermost(upperX, lowerX) : lowerX,
                                                                       &segment.upperX);
            if (isBox(segment.lower))
                above[static_cast<size_t>(segment.lower)].emplace_back(turn ? outermost(lowerX, upperX) : upperX,
                                                                       &segment.lowerX);
        }
        for (size_t v = 0; v < boxes; ++v) {
            spread(v, below[v]);
            spread(v, above[v]);
        }
        straighten(below, above);
    }

    // Loops leave and enter outside of all other lines, the narrow one outermost: so they cross none of them.
    static double outermost(double center, double line)
    {
        constexpr double kFar = 1e9;
        return line < center ? (center - line) - kFar : kFar - (line - center);
    }

    void spread(size_t box, std::vector<std::pair<double, double *>> &ends) const
    {
        const double center = m_layers.vertices[box].x;
        const double reach = m_input.nodes[box].portReach;
        if (ends.size() < 2 || reach <= 0)
            return;
        std::stable_sort(ends.begin(), ends.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        const auto count = static_cast<double>(ends.size());
        const double step = std::min(m_input.spacing.port, 2 * reach / count);
        size_t middle = ends.size();
        for (size_t i = 0; i < ends.size(); ++i) {
            if (std::abs(ends[i].first - center) < 1)
                middle = i;
        }
        // With one line straight through the middle the others take their places left and right of it.
        const double zero = middle < ends.size() ? static_cast<double>(middle) : (count - 1) / 2;
        const double room = std::max(zero, count - 1 - zero);
        const double width = room > 0 ? std::min(step, reach / room) : step;
        for (size_t i = 0; i < ends.size(); ++i)
            *ends[i].second = center + (static_cast<double>(i) - zero) * width;
    }

    // A box with one line at a side lets it slide a little, if that makes the line straight.
    void straighten(const std::vector<std::vector<std::pair<double, double *>>> &below,
                    const std::vector<std::vector<std::pair<double, double *>>> &above)
    {
        for (Segment &segment : m_segments) {
            if (segment.turnAbove || segment.turnBelow || segment.upperX == segment.lowerX)
                continue;
            const auto free = [this](int v, const auto &ends, double x) {
                return isBox(v) && ends[static_cast<size_t>(v)].size() == 1 &&
                       std::abs(x - vertex(v).x) <= m_input.nodes[static_cast<size_t>(v)].portReach * 0.6;
            };
            if (free(segment.upper, below, segment.lowerX))
                segment.upperX = segment.lowerX;
            else if (free(segment.lower, above, segment.upperX))
                segment.lowerX = segment.upperX;
        }
    }

    void assignTracks()
    {
        m_trackCount.assign(m_gaps.size(), 0);
        std::vector<TrackLine> lines;
        for (size_t g = 0; g < m_gaps.size(); ++g) {
            lines.clear();
            for (const int s : m_gaps[g]) {
                const Segment &segment = m_segments[static_cast<size_t>(s)];
                if (std::abs(segment.upperX - segment.lowerX) < 0.5 && !segment.turnAbove && !segment.turnBelow)
                    continue;
                lines.push_back({segment.upperX, segment.lowerX,
                                 segment.turnAbove   ? TrackLine::Shape::TurnAbove
                                 : segment.turnBelow ? TrackLine::Shape::TurnBelow
                                                     : TrackLine::Shape::Through,
                                 s, 0});
            }
            m_trackCount[g] = assign(lines);
            for (const TrackLine &line : lines)
                m_segments[static_cast<size_t>(line.tag)].track = line.track;
        }
    }

    bool rowIsEmpty(size_t r) const { return m_layers.rows[r].empty(); }

    double gapHeight(size_t gap) const
    {
        const size_t rows = m_layers.rows.size();
        const int tracks = m_trackCount[gap];
        const double room = tracks > 0 ? (std::min(tracks, kMostTracks) - 1) * m_input.spacing.track : 0;
        const bool outside = gap == 0 || gap == rows || rowIsEmpty(gap - 1) || rowIsEmpty(gap);
        if (outside)
            return tracks > 0 ? room + m_input.spacing.layer * 0.7 : 0;
        const bool label = m_layers.labelRow[gap - 1] || m_layers.labelRow[gap];
        if (!label)
            return m_input.spacing.layer + room;
        return m_input.spacing.label + (tracks > 0 ? room + m_input.spacing.track : 0) +
               (m_layers.labelRow[gap - 1] ? m_input.spacing.label * 0.5 : 0);
    }

    void placeVertically()
    {
        const size_t rows = m_layers.rows.size();
        m_top.assign(rows + 1, 0);
        m_height.assign(rows, 0);
        double y = gapHeight(0);
        for (size_t r = 0; r < rows; ++r) {
            for (const int v : m_layers.rows[r])
                m_height[r] = std::max(m_height[r], vertex(v).height);
            m_top[r] = y;
            y += m_height[r] + gapHeight(r + 1);
        }
        m_top[rows] = y;
        m_output.nodes.resize(m_input.nodes.size());
        for (size_t v = 0; v < m_input.nodes.size(); ++v) {
            const Vertex &box = m_layers.vertices[v];
            const auto r = static_cast<size_t>(box.layer);
            const double band = std::min(m_height[r], m_input.spacing.band);
            const double top = m_top[r] + std::max(0.0, (band - box.height) / 2);
            m_output.nodes[v] = QRectF(box.x - box.width / 2, top, box.width, box.height);
        }
    }

    double trackY(const Segment &segment) const
    {
        const int gap = segment.turnAbove ? vertex(segment.lower).layer : vertex(segment.upper).layer + 1;
        const auto g = static_cast<size_t>(gap);
        const double end = m_top[g];
        const double begin = gap == 0 ? end - gapHeight(0) : m_top[g - 1] + m_height[g - 1];
        const int tracks = m_trackCount[g];
        // Arrow heads need more room below than line ends need above.
        double room = (std::min(tracks, kMostTracks) - 1) * m_input.spacing.track;
        const double slack = std::max(0.0, end - begin - room);
        const double first = begin + slack * 0.42;
        return tracks > 1 ? first + room * segment.track / (tracks - 1) : first;
    }

    double bottomOf(int v) const
    {
        const Vertex &item = vertex(v);
        return isBox(v) ? m_output.nodes[static_cast<size_t>(v)].bottom() : m_top[static_cast<size_t>(item.layer)];
    }
    double topOf(int v) const
    {
        return isBox(v) ? m_output.nodes[static_cast<size_t>(v)].top() : m_top[static_cast<size_t>(vertex(v).layer)];
    }

    void traceRoutes()
    {
        m_output.routes.resize(m_input.edges.size());
        m_output.labels.resize(m_input.edges.size());
        for (size_t e = 0; e < m_input.edges.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            std::vector<QPointF> &points = m_output.routes[e];
            if (chain.direct) {
                const QRectF &from = m_output.nodes[static_cast<size_t>(m_input.edges[e].from)];
                const QRectF &to = m_output.nodes[static_cast<size_t>(m_input.edges[e].to)];
                points = {{from.center().x(), chain.back ? from.top() : from.bottom()},
                          {to.center().x(), chain.back ? to.bottom() : to.top()}};
                continue;
            }
            for (const int s : m_steps[e])
                addSegment(points, m_segments[static_cast<size_t>(s)]);
            if (chain.back)
                std::reverse(points.begin(), points.end());
            simplify(points);
            if (chain.label >= 0) {
                const Vertex &label = vertex(chain.label);
                const auto r = static_cast<size_t>(label.layer);
                m_output.labels[e] = QRectF(label.x - label.width / 2, m_top[r] + (m_height[r] - label.height) / 2,
                                            label.width, label.height);
            }
        }
    }

    // Back edges are traced from the target: their first turn starts at the box, their last one ends there.
    void addSegment(std::vector<QPointF> &points, const Segment &segment) const
    {
        if (segment.turnAbove) {
            const double y = trackY(segment);
            points.insert(points.end(),
                          {{segment.lowerX, topOf(segment.lower)}, {segment.lowerX, y}, {segment.upperX, y}});
            return;
        }
        if (segment.turnBelow) {
            const double y = trackY(segment);
            points.insert(points.end(),
                          {{segment.lowerX, y}, {segment.upperX, y}, {segment.upperX, bottomOf(segment.upper)}});
            return;
        }
        points.emplace_back(segment.upperX, bottomOf(segment.upper));
        if (segment.track >= 0) {
            const double y = trackY(segment);
            points.emplace_back(segment.upperX, y);
            points.emplace_back(segment.lowerX, y);
        }
        points.emplace_back(segment.lowerX, topOf(segment.lower));
    }

    // Leaves the corners only.
    static void simplify(std::vector<QPointF> &points)
    {
        std::vector<QPointF> corners;
        for (const QPointF &point : points) {
            if (!corners.empty() && std::abs(corners.back().x() - point.x()) < 0.01 &&
                std::abs(corners.back().y() - point.y()) < 0.01)
                continue;
            while (corners.size() > 1) {
                const QPointF &a = corners[corners.size() - 2];
                const QPointF &b = corners.back();
                const bool vertical = std::abs(a.x() - b.x()) < 0.01 && std::abs(b.x() - point.x()) < 0.01;
                const bool horizontal = std::abs(a.y() - b.y()) < 0.01 && std::abs(b.y() - point.y()) < 0.01;
                if (!vertical && !horizontal)
                    break;
                corners.pop_back();
            }
            corners.push_back(point);
        }
        points = std::move(corners);
    }

    void moveToOrigin()
    {
        QPointF low(std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
        QPointF high(std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest());
        const auto include = [&](double x, double y) {
            low = {std::min(low.x(), x), std::min(low.y(), y)};
            high = {std::max(high.x(), x), std::max(high.y(), y)};
        };
        for (const auto *rects : {&m_output.nodes, &m_output.labels}) {
            for (const QRectF &rect : *rects) {
                if (!rect.isEmpty()) {
                    include(rect.left(), rect.top());
                    include(rect.right(), rect.bottom());
                }
            }
        }
        for (const auto &points : m_output.routes) {
            for (const QPointF &point : points)
                include(point.x(), point.y());
        }
        if (low.x() > high.x())
            return;
        const QPointF shift = -low;
        for (auto *rects : {&m_output.nodes, &m_output.labels}) {
            for (QRectF &rect : *rects)
                rect.translate(shift);
        }
        for (auto &points : m_output.routes) {
            for (QPointF &point : points)
                point += shift;
        }
        m_output.size = QSizeF(high.x() - low.x(), high.y() - low.y());
    }

    static constexpr int kMostTracks = 24; ///< beyond, tracks move closer together

    const Input &m_input;
    const Layers &m_layers;
    Output &m_output;
    std::vector<Segment> m_segments;
    std::unordered_map<long long, int> m_segmentOf;
    std::vector<std::vector<int>> m_gaps;  ///< segments by gap
    std::vector<std::vector<int>> m_steps; ///< segments by edge
    std::vector<int> m_trackCount;
    std::vector<double> m_top;
    std::vector<double> m_height;
};

} // namespace

void route(const Input &input, const Layers &layers, Output &output)
{
    Routing(input, layers, output).run();
}

bool draw(const Input &input, Output &output, const std::function<bool()> &cancelled)
{
    const auto stop = [&cancelled] { return cancelled && cancelled(); };
    output = {};
    if (stop())
        return false;
    Layers layers = rank(input);
    if (stop())
        return false;
    output.crossings = order(input, layers, cancelled);
    if (stop())
        return false;
    placeHorizontally(input, layers);
    if (stop())
        return false;
    route(input, layers, output);
    return true;
}

} // namespace podium::layered
