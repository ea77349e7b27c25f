// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/differenceentries.h"
#include "ui/graph/graphpicture.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace podium {

/// A comparison, ready to be shown: made on a worker, never changed afterwards.
struct ComparedGraph
{
    SharedWhole whole; ///< with its difference
    QList<DifferenceEntry> entries;
    DifferenceCounts counts;
};

using SharedComparison = std::shared_ptr<const ComparedGraph>;

/// What differs, or everything with its mark, in the order of the definition. All texts are plain text.
class DifferenceListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ChangeRole = Qt::UserRole + 1, ///< int(GraphChange)
        SubtitleRole,                  ///< what it is, and where
        DepthRole,                     ///< how deep it lies in its state
    };

    using QAbstractListModel::QAbstractListModel;

    void setComparison(SharedComparison comparison); ///< null for none
    void setChangesOnly(bool on);
    bool changesOnly() const { return m_changesOnly; }

    const DifferenceEntry &entryAt(int row) const
    {
        return m_comparison->entries.at(m_rows.at(static_cast<size_t>(row)));
    }
    int rowOf(int node, int edge = -1) const; ///< -1 where it is not listed
    int changeCount() const { return static_cast<int>(m_changeRows.size()); }
    int rowOfChange(int change) const { return m_changeRows.at(static_cast<size_t>(change)); }
    int changeAt(int row) const; ///< -1 where the row is none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();
    QString title(const DifferenceEntry &entry) const;
    QString subtitle(const DifferenceEntry &entry) const;
    int depth(int node) const;

    SharedComparison m_comparison;
    bool m_changesOnly = true;
    std::vector<qsizetype> m_rows; ///< index of the entry
    std::vector<int> m_changeRows; ///< by difference that counts
};

/// Two lines with the badge of the change before them.
class DifferenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace podium
