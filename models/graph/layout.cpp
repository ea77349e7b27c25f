// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/layout.h"

#include "models/graph/boxsizes.h"
#include "models/graph/layered.h"

#include <algorithm>
#include <cmath>

namespace podium {

namespace {

class GraphLayouter
{
public:
    GraphLayouter(const GraphModel &model, const LayoutOptions &options, const std::function<bool()> &cancelled)
        : m_model(model)
        , m_options(options)
        , m_cancelled(cancelled)
    {
    }

    GraphLayout run()
    {
        sortByGroup();
        m_layout.nodes.resize(m_model.nodes.size());
        m_layout.edges.resize(m_model.edges.size());
        // Groups come before their content, so backwards every group finds its content measured.
        for (auto i = m_model.nodes.size() - 1; i >= 0; --i) {
            if (!layoutNode(static_cast<int>(i)))
                return cancelledLayout();
        }
        QSizeF size;
        if (!layoutFlow(-1, m_options.direction, size, &m_layout.crossings))
            return cancelledLayout();
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            if (const int parent = m_model.nodes.at(i).parent; parent >= 0)
                m_layout.nodes[i].rect.translate(m_layout.nodes.at(parent).rect.topLeft());
        }
        for (int e = 0; e < m_model.edges.size(); ++e)
            finishEdge(e);
        m_layout.bounds = QRectF(QPointF(), size);
        return std::move(m_layout);
    }

private:
    static GraphLayout cancelledLayout()
    {
        GraphLayout layout;
        layout.cancelled = true;
        return layout;
    }

    void sortByGroup()
    {
        m_children.resize(static_cast<size_t>(m_model.nodes.size()) + 1);
        m_inner.resize(m_children.size());
        m_place.resize(m_children.size(), -1);
        for (int i = 0; i < m_model.nodes.size(); ++i)
            m_children[static_cast<size_t>(m_model.nodes.at(i).parent + 1)].push_back(i);
        for (int e = 0; e < m_model.edges.size(); ++e)
            m_inner[static_cast<size_t>(m_model.nodes.at(m_model.edges.at(e).from).parent + 1)].push_back(e);
    }

    const std::vector<int> &children(int parent) const { return m_children[static_cast<size_t>(parent + 1)]; }

    bool layoutNode(int index)
    {
        const GraphNode &node = m_model.nodes.at(index);
        NodeGeometry &geometry = m_layout.nodes[index];
        if (children(index).empty()) {
            geometry.rect = QRectF(QPointF(), boxes::leafSize(node, m_options.metrics));
            return true;
        }
        geometry.headerHeight = boxes::headerHeight(node);
        QSizeF content;
        if (node.arrangement == GraphNode::Arrangement::Flow) {
            if (!layoutFlow(index, LayoutDirection::TopDown, content, nullptr))
                return false;
        } else if (node.arrangement == GraphNode::Arrangement::Row) {
            content = layoutRow(children(index));
        } else {
            content = layoutStack(children(index));
        }
        const double width =
            std::max(boxes::headerWidth(node, m_options.metrics), content.width() + 2 * boxes::kPadding);
        if (node.arrangement == GraphNode::Arrangement::Stack && content.width() < width - 2 * boxes::kPadding) {
            widen(children(index), width - 2 * boxes::kPadding - content.width());
            content.setWidth(width - 2 * boxes::kPadding);
        }
        // What is narrower than its group is centred in it.
        const QPointF shift((width - content.width()) / 2, geometry.headerHeight);
        for (const int child : children(index))
            m_layout.nodes[child].rect.translate(shift);
        if (node.arrangement == GraphNode::Arrangement::Flow)
            moveEdges(index, shift);
        geometry.rect = QRectF(0, 0, boxes::even(width), geometry.headerHeight + content.height() + boxes::kPadding);
        return true;
    }

