// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphdescription.h"

#include "models/graph/graphtexts.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 300;
constexpr int kMostLines = 6; ///< of a change, per version

class Description
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphDescription)
public:
    static QString state(const NodeOverlay &overlay)
    {
        QStringList parts{displayName(overlay.state)};
        if (overlay.durationMs >= 0)
            parts.append(tr("took %1").arg(durationText(overlay.durationMs)));
        if (overlay.visits > 1)
            parts.append(tr("entered %n time(s)", nullptr, overlay.visits));
        if (overlay.retriggers > 0)
            parts.append(tr("retried %n time(s)", nullptr, overlay.retriggers));
        return parts.join(u", "_s);
    }

    static QStringList edges(const GraphPicture &picture, const std::vector<int> &list)
    {
        QStringList texts;
        for (const int e : list) {
            const GraphEdge &edge = picture.model.edges.at(e);
            if (edge.kind == GraphEdge::Kind::Inner)
                continue;
            const QString target = clipped(picture.model.nodes.at(edge.to).title, 80);
            const QString label = clipped(edge.label, 100);
            if (texts.size() == 12) {
                texts.append(u"\u2026"_s);
                break;
            }
            texts.append(label.isEmpty() ? tr("leads to %1").arg(target) : tr("leads to %1 (%2)").arg(target, label));
        }
        return texts;
    }

    static QString hidden(const GraphNode &node)
    {
        QStringList parts;
        if (node.hiddenInside > 0)
            parts.append(tr("folded, %n part(s) hidden", nullptr, node.hiddenInside));
        if (node.hiddenAfter > 0)
            parts.append(tr("%n state(s) that follow are hidden", nullptr, node.hiddenAfter));
        return parts.join(u", "_s);
    }

    static QString fold(const GraphNode &node, bool branch)
    {
        if (branch)
            return tr("Show the %n state(s) that follow (Shift+Space)", nullptr, node.hiddenAfter);
        return node.hiddenInside > 0 ? tr("Show the %n part(s) inside (Space)", nullptr, node.hiddenInside)
                                     : tr("Fold (Space)");
    }

    static QStringList change(const GraphPicture &picture, int node)
    {
        if (picture.marks.isEmpty())
            return {};
        const DifferenceMarks::Node &mark = picture.marks.nodes[static_cast<size_t>(node)];
        if (mark.change == GraphChange::Same)
            return mark.inside ? QStringList{tr("Something in it differs")} : QStringList();
        QStringList lines{displayName(mark.change)};
        const int whole = picture.map.wholeOf[static_cast<size_t>(node)];
        const GraphDifferenceItem &item = picture.whole->difference->nodes.at(whole);
        for (const QString &line : item.oldLines.mid(0, kMostLines))
            lines.append(changeSign(GraphChange::Removed) + u' ' + clipped(line, kLongest));
        for (const QString &line : item.newLines.mid(0, kMostLines))
            lines.append(changeSign(GraphChange::Added) + u' ' + clipped(line, kLongest));
        return lines;
    }

    static QString label() { return tr("%1, %2"); }
    static QString problem(const QString &text) { return tr("Problem: %1").arg(text); }
    static QString fromTo(const QString &from, const QString &to) { return tr("%1 \u2192 %2").arg(from, to); }
    static QString error(const QString &text) { return tr("Error: %1").arg(text); }
};

QString paragraph(const QString &plain)
{
    return u"<p style='margin:2px 0'>"_s + plain.toHtmlEscaped() + u"</p>"_s;
}

} // namespace

QString nodeName(const GraphPicture &picture, int node)
{
    const GraphNode &item = picture.model.nodes.at(node);
    const QString title = clipped(item.title, kLongest);
    const QString kind = displayName(item.kind);
    return title == kind ? title : Description::label().arg(title, kind);
}

QString nodeDescription(const GraphPicture &picture, const GraphOverlay &overlay, int node, const QString &figures)
{
    const GraphNode &item = picture.model.nodes.at(node);
    QStringList lines = Description::change(picture, node);
    if (!figures.isEmpty())
        lines.append(figures);
    if (const auto it = overlay.nodes.constFind(item.id); it != overlay.nodes.constEnd()) {
        lines.append(Description::state(*it));
        if (!it->error.isEmpty())
            lines.append(Description::error(clipped(it->error, kLongest)));
    }
    if (const QString hidden = Description::hidden(item); !hidden.isEmpty())
        lines.append(hidden);
    if (!item.subtitle.isEmpty())
        lines.append(clipped(item.subtitle, kLongest));
    for (const GraphBadge &badge : item.badges)
        lines.append(badge.kind == GraphBadge::Kind::Problem ? Description::problem(badge.text) : badge.text);
    lines += Description::edges(picture, picture.outgoing[static_cast<size_t>(node)]);
    return lines.join(u". "_s);
}

QString nodeToolTip(const GraphPicture &picture, const GraphOverlay &overlay, int node, const QString &figures)
{
    const GraphNode &item = picture.model.nodes.at(node);
    QString html = u"<p style='margin:2px 0'><b>"_s + clipped(item.title, kLongest).toHtmlEscaped() +
                   u"</b> \u00B7 "_s + displayName(item.kind).toHtmlEscaped() + u"</p>"_s;
    if (!figures.isEmpty())
        html += paragraph(figures);
    if (const auto it = overlay.nodes.constFind(item.id); it != overlay.nodes.constEnd()) {
        html += paragraph(Description::state(*it));
        if (!it->error.isEmpty())
            html += paragraph(clipped(it->error, kLongest));
    }
    for (const QString &line : Description::change(picture, node))
        html += paragraph(line);
    if (!item.subtitle.isEmpty() && item.isState)
        html += paragraph(clipped(item.subtitle, kLongest));
    for (const GraphBadge &badge : item.badges)
        html += paragraph(badge.kind == GraphBadge::Kind::Problem ? Description::problem(badge.text) : badge.text);
    for (const QString &detail : item.details.mid(0, 12))
        html += paragraph(clipped(detail, kLongest));
    return html;
}

QString foldToolTip(const GraphNode &node, bool branch)
{
    return Description::fold(node, branch);
}

QString overlayText(const NodeOverlay &overlay)
{
    return Description::state(overlay);
}

QString edgeToolTip(const GraphPicture &picture, int index)
{
    const GraphEdge &edge = picture.model.edges.at(index);
    if (edge.kind == GraphEdge::Kind::Inner)
        return {};
    QString html = paragraph(Description::fromTo(clipped(picture.model.nodes.at(edge.from).title, 100),
                                                 clipped(picture.model.nodes.at(edge.to).title, 100)));
    if (const GraphChange change = picture.marks.edge(index); change != GraphChange::Same)
        html += paragraph(displayName(change));
    const QString text = edge.detail.isEmpty() ? edge.label : edge.detail;
    if (!text.isEmpty())
        html += paragraph(clipped(text, 1000));
    return html;
}

} // namespace podium
