// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/joblistmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

JobListModel::JobListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JobListModel::setJobs(const QList<Job> &jobs)
{
    QList<Job> sorted = jobs;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Job &a, const Job &b) {
        return isFinal(a.status) != isFinal(b.status) ? isFinal(b.status) : a.expirationTime < b.expirationTime;
    });
    const auto sameRows = [](const QList<Job> &a, const QList<Job> &b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const Job &x, const Job &y) { return x.id == y.id; });
    };
    if (sameRows(m_jobs, sorted)) {
        m_jobs = sorted;
        changed();
        return;
    }
    // Few rows, and they change rarely: take all out of order ones away and put the new ones in.
    for (int i = static_cast<int>(m_jobs.size()) - 1; i >= 0; --i) {
        if (i < sorted.size() && sorted.at(i).id == m_jobs.at(i).id)
            continue;
        beginRemoveRows({}, i, i);
        m_jobs.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < sorted.size(); ++i) {
        if (i < m_jobs.size() && m_jobs.at(i).id == sorted.at(i).id)
            continue;
        beginInsertRows({}, i, i);
        m_jobs.insert(i, sorted.at(i));
        endInsertRows();
    }
    if (m_jobs.size() > sorted.size()) {
        beginRemoveRows({}, static_cast<int>(sorted.size()), rowCount() - 1);
        m_jobs.resize(sorted.size());
        endRemoveRows();
    }
    m_jobs = sorted;
    changed();
}

void JobListModel::setNodeNames(const QHash<QString, QString> &names)
{
    if (std::exchange(m_nodeNames, names) != names)
        changed();
}

void JobListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    changed();
}

void JobListModel::changed()
{
    if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JobListModel::displayText(const Job &job, int column) const
{
    switch (column) {
    case NodeColumn:
        return singleLine(m_nodeNames.value(job.nodeInstanceId, tr("Whole instance")));
    case StatusColumn:
        return displayName(job.status);
    case DueColumn:
        return m_texts.timeOf(job.expirationTime);
    case RepeatColumn:
        return job.repeatInterval.value_or(0) > 0 ? tr("every %1").arg(m_texts.durationOf(*job.repeatInterval))
                                                  : tr("once");
    case RetriesColumn:
        return QString::number(job.retries);
    case LastUpdateColumn:
        return m_texts.timeOf(job.lastUpdate);
    case IdColumn:
        return singleLine(job.id);
    default:
        return {};
    }
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Job &job = m_jobs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(job, index.column());
    case Qt::ToolTipRole:
        if (index.column() == StatusColumn && !job.exceptionMessage.isEmpty())
            return plainToolTip(job.exceptionMessage);
        return plainToolTip(displayText(job, index.column()));
    case ItemExportRole:
        if (index.column() == DueColumn || index.column() == LastUpdateColumn)
            return (index.column() == DueColumn ? job.expirationTime : job.lastUpdate).toString(Qt::ISODateWithMs);
        return displayText(job, index.column());
    case IdRole:
        return job.id;
    case JobStatusRole:
        return static_cast<int>(job.status);
    default:
        return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == ItemColumnKeyRole) {
        static constexpr const char *kKeys[] = {"node", "status", "due", "repeat", "retries", "lastUpdate", "id"};
        return QString::fromLatin1(kKeys[section]);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NodeColumn:
        return tr("Node");
    case StatusColumn:
        return tr("Status");
    case DueColumn:
        return tr("Due");
    case RepeatColumn:
        return tr("Repeats");
    case RetriesColumn:
        return tr("Retries");
    case LastUpdateColumn:
        return tr("Last update");
    default:
        return tr("Id");
    }
}

} // namespace podium