    // The parts of a list are as wide as the list.
    void widen(const std::vector<int> &items, double by)
    {
        std::vector<int> open = items; // no recursion: groups can be nested as deep as they like
        while (!open.empty()) {
            const int child = open.back();
            open.pop_back();
            QRectF &rect = m_layout.nodes[child].rect;
            rect.setWidth(rect.width() + by);
            if (m_model.nodes.at(child).arrangement == GraphNode::Arrangement::Stack)
                open.insert(open.end(), children(child).begin(), children(child).end());
        }
    }

    QSizeF layoutStack(const std::vector<int> &items)
    {
        double width = 0;
        for (const int child : items)
            width = std::max(width, m_layout.nodes.at(child).rect.width());
        double y = 0;
        for (const int child : items) {
            QRectF &rect = m_layout.nodes[child].rect;
            if (!m_model.nodes.at(child).isGroup)
                rect.setWidth(width); // rows of a list line up
            rect.moveTo((width - rect.width()) / 2, y);
            y += rect.height() + boxes::kStackGap;
        }
        return {width, y - boxes::kStackGap};
    }

    // Side by side, in as many lines as give a shape that is not much wider than high. Side by side means across the
    // direction of the graph.
    QSizeF layoutRow(const std::vector<int> &items)
    {
        const bool turned = m_options.direction == LayoutDirection::LeftRight;
        const auto sizeOf = [&](int child) {
            const QSizeF size = m_layout.nodes.at(child).rect.size();
            return turned ? size.transposed() : size;
        };
        double area = 0;
        double longest = 0;
        double total = 0;
        for (const int child : items) {
            const QSizeF size = sizeOf(child);
            area += (size.width() + boxes::kRowGap) * (size.height() + boxes::kRowGap);
            longest = std::max(longest, size.width());
            total += size.width() + boxes::kRowGap;
        }
        const double room = turned ? boxes::kColumnHeight : boxes::kRowWidth;
        const double limit = total <= room ? total : std::max({longest, room, (turned ? 0.7 : 1.6) * std::sqrt(area)});
        QPointF at;
        double lineHeight = 0;
        QSizeF whole;
        for (const int child : items) {
            const QSizeF size = sizeOf(child);
            if (at.x() > 0 && at.x() + size.width() > limit) {
                at = QPointF(0, at.y() + lineHeight + boxes::kRowGap);
                lineHeight = 0;
            }
            m_layout.nodes[child].rect.moveTo(turned ? at.transposed() : at);
            lineHeight = std::max(lineHeight, size.height());
            whole = whole.expandedTo({at.x() + size.width(), at.y() + lineHeight});
            at.rx() += size.width() + boxes::kRowGap;
        }
        if (!turned)
            return whole;
        for (const int child : items) { // one below the other: all as wide as the widest
            const double missing = whole.height() - m_layout.nodes.at(child).rect.width();
            if (total <= room && missing > 0)
                widen({child}, missing);
        }
        return whole.transposed();
    }

    // Where a loop may leave and enter, seen along the flow: at the sides of a card or beside the title of a group.
    // Left to right the sides are those above and below, near their middle: over the right half there may be a state.
    static layered::Input::Node boxOf(const GraphNode &node, const NodeGeometry &geometry, bool turned)
    {
        const QSizeF size = geometry.rect.size();
        layered::Input::Node box{turned ? size.transposed() : size, boxes::portReach(node, size, turned)};
        // Anywhere in the middle half of a wide group is as good as in its middle, and shorter.
        if (!turned && node.isGroup)
            box.portReach = std::max(box.portReach, size.width() / 4);
        if (node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End)
            return box;
        constexpr double kCorner = 12;
        if (turned) {
            box.sideAt = size.width() / 2;
            box.sideReach = std::max(0.0, std::min(8.0, size.width() / 2 - boxes::kSlope - kCorner));
            return box;
        }
        const double height = geometry.headerHeight > 0 ? geometry.headerHeight : size.height();
        box.sideAt = height / 2;
        const bool isRound = node.kind == GraphNode::Kind::Sleep || node.kind == GraphNode::Kind::Event ||
                             node.kind == GraphNode::Kind::Callback;
        box.sideReach = std::max(0.0, std::min(isRound ? 8.0 : 15.0, height / 2 - kCorner));
        if (node.kind == GraphNode::Kind::Switch)
            box.sideSlope = boxes::kSlope / box.sideAt;
        return box;
    }

