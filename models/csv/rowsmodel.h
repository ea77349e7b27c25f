// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv/rowinputs.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace podium {

/// The rows of a file that runs are to be started from, with what is wrong in each. Cells can be corrected; the row is
/// to be checked again then. UI thread.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { LineColumn, CheckColumn, FirstCell };
    enum Role {
        ProblemRole = Qt::UserRole + 300, ///< bool: something is wrong with the row (CheckColumn) or the cell
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QStringList &header, const QList<CsvRecord> &rows);
    /// One for each row; empty while they are not known.
    void setInputs(const QList<RowInput> &inputs);
    const QStringList &header() const { return m_header; }
    const QList<CsvRecord> &rows() const { return m_rows; }
    const QList<RowInput> &inputs() const { return m_inputs; }
    bool isChecked() const { return m_inputs.size() == m_rows.size() && !m_rows.isEmpty(); }
    int goodCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void cellEdited(int row); ///< by the user

private:
    QString problemAt(int row, int cell) const; ///< cell -1: of the whole row
    QString checkText(int row) const;

    QStringList m_header;
    QList<CsvRecord> m_rows;
    QList<RowInput> m_inputs;
};

/// Only the rows with problems, where asked for.
class ProblemRowsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyProblems(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_onlyProblems = false;
};

} // namespace podium
