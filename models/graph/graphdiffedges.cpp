// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphdiffparts.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class EdgeMerger
{
public:
    EdgeMerger(const GraphModel &before, const GraphModel &after, const MergedPlaces &places, GraphDifference &result)
        : m_result(result)
    {
        collect(before, places.old, m_old, m_oldLines, m_oldChained);
        collect(after, places.current, m_new, m_newLines, m_newChained);
        m_partner.resize(static_cast<size_t>(m_new.size()), -1);
        m_taken.resize(static_cast<size_t>(m_old.size()), false);
        m_movedTo.resize(m_taken.size(), -1);
        m_movedFrom.resize(m_partner.size(), -1);
    }

    void run()
    {
        pair(m_partner, [](const GraphEdge &edge) -> QString { return ends(edge) + said(edge); });
        pair(m_partner, ends);
        std::vector<bool> taken = m_taken;
        pair(m_movedFrom, [](const GraphEdge &edge) -> QString { return start(edge) + said(edge); });
        m_taken.swap(taken); // what moved stays a removed edge and an added one
        for (size_t i = 0; i < m_movedFrom.size(); ++i) {
            if (m_movedFrom[i] >= 0)
                m_movedTo[static_cast<size_t>(m_movedFrom[i])] = static_cast<int>(i);
        }
        numberConditions();
        mergeLines(); // first, as they are in a graph that was built
        merge();
    }

private:
    // With the indexes of the merged model. Lines inside lists are made anew.
    static void collect(const GraphModel &model, const std::vector<int> &places, QList<GraphEdge> &edges,
                        QSet<qint64> &lines, QSet<int> &chained)
    {
        for (GraphEdge edge : model.edges) {
            const int parent = model.nodes.at(edge.from).parent;
            edge.from = places[static_cast<size_t>(edge.from)];
            edge.to = places[static_cast<size_t>(edge.to)];
            if (edge.kind != GraphEdge::Kind::Inner) {
                edges.append(std::move(edge));
                continue;
            }
            lines.insert(lineKey(edge.from, edge.to));
            if (parent >= 0)
                chained.insert(places[static_cast<size_t>(parent)]);
        }
    }
    static qint64 lineKey(int from, int to) { return (qint64(from) << 32) | qint64(to); }

    static QString start(const GraphEdge &edge)
    {
        return QString::number(edge.from) + u' ' + QString::number(static_cast<int>(edge.kind)) + u' ';
    }
    static QString ends(const GraphEdge &edge) { return start(edge) + QString::number(edge.to) + u' '; }
    static QString said(const GraphEdge &edge)
    {
        return edge.label + u'\n' + edge.detail + u'\n' + QString::number(edge.digest);
    }

    // Edges that have no partner yet and one key become partners, in their order.
    template <typename Key>
    void pair(std::vector<int> &partners, Key key)
    {
        QHash<QString, QList<int>> free;
        for (int i = 0; i < m_old.size(); ++i) {
            if (!m_taken[static_cast<size_t>(i)])
                free[key(m_old.at(i))].append(i);
        }
        for (int i = 0; i < m_new.size(); ++i) {
            if (m_partner[static_cast<size_t>(i)] >= 0)
                continue;
            const auto it = free.find(key(m_new.at(i)));
            if (it == free.end() || it->isEmpty())
                continue;
            partners[static_cast<size_t>(i)] = it->takeFirst();
            m_taken[static_cast<size_t>(partners[static_cast<size_t>(i)])] = true;
        }
    }

    // The first condition that holds wins, so their order is part of what a switch says. Counted among those that both
    // versions have, or one more at the top would move all.
    void numberConditions()
    {
        m_oldNumber.resize(m_taken.size(), 0);
        m_newNumber.resize(m_partner.size(), 0);
        std::vector<bool> kept(m_taken.size(), false);
        QHash<int, int> count;
        for (size_t i = 0; i < m_partner.size(); ++i) {
            if (m_partner[i] < 0)
                continue;
            kept[static_cast<size_t>(m_partner[i])] = true;
            const GraphEdge &edge = m_new.at(static_cast<qsizetype>(i));
            if (edge.kind == GraphEdge::Kind::Condition)
                m_newNumber[i] = ++count[edge.from];
        }
        count.clear();
        for (size_t i = 0; i < kept.size(); ++i) {
            const GraphEdge &edge = m_old.at(static_cast<qsizetype>(i));
            if (kept[i] && edge.kind == GraphEdge::Kind::Condition)
                m_oldNumber[i] = ++count[edge.from];
        }
    }

    void merge()
    {
        // What was removed comes where the edges of its node come.
        QHash<int, QList<int>> removed;
        for (int i = 0; i < m_old.size(); ++i) {
            if (!m_taken[static_cast<size_t>(i)])
                removed[m_old.at(i).from].append(i);
        }
        QHash<int, qsizetype> last;
        for (qsizetype i = 0; i < m_new.size(); ++i)
            last.insert(m_new.at(i).from, i);
        for (qsizetype i = 0; i < m_new.size(); ++i) {
            add(m_new.at(i), itemOf(static_cast<size_t>(i)));
            if (last.value(m_new.at(i).from) == i)
                addRemoved(removed.take(m_new.at(i).from));
        }
        for (int i = 0; i < m_old.size(); ++i)
            addRemoved(removed.take(m_old.at(i).from));
    }

    GraphDifferenceItem itemOf(size_t i) const
    {
        GraphDifferenceItem item;
        if (m_partner[i] < 0) {
            item.change = GraphChange::Added;
            if (m_movedFrom[i] >= 0)
                item.oldLines.append(leadsToLine(titleAt(m_old.at(m_movedFrom[i]).to)));
            return item;
        }
        item = compared(m_old.at(m_partner[i]), m_new.at(static_cast<qsizetype>(i)));
        const int oldNumber = m_oldNumber[static_cast<size_t>(m_partner[i])];
        if (oldNumber != m_newNumber[i]) {
            item.change = GraphChange::Changed;
            item.oldLines.append(orderLine(oldNumber));
            item.newLines.append(orderLine(m_newNumber[i]));
        }
        return item;
    }

    void addRemoved(const QList<int> &edges)
    {
        for (const int i : edges) {
            GraphDifferenceItem item;
            item.change = GraphChange::Removed;
            if (const int moved = m_movedTo[static_cast<size_t>(i)]; moved >= 0)
                item.newLines.append(leadsToLine(titleAt(m_new.at(moved).to)));
            add(m_old.at(i), item);
        }
    }

    // The lines between what runs one after the other: from each part of a list to the next one, removed ones included.
    void mergeLines()
    {
        const GraphModel &model = m_result.model;
        QHash<int, int> newCount; // parts of each list in the new version
        for (qsizetype i = 0; i < model.nodes.size(); ++i)
            newCount[model.nodes.at(i).parent] += m_result.nodes.at(i).change != GraphChange::Removed ? 1 : 0;
        QHash<int, int> previous; // by group
        for (int i = 0; i < model.nodes.size(); ++i) {
            const int parent = model.nodes.at(i).parent;
            const bool chained =
                m_newChained.contains(parent) || (m_oldChained.contains(parent) && newCount.value(parent) < 2);
            if (parent < 0 || !chained)
                continue;
            if (const auto it = previous.constFind(parent); it != previous.constEnd()) {
                GraphDifferenceItem item;
                item.change = lineChange(*it, i);
                add({*it, i, GraphEdge::Kind::Inner, {}, {}, 0}, item);
            }
            previous.insert(parent, i);
        }
    }

    GraphChange lineChange(int from, int to) const
    {
        if (m_oldLines.contains(lineKey(from, to)))
            return m_newLines.contains(lineKey(from, to)) ? GraphChange::Same : GraphChange::Removed;
        const bool gone = m_result.nodes.at(from).change == GraphChange::Removed ||
                          m_result.nodes.at(to).change == GraphChange::Removed;
        return gone ? GraphChange::Removed : GraphChange::Added;
    }

    void add(GraphEdge edge, GraphDifferenceItem item)
    {
        m_result.model.edges.append(std::move(edge));
        m_result.edges.append(std::move(item));
    }
    const QString &titleAt(int place) const { return m_result.model.nodes.at(place).title; }

    GraphDifference &m_result;
    QList<GraphEdge> m_old; ///< without the lines inside lists
    QList<GraphEdge> m_new;
    QSet<qint64> m_oldLines;
    QSet<qint64> m_newLines;
    QSet<int> m_oldChained; ///< groups with such lines
    QSet<int> m_newChained;
    std::vector<int> m_partner;   ///< by new edge: the old one it was; -1: added
    std::vector<int> m_movedFrom; ///< by new edge: the old one that led elsewhere
    std::vector<int> m_movedTo;   ///< by old edge
    std::vector<bool> m_taken;    ///< by old edge: it has a partner
    std::vector<int> m_oldNumber; ///< of conditions
    std::vector<int> m_newNumber;
};

} // namespace

void mergeEdges(const GraphModel &before, const GraphModel &after, const MergedPlaces &places, GraphDifference &result)
{
    EdgeMerger(before, after, places, result).run();
}

} // namespace podium
