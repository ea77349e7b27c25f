// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "dotdrawing.h"

#include "models/graph/layered.h"

#include <QLineF>
#include <QPolygonF>
#include <QProcess>
#include <QStandardPaths>

#include <sys/resource.h>
#include <vector>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPointsPerInch = 72;

/// Where two lines touch or lie on each other they do not cross.
bool cross(const QLineF &a, const QLineF &b)
{
    const auto side = [](const QLineF &line, const QPointF &p) {
        return line.dx() * (p.y() - line.y1()) - line.dy() * (p.x() - line.x1());
    };
    return side(a, b.p1()) * side(a, b.p2()) < -1e-6 && side(b, a.p1()) * side(b, a.p2()) < -1e-6;
}

long long crossings(const QPolygonF &a, const QPolygonF &b)
{
    long long count = 0;
    for (qsizetype i = 1; i < a.size(); ++i) {
        for (qsizetype k = 1; k < b.size(); ++k)
            count += cross({a.at(i - 1), a.at(i)}, {b.at(k - 1), b.at(k)}) ? 1 : 0;
    }
    return count;
}

struct DrawnEdge
{
    bool back = false; ///< in Podium's drawing
    QPolygonF line;
};

DrawingQuality qualityOf(const std::vector<DrawnEdge> &edges)
{
    DrawingQuality quality;
    std::vector<QRectF> bounds;
    for (const auto &[back, line] : edges) {
        bounds.push_back(line.boundingRect().adjusted(-1, -1, 1, 1));
        double length = 0;
        for (qsizetype i = 1; i < line.size(); ++i)
            length += QLineF(line.at(i - 1), line.at(i)).length();
        quality.length += length;
        quality.onwards += back ? 0 : length;
        quality.bends += static_cast<int>(line.size()) - 2;
    }
    for (size_t a = 0; a < edges.size(); ++a) {
        for (size_t b = 0; b < a; ++b) {
            if (bounds[a].intersects(bounds[b]))
                quality.crossings += crossings(edges[a].line, edges[b].line);
        }
    }
    return quality;
}

/// Whether Podium draws the edge as a loop.
bool isBack(const GraphLayout &layout, int from, int to)
{
    return layout.nodes.at(from).rect.bottom() >= layout.nodes.at(to).rect.top();
}

bool isTop(const GraphModel &model, const GraphEdge &edge)
{
    return model.nodes.at(edge.from).parent < 0 && edge.kind != GraphEdge::Kind::Inner;
}

QByteArray inches(double pixels)
{
    return QByteArray::number(pixels / kPointsPerInch, 'f', 4);
}

QByteArray toDot(const GraphModel &model, const GraphLayout &layout, DotLines lines)
{
    const layered::Spacing spacing;
    QByteArray text = "digraph {\n graph [nodesep=" + inches(spacing.node) + ", ranksep=" + inches(spacing.layer) +
                      (lines == DotLines::Orthogonal ? ", splines=ortho" : "") +
                      "]\n node [shape=box, fixedsize=true, label=\"\"]\n edge [arrowhead=none" +
                      (lines == DotLines::Ported ? ", tailport=s, headport=n]\n" : "]\n");
    for (int i = 0; i < model.nodes.size(); ++i) {
        if (model.nodes.at(i).parent >= 0)
            continue;
        const QSizeF size = layout.nodes.at(i).rect.size();
        text += ' ' + QByteArray::number(i) + " [width=" + inches(size.width()) + ", height=" + inches(size.height()) +
                "]\n";
    }
    for (int e = 0; e < model.edges.size(); ++e) {
        const GraphEdge &edge = model.edges.at(e);
        if (!isTop(model, edge))
            continue;
        text += ' ' + QByteArray::number(edge.from) + " -> " + QByteArray::number(edge.to);
        const QSizeF label = layout.edges.at(e).label.size();
        if (!label.isEmpty()) {
            text += " [label=<<TABLE FIXEDSIZE=\"TRUE\" BORDER=\"0\" WIDTH=\"" +
                    QByteArray::number(qRound(label.width())) + "\" HEIGHT=\"" +
                    QByteArray::number(qRound(label.height())) + "\"><TR><TD></TD></TR></TABLE>>]";
        }
        text += '\n';
    }
    return text + "}\n";
}

/// A line of dot's "plain" format: edge TAIL HEAD N X1 Y1 … XN YN …; the points are those of Bézier curves.
QPolygonF lineOf(const QList<QByteArray> &words)
{
    const int count = words.value(3).toInt();
    const auto point = [&words](int i) {
        return QPointF(words.value(4 + 2 * i).toDouble(), words.value(5 + 2 * i).toDouble()) * kPointsPerInch;
    };
    QPolygonF line{point(0)};
    constexpr int kSteps = 8;
    for (int i = 0; i + 3 < count; i += 3) {
        for (int s = 1; s <= kSteps; ++s) {
            const double t = static_cast<double>(s) / kSteps;
            const double u = 1 - t;
            line.append(u * u * u * point(i) + 3 * u * u * t * point(i + 1) + 3 * u * t * t * point(i + 2) +
                        t * t * t * point(i + 3));
        }
    }
    return line;
}

double processorTimeOfChildren()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

} // namespace

DrawingQuality qualityOf(const GraphModel &model, const GraphLayout &layout)
{
    std::vector<DrawnEdge> edges;
    for (int e = 0; e < model.edges.size(); ++e) {
        const GraphEdge &edge = model.edges.at(e);
        if (isTop(model, edge))
            edges.push_back({isBack(layout, edge.from, edge.to), layout.edges.at(e).points});
    }
    return qualityOf(edges);
}

std::optional<DotDrawing> drawWithDot(const QList<GraphModel> &models, const QList<GraphLayout> &layouts, DotLines ends)
{
    const QString dot = QStandardPaths::findExecutable(u"dot"_s);
    if (dot.isEmpty())
        return std::nullopt;
    QByteArray input;
    for (qsizetype i = 0; i < models.size(); ++i)
        input += toDot(models.at(i), layouts.at(i), ends);
    DotDrawing drawing;
    const double before = processorTimeOfChildren();
    QProcess process;
    process.start(dot, {u"-Tplain"_s});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(300'000) || process.exitCode() != 0)
        return std::nullopt;
    drawing.milliseconds = processorTimeOfChildren() - before;
    std::vector<DrawnEdge> edges;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        const auto graph = drawing.graphs.size();
        if (words.constFirst() == "edge" && graph < layouts.size())
            edges.push_back({isBack(layouts.at(graph), words.value(1).toInt(), words.value(2).toInt()), lineOf(words)});
        if (words.constFirst() == "stop") {
            drawing.graphs.append(qualityOf(edges));
            edges.clear();
        }
    }
    if (drawing.graphs.size() != models.size())
        return std::nullopt;
    return drawing;
}

} // namespace podium
