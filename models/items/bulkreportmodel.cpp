// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/bulkreportmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString workflowOf(const WorkflowInstance &instance)
{
    return instance.workflowName.isEmpty() ? instance.workflowId : instance.workflowName;
}

/// What is copied: times as ISO 8601 in UTC, words that are the same in every language, ids whole.
QString exported(const BulkItem &item, int column)
{
    switch (column) {
    case BulkReportModel::InstanceColumn:
        return item.instance.businessKey;
    case BulkReportModel::WorkflowColumn:
        return item.instance.workflowId;
    case BulkReportModel::StateColumn:
        return wordOf(item.instance.state);
    case BulkReportModel::OutcomeColumn:
        return wordOf(item.outcome);
    case BulkReportModel::ReasonColumn:
        return item.reason;
    case BulkReportModel::TimeColumn:
        return item.at.toString(Qt::ISODateWithMs);
    case BulkReportModel::NewInstanceColumn:
        return item.newInstanceId;
    case BulkReportModel::VersionColumn:
        return item.instance.version;
    case BulkReportModel::LineColumn:
        return item.line > 0 ? QString::number(item.line) : QString();
    default:
        return item.instance.id;
    }
}

} // namespace

BulkReportModel::BulkReportModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(100ms);
    connect(&m_tell, &QTimer::timeout, this, &BulkReportModel::tellChanges);
}

void BulkReportModel::setItems(const QList<BulkItem> &items)
{
    beginResetModel();
    m_items = items;
    m_firstChanged = -1;
    m_lastChanged = -1;
    endResetModel();
}

void BulkReportModel::setItem(int row, const BulkItem &item)
{
    if (row < 0 || row >= m_items.size())
        return;
    m_items[row] = item;
    m_firstChanged = m_firstChanged < 0 ? row : qMin(m_firstChanged, row);
    m_lastChanged = qMax(m_lastChanged, row);
    if (!m_tell.isActive())
        m_tell.start();
}

void BulkReportModel::tellChanges()
{
    if (m_firstChanged < 0)
        return;
    const int last = std::exchange(m_lastChanged, -1);
    Q_EMIT dataChanged(index(std::exchange(m_firstChanged, -1), 0), index(last, ColumnCount - 1));
}

void BulkReportModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BulkReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int BulkReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString BulkReportModel::displayText(const BulkItem &item, int column) const
{
    switch (column) {
    case InstanceColumn:
        if (item.instance.businessKey.isEmpty() && item.line > 0)
            return tr("Line %1").arg(item.line);
        return singleLine(item.instance.businessKey.isEmpty() ? item.instance.id : item.instance.businessKey);
    case WorkflowColumn:
        return singleLine(workflowOf(item.instance));
    case StateColumn:
        return displayName(item.instance.state);
    case OutcomeColumn:
        return displayName(item.outcome);
    case TimeColumn:
        return item.at.isValid() ? m_texts.timeOf(item.at) : QString();
    default:
        return singleLine(exported(item, column));
    }
}

QVariant BulkReportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BulkItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(item, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == ReasonColumn ? item.reason : displayText(item, index.column()));
    case ItemExportRole:
        return exported(item, index.column());
    case SortRole:
        if (index.column() == LineColumn)
            return item.line;
        return index.column() == TimeColumn ? QVariant(item.at.isValid() ? item.at.toMSecsSinceEpoch() : 0)
                                            : QVariant(displayText(item, index.column()));
    case IdRole:
        return item.instance.id;
    case StateRole:
        return index.column() == StateColumn ? QVariant(static_cast<int>(item.instance.state)) : QVariant();
    case OutcomeRole:
        return index.column() == OutcomeColumn ? QVariant(static_cast<int>(item.outcome)) : QVariant();
    default:
        return {};
    }
}

QVariant BulkReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"businessKey", "workflow",    "state", "outcome", "reason",
                                            "time",        "newInstance", "id",    "version", "line"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("Instance"), tr("Workflow"),     tr("State"), tr("Outcome"), tr("Reason"),
                           tr("When"),     tr("New instance"), tr("Id"),    tr("Version"), tr("Line of the file")};
    });
}

BulkReportFilter::BulkReportFilter(BulkReportModel &model, QObject *parent)
    : WordFilterModel(model, parent)
    , m_model(model)
{
}

void BulkReportFilter::setOutcomes(const QList<BatchOutcome> &outcomes)
{
    m_outcomes = outcomes;
    invalidateFilter();
}

const BulkItem &BulkReportFilter::itemAt(int row) const
{
    return m_model.items().at(mapToSource(index(row, 0)).row());
}

QList<BulkItem> BulkReportFilter::items() const
{
    QList<BulkItem> items;
    items.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row)
        items << itemAt(row);
    return items;
}

QString BulkReportFilter::textOf(int row) const
{
    const BulkItem &item = m_model.items().at(row);
    QString text = item.instance.workflowId + u'\n' + item.reason;
    for (int column = 0; column < BulkReportModel::ColumnCount; ++column)
        text += u'\n' + m_model.index(row, column).data().toString();
    return text;
}

bool BulkReportFilter::isWanted(int row) const
{
    return m_outcomes.isEmpty() || m_outcomes.contains(m_model.items().at(row).outcome);
}

bool BulkReportFilter::equalLessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.row() < right.row();
}

} // namespace podium
