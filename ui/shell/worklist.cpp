// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/worklist.h"

#include <limits>
#include <utility>

namespace podium {

int WorkList::begin(const QString &title, std::function<void()> cancel, std::function<void()> show)
{
    const int row = int(m_work.size());
    beginInsertRows({}, row, row);
    m_work.append({m_nextId, title, 0, 0, std::move(cancel), std::move(show), {}, false});
    endInsertRows();
    return m_nextId++;
}

int WorkList::rowOf(int id) const
{
    for (int row = 0; row < m_work.size(); ++row) {
        if (m_work.at(row).id == id)
            return row;
    }
    return -1;
}

void WorkList::setProgress(int id, qint64 done, qint64 total)
{
    // A progress bar has no longer numbers.
    constexpr qint64 most = std::numeric_limits<int>::max();
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_work[row].done = static_cast<int>(qMin(done, most));
    m_work[row].total = static_cast<int>(qMin(total, most));
    Q_EMIT dataChanged(index(row), index(row));
}

void WorkList::setPausable(int id, std::function<void()> toggle)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_work[row].togglePause = std::move(toggle);
    Q_EMIT dataChanged(index(row), index(row));
}

void WorkList::setPaused(int id, bool on)
{
    const int row = rowOf(id);
    if (row < 0 || std::exchange(m_work[row].isPaused, on) == on)
        return;
    Q_EMIT dataChanged(index(row), index(row));
}

void WorkList::end(int id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_work.removeAt(row);
    endRemoveRows();
}

void WorkList::cancel(int row)
{
    if (row < 0 || row >= m_work.size())
        return;
    const int id = m_work.at(row).id;
    if (const auto run = m_work.at(row).cancel)
        run();
    end(id);
}

void WorkList::show(int row) const
{
    if (row >= 0 && row < m_work.size() && m_work.at(row).show)
        m_work.at(row).show();
}

void WorkList::togglePause(int row) const
{
    if (row < 0 || row >= m_work.size())
        return;
    if (const auto toggle = m_work.at(row).togglePause)
        toggle();
}

int WorkList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_work.size());
}

QVariant WorkList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Work &work = m_work.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return work.title;
    case DoneRole:
        return work.done;
    case TotalRole:
        return work.total;
    case CancellableRole:
        return bool(work.cancel);
    case ShowableRole:
        return bool(work.show);
    case PausableRole:
        return bool(work.togglePause);
    case PausedRole:
        return work.isPaused;
    default:
        return {};
    }
}

} // namespace podium
