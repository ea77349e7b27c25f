// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/runcomparison.h"
#include "models/items/itemtexts.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSortFilterProxyModel>

namespace podium {

/// The states of two runs with their times side by side. UI thread.
class ComparedStatesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StateColumn,
        ShareColumn,
        TimeAColumn,
        TimeBColumn,
        DifferenceColumn,
        VisitsAColumn,
        VisitsBColumn,
        OutcomeAColumn,
        OutcomeBColumn,
        ColumnCount
    };
    enum Role { ShareRole = Qt::UserRole + 120 }; ///< int of RunShare

    explicit ComparedStatesModel(QObject *parent = nullptr);

    /// What moved on keeps its row. `nowUtc`: what is still open took until then.
    void setStates(const QList<ComparedState> &states, const QDateTime &nowUtc);
    void setNow(const QDateTime &nowUtc); ///< for the times of what is still open
    void setTexts(const ItemTexts &texts);
    const ComparedState &stateAt(int row) const { return m_states.at(row); }
    int rowOfNode(const QString &nodeId) const; ///< -1 for none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const ComparedState &state, int column) const;
    QVariant exported(const ComparedState &state, int column) const;
    QVariant sortKey(const ComparedState &state, int row, int column) const;
    QString timeText(const NodeOverlay &overlay) const;
    QString differenceText(const ComparedState &state) const;
    void tellTimes();

    QList<ComparedState> m_states;
    QDateTime m_now;
    ItemTexts m_texts;
};

/// What at least one of the runs came by, sorted by SortRole. Times that tick do not move rows: sort() again does.
class ComparedStatesFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ComparedStatesFilter(ComparedStatesModel &model, QObject *parent = nullptr);

    void setShowAll(bool all); ///< also the states that neither run reached
    const ComparedState &stateAt(int row) const;
    int rowOfNode(const QString &nodeId) const; ///< -1 where it is not shown

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ComparedStatesModel &m_model;
    bool m_all = false;
};

} // namespace podium
