// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphpicture.h"

#include "ui/graph/foldmarks.h"

#include <QLineF>

#include <cmath>

namespace podium {

namespace {

constexpr double kRadius = 9;
constexpr double kArrowLength = 8;
constexpr double kArrowWidth = 7;

// Corners are cut short of half a segment, so that two of them never meet.
QPainterPath roundedPath(const QList<QPointF> &points)
{
    QPainterPath path(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points.at(i), points.at(i - 1));
        const QLineF out(points.at(i), points.at(i + 1));
        const double radius = std::min({kRadius, in.length() / 2, out.length() / 2});
        if (radius < 0.5) {
            path.lineTo(points.at(i));
            continue;
        }
        path.lineTo(in.pointAt(radius / in.length()));
        path.quadTo(points.at(i), out.pointAt(radius / out.length()));
    }
    path.lineTo(points.last());
    return path;
}

GraphPicture::Line makeLine(QList<QPointF> points, bool arrow)
{
    GraphPicture::Line line;
    if (points.size() < 2)
        return line;
    if (arrow) {
        const QLineF last(points.last(), points.at(points.size() - 2));
        if (last.length() > 0.1) {
            const QPointF along = (last.p2() - last.p1()) / last.length();
            const QPointF across(-along.y(), along.x());
            const QPointF base = last.p1() + along * kArrowLength;
            line.arrow << last.p1() << base + across * (kArrowWidth / 2) << base - across * (kArrowWidth / 2);
            points.last() = last.p1() + along * std::min(kArrowLength - 1, last.length());
        }
    }
    line.path = roundedPath(points);
    line.bounds = line.path.controlPointRect().united(line.arrow.boundingRect()).adjusted(-4, -4, 4, 4);
    return line;
}

void listEdges(const GraphModel &model, std::vector<std::vector<int>> &outgoing,
               std::vector<std::vector<int>> &incoming)
{
    outgoing.resize(static_cast<size_t>(model.nodes.size()));
    incoming.resize(outgoing.size());
    for (int e = 0; e < model.edges.size(); ++e) {
        outgoing[static_cast<size_t>(model.edges.at(e).from)].push_back(e);
        incoming[static_cast<size_t>(model.edges.at(e).to)].push_back(e);
    }
}

} // namespace

int GraphPicture::nodeAt(const QPointF &point) const
{
    // Content comes after its group, so the last hit is the innermost.
    for (auto i = layout.nodes.size() - 1; i >= 0; --i) {
        if (layout.nodes.at(i).rect.contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

GraphPicture::Fold GraphPicture::foldAt(const QPointF &point, double zoom) const
{
    const double reach = 3 / std::min(zoom, 1.0);
    for (auto i = layout.nodes.size() - 1; i >= 0; --i) {
        const GraphNode &node = model.nodes.at(i);
        const NodeGeometry &box = layout.nodes.at(i);
        const auto hit = [&point, reach](const QRectF &mark) {
            return mark.adjusted(-reach, -reach, reach, reach).contains(point);
        };
        if (foldmarks::hasBranchMark(node, zoom) && hit(foldmarks::branchMark(node, box.rect, zoom)))
            return {static_cast<int>(i), true};
        if (foldmarks::hasGroupMark(node, zoom) && hit(foldmarks::groupMark(node, box.rect, box.headerHeight, zoom)))
            return {static_cast<int>(i), false};
    }
    return {};
}

int GraphPicture::edgeAt(const QPointF &point, double tolerance) const
{
    for (int e = 0; e < static_cast<int>(lines.size()); ++e) {
        if (layout.edges.at(e).label.contains(point))
            return e;
    }
    const QRectF around(point.x() - tolerance, point.y() - tolerance, 2 * tolerance, 2 * tolerance);
    for (int e = 0; e < static_cast<int>(lines.size()); ++e) {
        const auto &points = layout.edges.at(e).points;
        if (!lines[static_cast<size_t>(e)].bounds.intersects(around))
            continue;
        for (qsizetype p = 1; p < points.size(); ++p) {
            if (QRectF(points.at(p - 1), points.at(p)).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(around))
                return e;
        }
    }
    return -1;
}

namespace {

std::shared_ptr<WholeGraph> wholeOf(GraphModel model, QList<WorkflowProblem> problems)
{
    auto whole = std::make_shared<WholeGraph>();
    const auto count = static_cast<size_t>(model.nodes.size());
    whole->problems = std::move(problems);
    whole->parts.resize(count);
    for (int i = 0; i < model.nodes.size(); ++i) {
        if (const int parent = model.nodes.at(i).parent; parent >= 0)
            whole->parts[static_cast<size_t>(parent)].push_back(i);
    }
    listEdges(model, whole->outgoing, whole->incoming);
    whole->branchSizes = branchSizes(model);
    whole->model = std::move(model);
    return whole;
}

} // namespace

SharedWhole makeWhole(GraphModel model, QList<WorkflowProblem> problems)
{
    return wholeOf(std::move(model), std::move(problems));
}

SharedWhole makeWhole(std::shared_ptr<const GraphDifference> difference)
{
    auto whole = wholeOf(difference->model, {});
    whole->difference = std::move(difference);
    return whole;
}

Result<SharedWhole> readWhole(const QByteArray &source)
{
    const Result<WorkflowDocument> document = readWorkflow(source);
    if (!document)
        return document.error();
    return makeWhole(buildGraph(*document), document->problems);
}

Result<SharedPicture> makePicture(const SharedWhole &whole, const GraphFolds &folds, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled)
{
    auto picture = std::make_shared<GraphPicture>();
    picture->whole = whole;
    FoldedGraph folded = foldGraph(whole->model, folds);
    GraphModel &model = folded.model;
    picture->layout = layoutGraph(model, options, cancelled);
    if (picture->layout.cancelled)
        return Error::cancelled();
    if (whole->difference)
        picture->marks = marksFor(*whole->difference, folded.map, model);
    listEdges(model, picture->outgoing, picture->incoming);
    picture->lines.reserve(static_cast<size_t>(model.edges.size()));
    for (int e = 0; e < model.edges.size(); ++e) {
        const GraphEdge &edge = model.edges.at(e);
        picture->lines.push_back(makeLine(picture->layout.edges.at(e).points, edge.kind != GraphEdge::Kind::Inner));
    }
    picture->model = std::move(model);
    picture->map = std::move(folded.map);
    return SharedPicture(std::move(picture));
}

Result<SharedPicture> makePicture(GraphModel model, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled)
{
    return makePicture(makeWhole(std::move(model)), {}, options, cancelled);
}

Result<SharedPicture> makePicture(const QByteArray &source, const LayoutOptions &options,
                                  const std::function<bool()> &cancelled)
{
    const Result<SharedWhole> whole = readWhole(source);
    if (!whole)
        return whole.error();
    return makePicture(*whole, {}, options, cancelled);
}

} // namespace podium
