// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/bulkreport.h"
#include "models/items/itemtexts.h"
#include "models/items/wordfiltermodel.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace podium {

/// What becomes of each instance of an action on many, in the order of its plan. Changes are told to views a few times
/// a second at most. UI thread, or one thread for itself.
class BulkReportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        InstanceColumn, ///< the business key where there is one
        WorkflowColumn,
        StateColumn,
        OutcomeColumn,
        ReasonColumn,
        TimeColumn,
        NewInstanceColumn,
        IdColumn,
        VersionColumn,
        LineColumn, ///< of the file that runs were started from
        ColumnCount
    };
    enum Role { OutcomeRole = Qt::UserRole + 200 }; ///< int of BatchOutcome, on the outcome's column

    explicit BulkReportModel(QObject *parent = nullptr);

    void setItems(const QList<BulkItem> &items);
    void setItem(int row, const BulkItem &item);
    void setTexts(const ItemTexts &texts);

    const QList<BulkItem> &items() const { return m_items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const BulkItem &item, int column) const;
    void tellChanges();

    QList<BulkItem> m_items;
    ItemTexts m_texts;
    QTimer m_tell;
    int m_firstChanged = -1;
    int m_lastChanged = -1;
};

/// Items with some outcomes that have all words of a text somewhere.
class BulkReportFilter : public WordFilterModel
{
    Q_OBJECT
public:
    explicit BulkReportFilter(BulkReportModel &model, QObject *parent = nullptr);

    void setOutcomes(const QList<BatchOutcome> &outcomes); ///< empty: all
    const BulkItem &itemAt(int row) const;
    QList<BulkItem> items() const; ///< as sorted

protected:
    QString textOf(int row) const override;
    bool isWanted(int row) const override;
    bool equalLessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    BulkReportModel &m_model;
    QList<BatchOutcome> m_outcomes;
};

} // namespace podium
