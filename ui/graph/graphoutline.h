// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/overlay.h"
#include "ui/graph/graphpicture.h"

#include <QAbstractItemModel>

namespace podium {

/// The graph as a tree: states in the order of the definition, below each its parts and then its transitions. All texts
/// are plain text.
class GraphOutlineModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    void setGraph(SharedWhole whole);
    void setOverlay(const GraphOverlay &overlay); ///< of the whole graph

    QModelIndex indexOf(int node) const;
    /// The node itself, or the one that a transition leads to; -1 for none.
    int targetOf(const QModelIndex &index) const;
    bool isTransition(const QModelIndex &index) const { return index.isValid() && index.internalId() % 2 == 1; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QModelIndex nodeIndex(int node) const;
    QString nodeText(int node) const;
    QString edgeText(int edge) const;

    SharedWhole m_whole;
    QHash<QString, NodeOverlay> m_states;
    std::vector<int> m_top;                ///< nodes at the top
    std::vector<int> m_rows;               ///< by node: its row below its parent
    std::vector<std::vector<int>> m_edges; ///< by node: the transitions that leave it
    std::vector<int> m_edgeRows;           ///< by edge
};

} // namespace podium
