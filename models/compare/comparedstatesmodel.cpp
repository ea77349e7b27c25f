// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/compare/comparedstatesmodel.h"

#include "models/items/itemroles.h"

#include <algorithm>
#include <cstdlib>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

bool sameRows(const QList<ComparedState> &left, const QList<ComparedState> &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend(),
                      [](const ComparedState &a, const ComparedState &b) { return a.nodeId == b.nodeId; });
}

bool wasThere(const ComparedState &state, bool b)
{
    return state.share == RunShare::Both || state.share == (b ? RunShare::OnlyB : RunShare::OnlyA);
}

QString outcomeText(const ComparedState &state, bool b)
{
    const NodeOverlay &overlay = b ? state.b : state.a;
    if (!wasThere(state, b)) {
        const GraphChange missing = b ? GraphChange::Removed : GraphChange::Added;
        return state.change == missing ? ComparedStatesModel::tr("Not in this version") : displayName(overlay.state);
    }
    if (overlay.retriggers > 0)
        return ComparedStatesModel::tr("%1, retried %n time(s)", nullptr, overlay.retriggers)
            .arg(displayName(overlay.state));
    return displayName(overlay.state);
}

QString toolTip(const ComparedState &state, int column, const QString &shown)
{
    const bool b = column == ComparedStatesModel::OutcomeBColumn;
    const QString &error = b ? state.b.error : state.a.error;
    if ((b || column == ComparedStatesModel::OutcomeAColumn) && !error.isEmpty())
        return plainToolTip(shown + u'\n' + error);
    return plainToolTip(shown);
}

} // namespace

ComparedStatesModel::ComparedStatesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ComparedStatesModel::setStates(const QList<ComparedState> &states, const QDateTime &nowUtc)
{
    m_now = nowUtc;
    if (!sameRows(states, m_states)) {
        beginResetModel();
        m_states = states;
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_states.at(row) == states.at(row))
            continue;
        m_states[row] = states.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void ComparedStatesModel::setNow(const QDateTime &nowUtc)
{
    m_now = nowUtc;
    tellTimes();
}

void ComparedStatesModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    tellTimes();
}

void ComparedStatesModel::tellTimes()
{
    if (!m_states.isEmpty())
        Q_EMIT dataChanged(index(0, TimeAColumn), index(rowCount() - 1, DifferenceColumn));
}

int ComparedStatesModel::rowOfNode(const QString &nodeId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_states.at(row).nodeId == nodeId)
            return row;
    }
    return -1;
}

int ComparedStatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

int ComparedStatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString ComparedStatesModel::timeText(const NodeOverlay &overlay) const
{
    const qint64 time = timeAt(overlay, m_now);
    const QString text = m_texts.durationOf(time);
    switch (overlay.state) {
    case NodeState::Running:
    case NodeState::Waiting:
        return tr("%1 so far").arg(text);
    case NodeState::Failed:
    case NodeState::Skipped:
    case NodeState::Aborted: // where it says more than the time
        return time < 0 ? displayName(overlay.state)
                        : tr("%1, %2", "outcome, time").arg(displayName(overlay.state), text);
    default:
        return text;
    }
}

QString ComparedStatesModel::differenceText(const ComparedState &state) const
{
    const std::optional<qint64> difference = timeDifference(state, m_now);
    if (!difference)
        return m_texts.durationOf(-1);
    if (*difference == 0)
        return state.share == RunShare::Both ? tr("the same") : m_texts.durationOf(0);
    return (*difference > 0 ? u"+"_s : u"\u2212"_s) + m_texts.durationOf(std::abs(*difference));
}

