// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchecks.h"

#include "models/graph/boxsizes.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class Checker
{
public:
    Checker(const GraphModel &model, const GraphLayout &layout)
        : m_model(model)
        , m_layout(layout)
    {
    }

    QStringList run()
    {
        if (m_layout.nodes.size() != m_model.nodes.size() || m_layout.edges.size() != m_model.edges.size()) {
            m_faults.append(u"not everything is laid out"_s);
            return m_faults;
        }
        checkBoxes();
        for (int e = 0; e < m_model.edges.size(); ++e)
            checkEdge(e);
        return m_faults;
    }

private:
    void fault(const QString &text) { m_faults.append(text); }
    QString name(int node) const { return m_model.nodes.at(node).id.left(60); }

    // A sweep over the left edges: what overlaps in x is compared.
    void checkBoxes()
    {
        QList<int> order;
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            order.append(i);
            const QRectF &rect = m_layout.nodes.at(i).rect;
            if (rect.isEmpty())
                fault(u"%1 has no size"_s.arg(name(i)));
            const int parent = m_model.nodes.at(i).parent;
            const QRectF outside = parent < 0 ? m_layout.bounds : m_layout.nodes.at(parent).rect;
            if (!outside.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect))
                fault(u"%1 lies outside of what holds it"_s.arg(name(i)));
        }
        std::sort(order.begin(), order.end(), [this](int a, int b) { return left(a) < left(b); });
        QList<int> open;
        for (const int i : order) {
            open.removeIf([&](int k) { return m_layout.nodes.at(k).rect.right() <= left(i) + 0.01; });
            for (const int k : open) {
                if (!related(i, k) && overlap(m_layout.nodes.at(i).rect, m_layout.nodes.at(k).rect))
                    fault(u"%1 and %2 overlap"_s.arg(name(i), name(k)));
            }
            open.append(i);
        }
    }

    double left(int i) const { return m_layout.nodes.at(i).rect.left(); }

    bool holds(int group, int node) const
    {
        for (int p = m_model.nodes.at(node).parent; p >= 0; p = m_model.nodes.at(p).parent) {
            if (p == group)
                return true;
        }
        return false;
    }
    bool related(int a, int b) const { return a == b || holds(a, b) || holds(b, a); }

    static bool overlap(const QRectF &a, const QRectF &b)
    {
        return a.left() < b.right() - 0.01 && b.left() < a.right() - 0.01 && a.top() < b.bottom() - 0.01 &&
               b.top() < a.bottom() - 0.01;
    }

    void checkEdge(int e)
    {
        const GraphEdge &edge = m_model.edges.at(e);
        const EdgeGeometry &geometry = m_layout.edges.at(e);
        const QString title = name(edge.from) + u" -> "_s + name(edge.to);
        if (geometry.points.size() < 2)
            return fault(title + u" has no route"_s);
        if (!touches(edge.from, geometry.points.first()))
            fault(title + u" does not start at its box"_s);
        if (!touches(edge.to, geometry.points.last()))
            fault(title + u" does not end at its box"_s);
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            if (!geometry.label.isEmpty() && overlap(geometry.label, m_layout.nodes.at(i).rect) && !holds(i, edge.from))
                fault(u"the label of %1 lies on %2"_s.arg(title, name(i)));
            if (m_model.nodes.at(i).parent != m_model.nodes.at(edge.from).parent)
                continue;
            for (qsizetype p = 1; p < geometry.points.size(); ++p) {
                if (runsThrough(i, {geometry.points.at(p - 1), geometry.points.at(p)}))
                    fault(title + u" runs through "_s + name(i));
            }
        }
        if (geometry.label.isEmpty() != edge.label.isEmpty())
            fault(title + u": label without a place, or a place without a label"_s);
        for (int other = 0; other < e && !geometry.label.isEmpty(); ++other) {
            if (overlap(geometry.label, m_layout.edges.at(other).label))
                fault(u"the labels of %1 and of edge %2 overlap"_s.arg(title).arg(other));
        }
        if (!geometry.label.isEmpty()) {
            for (int other = 0; other < m_model.edges.size(); ++other) {
                if (other == e)
                    continue;
                const auto &points = m_layout.edges.at(other).points;
                for (qsizetype p = 1; p < points.size(); ++p) {
                    const QRectF line =
                        QRectF(points.at(p - 1), points.at(p)).normalized().adjusted(-0.05, -0.05, 0.05, 0.05);
                    if (overlap(line, geometry.label))
                        fault(u"edge %1 runs through the label of %2"_s.arg(other).arg(title));
                }
            }
        }
    }

    // What the eye takes for the box, `inside` of its outline: a switch has no corners, but points left and right.
    QPolygonF outline(int node, double inside) const
    {
        const QRectF rect = m_layout.nodes.at(node).rect.adjusted(inside, inside, -inside, -inside);
        if (m_model.nodes.at(node).kind != GraphNode::Kind::Switch)
            return QPolygonF(rect);
        const double middle = rect.center().y();
        return QPolygonF(QList<QPointF>{{rect.left() + boxes::kSlope, rect.top()},
                                        {rect.right() - boxes::kSlope, rect.top()},
                                        {rect.right(), middle},
                                        {rect.right() - boxes::kSlope, rect.bottom()},
                                        {rect.left() + boxes::kSlope, rect.bottom()},
                                        {rect.left(), middle}});
    }

    bool touches(int node, const QPointF &point) const
    {
        return outline(node, -0.6).containsPoint(point, Qt::OddEvenFill) &&
               !outline(node, 1.2).containsPoint(point, Qt::OddEvenFill);
    }

    // Lines between two corners run across or down.
    bool runsThrough(int node, const QLineF &line) const
    {
        const QRectF strip = QRectF(line.p1(), line.p2()).normalized().adjusted(-0.05, -0.05, 0.05, 0.05);
        return overlap(strip, m_layout.nodes.at(node).rect) &&
               !outline(node, 1.2).intersected(QPolygonF(strip)).isEmpty();
    }

    const GraphModel &m_model;
    const GraphLayout &m_layout;
    QStringList m_faults;
};

} // namespace

QStringList layoutFaults(const GraphModel &model, const GraphLayout &layout)
{
    return Checker(model, layout).run();
}

} // namespace podium
