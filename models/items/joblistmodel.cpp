// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/joblistmodel.h"

#include <algorithm>

namespace podium {

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
    if (std::exchange(m_host.nodeNames, names) != names)
        changed();
}

void JobListModel::setNow(const QDateTime &utc)
{
    const auto isOther = [&](const Job &job) { return isOverdue(job, m_now) != isOverdue(job, utc); };
    const bool toTell = std::any_of(m_jobs.cbegin(), m_jobs.cend(), isOther);
    m_now = utc;
    if (toTell)
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

JobColumn JobListModel::columnAt(int column)
{
    static constexpr JobColumn kColumns[] = {JobColumn::Node,   JobColumn::Status,  JobColumn::Due,
                                             JobColumn::Repeat, JobColumn::Retries, JobColumn::LastUpdate,
                                             JobColumn::Id};
    return kColumns[column];
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return jobData(m_jobs.at(index.row()), &m_host, columnAt(index.column()), role, m_texts, m_now);
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return jobHeader(columnAt(section), role);
}

} // namespace podium
