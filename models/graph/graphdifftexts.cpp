// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphdiffparts.h"
#include "models/graph/graphtexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class DiffTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphDifference)
public:
    static QString change(GraphChange change)
    {
        switch (change) {
        case GraphChange::Same:
            return tr("Unchanged");
        case GraphChange::Added:
            return tr("Added");
        case GraphChange::Removed:
            return tr("Removed");
        case GraphChange::Changed:
            return tr("Changed");
        }
        return {};
    }
    static QString beyond() { return tr("Changed beyond what is shown here"); }
    static QString kind(const QString &kind) { return tr("Kind: %1").arg(kind); }
    static QString leadsTo(const QString &title) { return tr("Leads to: %1").arg(clipped(title, 120)); }
    static QString order(int number) { return tr("Asked as number %1").arg(number); }
    static QString problem(const QString &text) { return tr("Problem: %1").arg(text); }
};

/// The lines of `list` that `other` does not have, as often as it does not have them.
QStringList without(const QStringList &list, const QStringList &other)
{
    QHash<QString, int> known;
    for (const QString &line : other)
        ++known[line];
    QStringList rest;
    for (const QString &line : list) {
        if (--known[line] < 0)
            rest.append(line);
    }
    rest.removeDuplicates();
    return rest;
}

template <typename Part>
GraphDifferenceItem difference(const Part &before, const Part &after)
{
    GraphDifferenceItem item;
    const QStringList oldLines = comparedLines(before);
    const QStringList newLines = comparedLines(after);
    item.oldLines = without(oldLines, newLines);
    item.newLines = without(newLines, oldLines);
    if (item.oldLines.isEmpty() && item.newLines.isEmpty() && before.digest != after.digest)
        item.newLines.append(DiffTexts::beyond());
    if (!item.oldLines.isEmpty() || !item.newLines.isEmpty())
        item.change = GraphChange::Changed;
    return item;
}

} // namespace

QStringList comparedLines(const GraphNode &node)
{
    QStringList lines{clipped(node.title, 400), DiffTexts::kind(displayName(node.kind))};
    if (!node.subtitle.isEmpty())
        lines.append(node.subtitle);
    lines += node.details;
    for (const GraphBadge &badge : node.badges)
        lines.append(badge.kind == GraphBadge::Kind::Problem ? DiffTexts::problem(badge.text) : badge.text);
    return lines;
}

QStringList comparedLines(const GraphEdge &edge)
{
    QStringList lines = edge.detail.split(u'\n', Qt::SkipEmptyParts);
    // The label is a short form of the detail; only what the detail does not say counts on its own.
    for (const QString &label : edge.label.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringView said = label.endsWith(u'\u2026') ? QStringView(label).chopped(1) : QStringView(label);
        if (!edge.detail.contains(said))
            lines.append(label);
    }
    return lines;
}

QString displayName(GraphChange change)
{
    return DiffTexts::change(change);
}

GraphDifferenceItem compared(const GraphNode &before, const GraphNode &after)
{
    return difference(before, after);
}

GraphDifferenceItem compared(const GraphEdge &before, const GraphEdge &after)
{
    return difference(before, after);
}

QString leadsToLine(const QString &title)
{
    return DiffTexts::leadsTo(title);
}

QString orderLine(int number)
{
    return DiffTexts::order(number);
}

} // namespace podium
