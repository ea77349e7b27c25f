// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layered.h"
#include "models/graph/ports.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace podium::layered {

namespace {

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
        placePorts(m_input, m_layers, m_segments);
        assignTracks();
        placeVertically();
        traceRoutes();
        moveToOrigin();
    }

private:
    const Vertex &vertex(int v) const { return m_layers.vertices[v]; }
    bool isBox(int v) const { return vertex(v).kind == VertexKind::Box; }
    const Input::Edge &edge(int e) const { return m_input.edges[static_cast<size_t>(e)]; }

    int gapOf(const Segment &segment) const // gap g lies above layer g
    {
        return segment.shape == TrackLine::Shape::TurnAbove ? vertex(segment.lower).layer
                                                            : vertex(segment.upper).layer + 1;
    }

    // One per link, under the same number; then those of loops.
    void collectSegments()
    {
        m_segments.reserve(m_layers.links.size());
        for (const Link &link : m_layers.links)
            m_segments.add({TrackLine::Shape::Through, link.upper, link.lower, 0, 0, -1});
        m_loops.assign(m_layers.chains.size(), {});
        std::unordered_map<int, int> turns; // edges of one bundle share the last one
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            if (!chain.back || chain.direct)
                continue;
            if (!chain.entersAtSide) {
                const auto [turn, isNew] = turns.try_emplace(chain.top, m_segments.size());
                if (isNew)
                    m_segments.add({TrackLine::Shape::TurnAbove, chain.top, edge(e).to, 0, 0, -1});
                m_loops[e].above = turn->second;
            }
            if (!chain.leavesAtSide)
                m_loops[e].below = m_segments.add({TrackLine::Shape::TurnBelow, edge(e).from, chain.bottom, 0, 0, -1});
        }
        m_gaps.fill(m_layers.rows.size() + 1, [this](const auto &add) {
            for (int s = 0; s < m_segments.size(); ++s)
                add(gapOf(m_segments[s]), s);
        });
    }

    void assignTracks()
    {
        m_trackCount.assign(m_gaps.size(), 0);
        std::vector<TrackLine> lines;
        for (int g = 0; g < m_gaps.size(); ++g) {
            lines.clear();
            for (const int s : m_gaps[g]) {
                const Segment &segment = m_segments[s];
                if (segment.shape != TrackLine::Shape::Through || std::abs(segment.upperX - segment.lowerX) >= 0.5)
                    lines.push_back({segment.upperX, segment.lowerX, segment.shape, s, 0});
            }
            m_trackCount[g] = assign(lines);
            for (const TrackLine &line : lines)
                m_segments[line.tag].track = line.track;
        }
    }

    bool rowIsEmpty(int r) const { return m_layers.rows.sizeOf(r) == 0; }

    double gapHeight(int gap) const
    {
        const int rows = m_layers.rows.size();
        const int tracks = m_trackCount[gap];
        const double room = tracks > 0 ? (std::min(tracks, kMostTracks) - 1) * m_input.spacing.track : 0;
        const bool outside = gap == 0 || gap == rows || rowIsEmpty(gap - 1) || rowIsEmpty(gap);
        if (outside)
            return tracks > 0 ? room + m_input.spacing.layer * 0.7 : 0;
        const bool label = m_layers.labelRow[gap - 1] || m_layers.labelRow[gap];
        if (!label) { // which has room for two tracks
            return std::max(m_input.spacing.layer, m_input.spacing.layer - m_input.spacing.track + room);
        }
        return m_input.spacing.label + (tracks > 0 ? room + m_input.spacing.track * 0.5 : 0) +
               (m_layers.labelRow[gap - 1] ? m_input.spacing.label * 0.5 : 0);
    }

    void placeVertically()
    {
        const int rows = m_layers.rows.size();
        m_top.assign(rows + 1, 0);
        m_height.assign(rows, 0);
        double y = gapHeight(0);
        for (int r = 0; r < rows; ++r) {
            for (const int v : m_layers.rows[r])
                m_height[r] = std::max(m_height[r], vertex(v).height);
            m_top[r] = y;
            y += m_height[r] + gapHeight(r + 1);
        }
        m_top[rows] = y;
        m_output.nodes.resize(m_input.nodes.size());
        for (int v = 0; v < static_cast<int>(m_input.nodes.size()); ++v) {
            const Vertex &box = vertex(v);
            const double band = std::min(m_height[box.layer], m_input.spacing.band);
            const double top = m_top[box.layer] + std::max(0.0, (band - box.height) / 2);
            m_output.nodes[static_cast<size_t>(v)] = QRectF(box.x - box.width / 2, top, box.width, box.height);
        }
    }

    double trackY(const Segment &segment) const
    {
        const int g = gapOf(segment);
        const double end = m_top[g];
        const double begin = g == 0 ? end - gapHeight(0) : m_top[g - 1] + m_height[g - 1];
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
        return isBox(v) ? m_output.nodes[static_cast<size_t>(v)].bottom() : m_top[item.layer];
    }
    double topOf(int v) const
    {
        return isBox(v) ? m_output.nodes[static_cast<size_t>(v)].top() : m_top[vertex(v).layer];
    }

    void traceRoutes()
    {
        m_output.routes.resize(m_input.edges.size());
        m_output.labels.resize(m_input.edges.size());
        for (int e = 0; e < m_layers.chains.size(); ++e) {
            const Chain &chain = m_layers.chains[e];
            trace(e, m_output.routes[static_cast<size_t>(e)]);
            if (chain.label >= 0)
                m_output.labels[static_cast<size_t>(e)] = labelRect(e);
        }
    }

    QRectF labelRect(int e) const
    {
        const Chain &chain = m_layers.chains[e];
        const Vertex &label = vertex(chain.label);
        const QSizeF size = edge(e).label;
        double x = label.x;
        double y = m_top[label.layer] + m_height[label.layer] / 2;
        if (chain.label == chain.top && chain.entersAtSide) {
            // Beside the line of a loop to its own box, and beside the box where others of the row are higher.
            x += (isLeftOf(chain.label, edge(e).to) ? -1 : 1) * kBesideLine / 2;
            y = boxRect(edge(e).to).top() + (chain.enterAt + chain.leaveAt) / 2;
            const double most = std::max(0.0, (m_height[label.layer] - size.height()) / 2);
            const double middle = m_top[label.layer] + m_height[label.layer] / 2;
            y = std::clamp(y, middle - most, middle + most);
        }
        return {x - size.width() / 2, y - size.height() / 2, size.width(), size.height()};
    }

    bool isLeftOf(int v, int w) const { return vertex(v).position < vertex(w).position; }
    const QRectF &boxRect(int box) const { return m_output.nodes[static_cast<size_t>(box)]; }

    // The x of the line that a loop runs along at one of its ends.
    double laneX(const Chain &chain, int end, int box) const
    {
        const Vertex &line = vertex(end);
        if (end != chain.label)
            return line.x;
        return isLeftOf(end, box) ? line.x + line.width / 2 : line.x - line.width / 2;
    }

    // From the side of a box to the line beside it; or back.
    void addSide(const Chain &chain, int box, int end, double at, bool towardsBox)
    {
        const Input::Node &node = m_input.nodes[static_cast<size_t>(box)];
        const QRectF &rect = boxRect(box);
        const double y = rect.top() + at;
        const double inside = std::abs(at - node.sideAt) * node.sideSlope;
        const double side = isLeftOf(end, box) ? rect.left() + inside : rect.right() - inside;
        const double lane = laneX(chain, end, box);
        addPoint(towardsBox ? lane : side, y);
        addPoint(towardsBox ? side : lane, y);
    }

    // Back edges are traced from the target and turned round at the end.
    void trace(int e, std::vector<QPointF> &points)
    {
        const Chain &chain = m_layers.chains[e];
        if (chain.direct) {
            const QRectF &from = m_output.nodes[static_cast<size_t>(edge(e).from)];
            const QRectF &to = m_output.nodes[static_cast<size_t>(edge(e).to)];
            points = {{from.center().x(), chain.back ? from.top() : from.bottom()},
                      {to.center().x(), chain.back ? to.bottom() : to.top()}};
            return;
        }
        m_points.clear();
        if (chain.back && chain.entersAtSide)
            addSide(chain, edge(e).to, chain.top, chain.enterAt, false);
        else if (chain.back)
            addSegment(m_segments[m_loops[e].above]);
        for (const int s : m_layers.steps.part(chain.begin, chain.end))
            addSegment(m_segments[s]);
        if (chain.back) {
            if (chain.leavesAtSide)
                addSide(chain, edge(e).from, chain.bottom, chain.leaveAt, true);
            else
                addSegment(m_segments[m_loops[e].below]);
            std::reverse(m_points.begin(), m_points.end());
        }
        points = m_points; // as much memory as it needs
    }

    void addSegment(const Segment &segment)
    {
        const double y = segment.track >= 0 ? trackY(segment) : 0;
        if (segment.shape == TrackLine::Shape::TurnAbove) {
            addPoint(segment.lowerX, topOf(segment.lower));
            addPoint(segment.lowerX, y);
            addPoint(segment.upperX, y);
            return;
        }
        if (segment.shape == TrackLine::Shape::TurnBelow) {
            addPoint(segment.lowerX, y);
            addPoint(segment.upperX, y);
            addPoint(segment.upperX, bottomOf(segment.upper));
            return;
        }
        addPoint(segment.upperX, bottomOf(segment.upper));
        if (segment.track >= 0) {
            addPoint(segment.upperX, y);
            addPoint(segment.lowerX, y);
        }
        addPoint(segment.lowerX, topOf(segment.lower));
    }

    // Corners only: a point between two others of one line goes.
    void addPoint(double x, double y)
    {
        const auto same = [](double a, double b) { return std::abs(a - b) < 0.01; };
        if (!m_points.empty() && same(m_points.back().x(), x) && same(m_points.back().y(), y))
            return;
        while (m_points.size() > 1) {
            const QPointF &a = m_points[m_points.size() - 2];
            const QPointF &b = m_points.back();
            if (!(same(a.x(), b.x()) && same(b.x(), x)) && !(same(a.y(), b.y()) && same(b.y(), y)))
                break;
            m_points.pop_back();
        }
        m_points.emplace_back(x, y);
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
    struct Loop
    {
        int above = -1; ///< segments: at the target
        int below = -1; ///< at the source
    };
    Table<Segment> m_segments;
    Lists<int> m_gaps;   ///< segments by gap
    Table<Loop> m_loops; ///< by edge
    Table<int> m_trackCount;
    Table<double> m_top;
    Table<double> m_height;
    std::vector<QPointF> m_points;
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
    Table<char> back;
    const Table<int> ranks = rank(input, back);
    if (stop())
        return false;
    Layers layers = cut(input, ranks, back);
    if (stop())
        return false;
    output.crossings = order(input, layers, cancelled);
    if (stop())
        return false;
    attachLoops(input, layers);
    placeHorizontally(input, layers);
    if (stop())
        return false;
    route(input, layers, output);
    return true;
}

} // namespace podium::layered
