// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinetable.h"

#include "models/items/itemroles.h"
#include "models/timeline/timelinetexts.h"

namespace podium {

using namespace Qt::StringLiterals;

TimelineTable::TimelineTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TimelineTable::setTimeline(const SharedTimeline &timeline, const ItemTexts &texts, qint64 now)
{
    beginResetModel();
    m_timeline = timeline;
    m_texts = texts;
    m_now = now;
    endResetModel();
}

int TimelineTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_timeline ? 0 : static_cast<int>(m_timeline->rows.size());
}

int TimelineTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TimelineTable::time(const TimelineRow &row, bool exit, bool exported) const
{
    QDateTime time;
    if (row.visit >= 0)
        time = exit ? m_timeline->visits.at(row.visit).exit : m_timeline->visits.at(row.visit).enter;
    else if (row.timed && (!exit || row.ended))
        time = QDateTime::fromMSecsSinceEpoch(exit ? row.to : row.from, Qt::UTC);
    if (exported)
        return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
    return m_texts.timeOf(time);
}

QString TimelineTable::text(const TimelineRow &row, int column, bool exported) const
{
    switch (column) {
    case NodeColumn:
        return exported ? row.title : rowName(row);
    case StateColumn:
        return row.state;
    case BranchColumn:
        return row.branch;
    case TypeColumn:
        return row.type;
    case StatusColumn:
        return displayName(row.status);
    case AttemptColumn:
        return QString::number(row.attempt);
    case IterationColumn:
        return row.iteration > 0 ? QString::number(row.iteration) : QString();
    case EnterColumn:
    case ExitColumn:
        return time(row, column == ExitColumn, exported);
    case DurationColumn:
        if (!exported)
            return rowDuration(row, m_texts, m_now);
        return row.timed && (row.ended || row.grows) ? QString::number(m_timeline->toOf(row, m_now) - row.from)
                                                     : QString();
    case WaitingColumn:
        return row.waits ? tr("yes") : QString();
    case ErrorColumn:
        return row.error;
    case IdColumn:
        return row.visit >= 0 ? m_timeline->visits.at(row.visit).id : QString();
    default:
        return {};
    }
}

QVariant TimelineTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineRow &row = m_timeline->rows.at(index.row());
    if (role == Qt::DisplayRole)
        return singleLine(text(row, index.column(), false));
    if (role == ItemExportRole)
        return text(row, index.column(), true);
    return {};
}

QVariant TimelineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == ItemColumnKeyRole) {
        static constexpr const char *kKeys[] = {"node",    "state",     "branch", "type", "status",
                                                "attempt", "iteration", "enter",  "exit", "durationMs",
                                                "waits",   "error",     "id"};
        return QString::fromLatin1(kKeys[section]);
    }
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Node"),    tr("State"),     tr("Branch"),  tr("Type"), tr("Status"),
                             tr("Attempt"), tr("Iteration"), tr("Entered"), tr("Left"), tr("Duration"),
                             tr("Waiting"), tr("Error"),     tr("Id")};
    return names[section];
}

} // namespace podium
