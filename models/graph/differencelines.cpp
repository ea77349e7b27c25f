// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/differencelines.h"

#include "models/graph/graphtexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostParts = 100;

class LineTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::DifferenceLines)
public:
    static QString order() { return tr("Its parts run in another order"); }
    static QString more(int count) { return tr("and %n more part(s)", nullptr, count); }
};

/// "Only if" of "Only if: .n > 3": what the line is about.
QStringView labelOf(const QString &line)
{
    const qsizetype colon = line.indexOf(": "_L1);
    return colon < 0 ? QStringView() : QStringView(line).first(colon);
}

// What a line with a label says again: "reserve" beside "Function: reserve".
QStringList withoutRepetitions(const QStringList &lines)
{
    QStringList rest;
    for (const QString &line : lines) {
        const QString end = ": "_L1 + line;
        const bool again =
            labelOf(line).isEmpty() && std::any_of(lines.begin(), lines.end(), [&end](const QString &other) {
                return other.endsWith(end) && labelOf(other).size() + end.size() == other.size();
            });
        if (!again)
            rest.append(line);
    }
    return rest;
}

qsizetype unlabelled(const QStringList &lines)
{
    return std::count_if(lines.begin(), lines.end(), [](const QString &line) { return labelOf(line).isEmpty(); });
}

// Each old line with the new one about the same thing right after it. Lines without a label are about the same where
// there are as many of them as before.
QList<DifferenceLine> paired(const QStringList &oldLines, const QStringList &newLines)
{
    QList<DifferenceLine> lines;
    QList<bool> taken(newLines.size(), false);
    const bool byOrder = unlabelled(oldLines) == unlabelled(newLines);
    for (const QString &old : oldLines) {
        lines.append({GraphChange::Removed, old, -1});
        const QStringView label = labelOf(old);
        for (qsizetype i = 0; i < newLines.size() && (byOrder || !label.isEmpty()); ++i) {
            if (taken.at(i) || labelOf(newLines.at(i)) != label)
                continue;
            taken[i] = true;
            const auto place = static_cast<int>(lines.size());
            lines.last().other = place;
            lines.append({GraphChange::Added, newLines.at(i), place - 1});
            break;
        }
    }
    for (qsizetype i = 0; i < newLines.size(); ++i) {
        if (!taken.at(i))
            lines.append({GraphChange::Added, newLines.at(i), -1});
    }
    return lines;
}

// The names of what came with a group, or went with it.
void appendParts(QList<DifferenceLine> &lines, const GraphDifference &difference, int group)
{
    const GraphChange change = difference.nodes.at(group).change;
    int left = 0;
    int shown = 0;
    QList<int> depth(difference.nodes.size(), 0); // 0: not in the group
    for (qsizetype i = group + 1; i < difference.nodes.size(); ++i) {
        const GraphNode &node = difference.model.nodes.at(i);
        const int above = node.parent == group                           ? 1
                          : node.parent > group && depth.at(node.parent) ? depth.at(node.parent) + 1
                                                                         : 0;
        if (above == 0)
            break; // content follows its group
        depth[i] = above;
        if (difference.nodes.at(i).change != change)
            continue;
        if (++shown > kMostParts) {
            ++left;
            continue;
        }
        const QString kind = displayName(node.kind);
        const QString title = clipped(node.title, 200);
        lines.append(
            {change, QString(2 * std::min(above, 10), u' ') + (title == kind ? title : kind + u": "_s + title), -1});
    }
    if (left > 0)
        lines.append({change, LineTexts::more(left), -1});
}

QList<DifferenceLine> all(const QStringList &texts, GraphChange side)
{
    QList<DifferenceLine> lines;
    for (const QString &text : texts)
        lines.append({side, text, -1});
    return lines;
}

} // namespace

QList<DifferenceLine> differenceLines(const GraphDifference &difference, const DifferenceEntry &entry)
{
    const bool edge = entry.edge >= 0;
    const GraphDifferenceItem &item = edge ? difference.edges.at(entry.edge) : difference.nodes.at(entry.node);
    QList<DifferenceLine> lines;
    if (entry.change == GraphChange::Changed) {
        lines = paired(withoutRepetitions(item.oldLines), withoutRepetitions(item.newLines));
        if (entry.reordered)
            lines.append({GraphChange::Added, LineTexts::order(), -1});
        return lines;
    }
    lines = all(withoutRepetitions(edge ? comparedLines(difference.model.edges.at(entry.edge))
                                        : comparedLines(difference.model.nodes.at(entry.node))),
                entry.change);
    if (edge) { // where it led before, or leads now
        lines += all(item.oldLines, GraphChange::Removed);
        lines += all(item.newLines, GraphChange::Added);
    } else if (entry.change != GraphChange::Same) {
        appendParts(lines, difference, entry.node);
    }
    return lines;
}

SourcePlace sourcePlace(const GraphDifference &difference, const DifferenceEntry &entry)
{
    const bool old = entry.change == GraphChange::Removed;
    const int own = entry.edge >= 0 ? difference.model.edges.at(entry.edge).sourceLine : 0;
    if (own > 0)
        return {own, old};
    // An edge without a place of its own is written in its state.
    const GraphNode &node = difference.model.nodes.at(entry.node);
    return {node.sourceLine, difference.nodes.at(entry.node).change == GraphChange::Removed};
}

int nodeAtPlace(const GraphDifference &difference, const SourcePlace &place)
{
    int found = -1;
    int size = 0;
    for (int i = 0; i < difference.model.nodes.size(); ++i) {
        const SourceSpan &span = difference.model.nodes.at(i).span;
        const GraphNode::Kind kind = difference.model.nodes.at(i).kind;
        if (kind == GraphNode::Kind::Start || kind == GraphNode::Kind::Missing)
            continue; // stand for what is written elsewhere
        if ((difference.nodes.at(i).change == GraphChange::Removed) != place.old || place.line < span.line ||
            place.line > span.endLine || !span.isValid())
            continue;
        if (found < 0 || span.endLine - span.line < size) {
            found = i;
            size = span.endLine - span.line;
        }
    }
    return found;
}

} // namespace podium
