// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/actionrecord.h"
#include "models/items/itemtexts.h"
#include "models/items/wordfiltermodel.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace podium {

/// The journal of actions, newest first. UI thread, or one thread for itself.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        UserColumn,
        ActionColumn,
        WorkflowColumn,
        InstanceColumn, ///< the business key where there is one
        DetailColumn,
        AnswerColumn,
        BusinessKeyColumn,
        JobColumn,
        OutcomeColumn,
        ColumnCount
    };

    explicit JournalModel(QObject *parent = nullptr);

    /// New ones in front are rows that come to be; anything else is a new list.
    void setRecords(const QList<ActionRecord> &records);
    void setTexts(const ItemTexts &texts);

    const ActionRecord &recordAt(int row) const { return m_records.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const ActionRecord &record, int column) const;

    QList<ActionRecord> m_records;
    ItemTexts m_texts;
};

/// The records that have all words of a text somewhere in what their columns show.
class JournalFilterModel : public WordFilterModel
{
    Q_OBJECT
public:
    explicit JournalFilterModel(JournalModel &model, QObject *parent = nullptr);

    const ActionRecord &recordAt(int row) const;
    QList<ActionRecord> records() const; ///< as sorted

protected:
    QString textOf(int row) const override;
    bool equalLessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    JournalModel &m_model;
};

} // namespace podium