    bool layoutFlow(int parent, LayoutDirection direction, QSizeF &size, int *crossings)
    {
        const bool turned = direction == LayoutDirection::LeftRight;
        const auto &items = children(parent);
        std::vector<int> &place = m_place;
        layered::Input input;
        input.careful = static_cast<int>(items.size()) <= m_options.carefulUpTo;
        if (turned)
            boxes::turnSpacing(input.spacing);
        for (const int child : items) {
            place[static_cast<size_t>(child)] = static_cast<int>(input.nodes.size());
            input.nodes.push_back(boxOf(m_model.nodes.at(child), m_layout.nodes.at(child), turned));
        }
        const auto &edges = m_inner[static_cast<size_t>(parent + 1)];
        for (const int e : edges) {
            const GraphEdge &edge = m_model.edges.at(e);
            const QSizeF label = boxes::labelSize(edge.label, m_options.metrics);
            input.edges.push_back({place[static_cast<size_t>(edge.from)], place[static_cast<size_t>(edge.to)],
                                   turned ? label.transposed() : label, boxes::bundle(edge.kind)});
        }
        layered::Output output;
        if (!layered::draw(input, output, m_cancelled))
            return false;
        const auto point = [turned](const QPointF &p) { return turned ? p.transposed() : p; };
        const auto rect = [turned](const QRectF &r) {
            return turned ? QRectF(r.top(), r.left(), r.height(), r.width()) : r;
        };
        for (size_t i = 0; i < items.size(); ++i)
            m_layout.nodes[items[i]].rect = rect(output.nodes[i]);
        for (size_t i = 0; i < edges.size(); ++i) {
            EdgeGeometry &geometry = m_layout.edges[edges[i]];
            geometry.points.clear();
            for (const QPointF &p : output.routes[i])
                geometry.points.append(point(p));
            geometry.label = rect(output.labels[i]);
        }
        size = turned ? output.size.transposed() : output.size;
        if (crossings)
            *crossings = output.crossings;
        return true;
    }

    void moveEdges(int parent, const QPointF &shift)
    {
        for (const int e : m_inner[static_cast<size_t>(parent + 1)]) {
            for (QPointF &point : m_layout.edges[e].points)
                point += shift;
            if (!m_layout.edges.at(e).label.isEmpty())
                m_layout.edges[e].label.translate(shift);
        }
    }

    // Edges inside a group move with it; those of a list are the short lines between its rows.
    void finishEdge(int e)
    {
        const GraphEdge &edge = m_model.edges.at(e);
        const int parent = m_model.nodes.at(edge.from).parent;
        if (parent < 0)
            return;
        EdgeGeometry &geometry = m_layout.edges[e];
        if (m_model.nodes.at(parent).arrangement == GraphNode::Arrangement::Flow) {
            const QPointF shift = m_layout.nodes.at(parent).rect.topLeft();
            for (QPointF &point : geometry.points)
                point += shift;
            if (!geometry.label.isEmpty())
                geometry.label.translate(shift);
            return;
        }
        const QRectF &from = m_layout.nodes.at(edge.from).rect;
        const QRectF &to = m_layout.nodes.at(edge.to).rect;
        const double x = from.left() + boxes::kRowLineX;
        geometry.points = {{x, from.bottom()}, {x, to.top()}};
    }

    const GraphModel &m_model;
    const LayoutOptions &m_options;
    const std::function<bool()> &m_cancelled;
    GraphLayout m_layout;
    std::vector<std::vector<int>> m_children; ///< by parent + 1
    std::vector<std::vector<int>> m_inner;    ///< edges by parent + 1
    std::vector<int> m_place;                 ///< of a node among those of its group, while that is laid out
};

} // namespace

GraphLayout layoutGraph(const GraphModel &model, const LayoutOptions &options, const std::function<bool()> &cancelled)
{
    return GraphLayouter(model, options, cancelled).run();
}

} // namespace podium
