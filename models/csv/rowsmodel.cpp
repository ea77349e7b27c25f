// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/rowsmodel.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 300; // characters of a cell

QString shown(const QString &cell)
{
    return cell.left(kMostShown).simplified();
}

} // namespace

void RowsModel::setRows(const QStringList &header, const QList<CsvRecord> &rows)
{
    beginResetModel();
    m_header = header;
    m_rows = rows;
    m_inputs.clear();
    endResetModel();
}

void RowsModel::setInputs(const QList<RowInput> &inputs)
{
    m_inputs = inputs;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowsModel::goodCount() const
{
    return static_cast<int>(std::count_if(m_inputs.cbegin(), m_inputs.cend(),
                                          [](const RowInput &input) { return input.problems.isEmpty(); }));
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstCell + static_cast<int>(m_header.size());
}

QString RowsModel::problemAt(int row, int cell) const
{
    QStringList messages;
    const QList<RowProblem> problems = isChecked() ? m_inputs.at(row).problems : QList<RowProblem>();
    for (const RowProblem &problem : problems) {
        const QString name = m_header.value(problem.column);
        if (cell < 0)
            messages << (name.isEmpty() ? problem.message : tr("%1: %2").arg(name, problem.message));
        else if (problem.column == cell)
            messages << problem.message;
    }
    return messages.join(u'\n');
}

QString RowsModel::checkText(int row) const
{
    if (!isChecked())
        return {};
    const QList<RowProblem> &problems = m_inputs.at(row).problems;
    if (problems.isEmpty())
        return tr("Good");
    const QString first = problemAt(row, -1).section(u'\n', 0, 0);
    const auto more = static_cast<int>(problems.size()) - 1;
    return more > 0 ? tr("%1 (+%2)").arg(first).arg(more) : first;
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int cell = index.column() - FirstCell;
    const auto problem = [&] { return index.column() == LineColumn ? QString() : problemAt(row, cell); };
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == LineColumn)
            return m_rows.at(row).line;
        return cell < 0 ? checkText(row) : shown(m_rows.at(row).cells.value(cell));
    case Qt::EditRole:
        return cell < 0 ? QVariant() : QVariant(m_rows.at(row).cells.value(cell));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return problem();
    case ProblemRole:
        return !problem().isEmpty();
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

bool RowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int cell = index.column() - FirstCell;
    if (!index.isValid() || role != Qt::EditRole || cell < 0)
        return false;
    QStringList &cells = m_rows[index.row()].cells;
    while (cells.size() <= cell)
        cells << QString();
    if (cells.at(cell) == value.toString())
        return false;
    cells[cell] = value.toString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT cellEdited(index.row());
    return true;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() >= FirstCell)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == LineColumn)
        return tr("Line");
    return section == CheckColumn ? tr("Check") : m_header.value(section - FirstCell);
}

void ProblemRowsFilter::setOnlyProblems(bool on)
{
    m_onlyProblems = on;
    invalidateFilter();
}

bool ProblemRowsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return !m_onlyProblems ||
           sourceModel()->index(row, RowsModel::CheckColumn, parent).data(RowsModel::ProblemRole).toBool();
}

} // namespace podium