QString ComparedStatesModel::displayText(const ComparedState &state, int column) const
{
    switch (column) {
    case StateColumn:
        return singleLine(state.title);
    case ShareColumn:
        return displayName(state.share);
    case TimeAColumn:
        return wasThere(state, false) ? timeText(state.a) : QString();
    case TimeBColumn:
        return wasThere(state, true) ? timeText(state.b) : QString();
    case DifferenceColumn:
        return state.share == RunShare::Neither ? QString() : differenceText(state);
    case VisitsAColumn:
        return QString::number(state.a.visits);
    case VisitsBColumn:
        return QString::number(state.b.visits);
    case OutcomeAColumn:
        return outcomeText(state, false);
    default:
        return outcomeText(state, true);
    }
}

// Milliseconds, which a spreadsheet can add up.
QVariant ComparedStatesModel::exported(const ComparedState &state, int column) const
{
    const auto time = [this](qint64 ms, bool there) { return there && ms >= 0 ? QVariant(ms) : QVariant(QString()); };
    switch (column) {
    case StateColumn:
        return state.title;
    case TimeAColumn:
        return time(timeAt(state.a, m_now), wasThere(state, false));
    case TimeBColumn:
        return time(timeAt(state.b, m_now), wasThere(state, true));
    case DifferenceColumn: {
        const std::optional<qint64> difference = timeDifference(state, m_now);
        return difference ? QVariant(*difference) : QVariant(QString());
    }
    default:
        return displayText(state, column);
    }
}

QVariant ComparedStatesModel::sortKey(const ComparedState &state, int row, int column) const
{
    switch (column) {
    case ShareColumn:
        return static_cast<int>(state.share);
    case TimeAColumn:
        return wasThere(state, false) ? timeAt(state.a, m_now) : -2;
    case TimeBColumn:
        return wasThere(state, true) ? timeAt(state.b, m_now) : -2;
    case DifferenceColumn: {
        const std::optional<qint64> difference = timeDifference(state, m_now);
        return difference ? std::abs(*difference) : qint64(-1);
    }
    case VisitsAColumn:
        return state.a.visits;
    case VisitsBColumn:
        return state.b.visits;
    case StateColumn:
        return row; // the order of the definition says more than the alphabet
    default:
        return displayText(state, column);
    }
}

QVariant ComparedStatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparedState &state = m_states.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(state, index.column());
    case Qt::ToolTipRole:
        return toolTip(state, index.column(), displayText(state, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() >= TimeAColumn && index.column() <= VisitsBColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case ItemExportRole:
        return exported(state, index.column());
    case SortRole:
        return sortKey(state, index.row(), index.column());
    case IdRole:
        return state.nodeId;
    case ShareRole:
        return static_cast<int>(state.share);
    default:
        return {};
    }
}

QVariant ComparedStatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr const char *kKeys[] = {"state",   "takenBy", "timeA",    "timeB",   "difference",
                                            "visitsA", "visitsB", "outcomeA", "outcomeB"};
    static_assert(std::size(kKeys) == ColumnCount);
    return columnHeader(section, orientation, role, kKeys, [&] {
        return QStringList{tr("State"),    tr("Taken by"), tr("Time in A"), tr("Time in B"), tr("Difference"),
                           tr("Visits A"), tr("Visits B"), tr("Outcome A"), tr("Outcome B")};
    });
}

ComparedStatesFilter::ComparedStatesFilter(ComparedStatesModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setDynamicSortFilter(false);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from) {
        // A state that a run came to just now appears; nothing else moves.
        if (from.column() == 0)
            invalidateFilter();
    });
}

void ComparedStatesFilter::setShowAll(bool all)
{
    m_all = all;
    invalidateFilter();
}

const ComparedState &ComparedStatesFilter::stateAt(int row) const
{
    return m_model.stateAt(mapToSource(index(row, 0)).row());
}

int ComparedStatesFilter::rowOfNode(const QString &nodeId) const
{
    return mapFromSource(m_model.index(m_model.rowOfNode(nodeId), 0)).row();
}

bool ComparedStatesFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_all || m_model.stateAt(row).share != RunShare::Neither;
}

bool ComparedStatesFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toLongLong() < b.toLongLong();
}

} // namespace podium
