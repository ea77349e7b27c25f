// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/boxsizes.h"

#include <algorithm>
#include <cmath>

namespace podium::boxes {

namespace {

constexpr double kNarrowest = 148;
constexpr double kWidest = 290;
constexpr qsizetype kMeasured = 80; ///< characters beyond cannot fit anyway

double textWidth(const QString &text, const TextMetrics &metrics)
{
    return metrics.width(QStringView(text).left(kMeasured));
}

double badgesWidth(const GraphNode &node)
{
    return 20.0 * static_cast<double>(std::min<qsizetype>(node.badges.size(), 3));
}

double foldWidth(const GraphNode &node)
{
    if (!node.canFold())
        return 0;
    return kFold + (node.hiddenInside > 0 ? 6 + 8.0 * static_cast<double>(QString::number(node.hiddenInside).size()) : 0);
}

bool isTerminal(const GraphNode &node)
{
    return node.kind == GraphNode::Kind::Start || node.kind == GraphNode::Kind::End;
}

} // namespace

bool isRow(const GraphNode &node)
{
    return !node.isState && !node.isGroup && node.parent >= 0;
}

QSizeF leafSize(const GraphNode &node, const TextMetrics &metrics)
{
    if (isTerminal(node)) {
        if (node.subtitle.isEmpty())
            return {kTerminal, kTerminal};
        return {even(std::min(kWidest, kTerminal + 22 + textWidth(node.subtitle, metrics))), kTerminal};
    }
    const double title = textWidth(node.title, metrics) * static_cast<double>(metrics.bold);
    const double subtitle = textWidth(node.subtitle, metrics) * 0.92;
    if (isRow(node)) {
        const double wanted = 36 + title + (subtitle > 0 ? 14 + std::min(subtitle, 110.0) : 0) + badgesWidth(node) + 24;
        return {even(std::clamp(wanted, kNarrowest, kWidest) + foldWidth(node)), kRowHeight};
    }
    const double slopes = node.kind == GraphNode::Kind::Switch ? 2 * kSlope : 0;
    const double wanted = kIconTile + 32 + std::max(title + badgesWidth(node), subtitle) + slopes;
    return {even(std::clamp(wanted, kNarrowest + slopes, kWidest + slopes) + foldWidth(node)), kCardHeight};
}

double headerHeight(const GraphNode &node)
{
    return node.isState ? kCardHeight : 34;
}

double headerWidth(const GraphNode &node, const TextMetrics &metrics)
{
    const double icon = node.isState ? kIconTile + 32 : 40;
    const double title = textWidth(node.title, metrics) * static_cast<double>(metrics.bold) + badgesWidth(node);
    return even(std::clamp(icon + std::max(title, textWidth(node.subtitle, metrics) * 0.92), kNarrowest, kWidest + 60) + foldWidth(node));
}

QRectF foldRect(const GraphNode &node, const QRectF &rect, double header)
{
    const double width = foldWidth(node);
    const double middle = rect.top() + (header > 0 ? header : rect.height()) / 2;
    return {rect.right() - 8 - width, middle - kFold / 2, width, kFold};
}

QRectF branchFoldRect(const GraphNode &node, const QRectF &rect)
{
    const double width = 33 + 8.0 * static_cast<double>(QString::number(node.hiddenAfter).size());
    return {rect.right() - width + 6, rect.bottom() - 7, width, kFold};
}

QSizeF labelSize(const QString &label, const TextMetrics &metrics)
{
    if (label.isEmpty())
        return {};
    double width = 0;
    double lines = 0;
    for (const auto line : QStringView(label).split(u'\n')) {
        width = std::max(width, metrics.width(line.left(kMeasured)) * 0.92);
        ++lines;
    }
    return {even(std::min(width + 16, 260.0)), even(lines * static_cast<double>(metrics.lineHeight) * 0.92 + 6)};
}

double portReach(const GraphNode &node, const QSizeF &size, bool turned)
{
    if (isTerminal(node) && node.subtitle.isEmpty())
        return 0;
    if (turned)
        return node.kind == GraphNode::Kind::Switch ? 0 : std::min(size.height() / 2 - 12, 60.0);
    const double corner = node.kind == GraphNode::Kind::Switch ? kSlope + 6 : isTerminal(node) ? kTerminal / 2 : 16;
    return std::max(0.0, std::min(size.width() / 2 - corner, 110.0));
}

int bundle(GraphEdge::Kind kind)
{
    switch (kind) {
    case GraphEdge::Kind::Error:
        return 1;
    case GraphEdge::Kind::Compensation:
        return 2;
    default:
        return 0;
    }
}

void turnSpacing(layered::Spacing &spacing)
{
    spacing.node = 26;
    spacing.layer = 56;
    spacing.band = 0;
}

} // namespace podium::boxes
