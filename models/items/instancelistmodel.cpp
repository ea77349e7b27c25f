// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/instancelistmodel.h"

#include "models/items/itemroles.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Qt's views cannot show more rows than this with one height each; nobody scrolls there.
constexpr qint64 kMostRows = 50'000'000;
constexpr int kMargin = 50; ///< rows asked for before and after what is shown

} // namespace

InstanceListModel::InstanceListModel(InstanceService &service, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_service(service)
    , m_clock(clock)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(30ms);
    connect(&m_debounce, &QTimer::timeout, this, &InstanceListModel::requestMissing);
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(500ms);
    connect(&m_refreshLater, &QTimer::timeout, this, &InstanceListModel::refresh);
}

InstanceListModel::~InstanceListModel() = default;

void InstanceListModel::setQuery(const InstanceQuery &query)
{
    m_requests.clear();
    m_debounce.stop();
    m_refreshLater.stop();
    beginResetModel();
    m_rows.clear();
    m_rowCount = 0;
    m_hasMore = false;
    m_holes.clear();
    m_query = query;
    endResetModel();
    m_first = 0;
    m_last = 0;
    Q_EMIT queryChanged();
    Q_EMIT countChanged();
    setPhase(Phase::Loading);
    request(0, true);
}

void InstanceListModel::setMaximum(int rows)
{
    m_maximum = rows;
}

void InstanceListModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rowCount - 1, kInstanceColumns - 1), {Qt::DisplayRole});
}

void InstanceListModel::setPhase(Phase phase)
{
    if (std::exchange(m_phase, phase) != phase)
        Q_EMIT phaseChanged();
}

int InstanceListModel::limitOf(int offset) const
{
    return m_maximum > 0 ? qBound(1, m_maximum - offset, kPage) : kPage;
}

void InstanceListModel::request(int offset, bool again)
{
    InstanceQuery query = m_query;
    query.offset = offset;
    query.limit = limitOf(offset);
    const int number = ++m_nextNumber;
    m_requests.push_back({number, offset, again, {}});
    // Destroying the Pending silences its answer: no answer of an earlier query can arrive.
    Pending pending = deliver(m_service.page(query), this,
                              [this, number](Result<InstancePage> result) { arrived(number, std::move(result)); });
    for (Request &request : m_requests) {
        if (request.number == number)
            request.pending = std::move(pending);
    }
}

void InstanceListModel::showRange(int first, int last)
{
    m_first = qMax(0, first);
    m_last = qMax(m_first, last);
    if (m_phase == Phase::Ready)
        m_debounce.start();
}

void InstanceListModel::requestMissing()
{
    const int end = wantedEnd();
    const int from = qMax(0, m_first - kMargin);
    const int to = qMin(end - 1, m_last + kMargin);
    // What was scrolled past is not wanted any more.
    std::erase_if(m_requests, [from, to](const Request &request) {
        return !request.again && (request.offset > to || request.offset + kPage <= from);
    });
    for (int offset = from / kPage * kPage; offset <= to; offset += kPage) {
        const bool underWay = std::any_of(m_requests.begin(), m_requests.end(),
                                          [offset](const Request &request) { return request.offset == offset; });
        if (!underWay && !m_holes.contains(offset) && m_rows.misses(offset, qMin(offset + kPage, end) - 1))
            request(offset, false);
    }
}

void InstanceListModel::refresh()
{
    if (m_phase == Phase::Idle)
        return;
    m_refreshLater.stop();
    m_requests.clear();
    m_holes.clear();
    if (m_phase == Phase::Failed)
        setPhase(Phase::Loading);
    if (m_rowCount == 0)
        return request(0, true);
    const int last = qMin(m_last, m_rowCount - 1);
    for (int offset = qMin(m_first, last) / kPage * kPage; offset <= last; offset += kPage)
        request(offset, true);
}

void InstanceListModel::arrived(int number, Result<InstancePage> result)
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
                                    [number](const Request &request) { return request.number == number; });
    if (found == m_requests.end())
        return;
    const Request request = std::move(*found);
    m_requests.erase(found);
    if (!result) {
        m_error = result.error();
        if (m_phase == Phase::Ready)
            Q_EMIT readFailed(m_error);
        else
            setPhase(Phase::Failed);
        return;
    }
    place(request, result->rows, result->total);
    setPhase(Phase::Ready);
    Q_EMIT countChanged();
    Q_EMIT rowsArrived();
}

/// Where the first row of an answer belongs in our count of rows. The server may know of rows on top that we do not, or
/// the other way round; an answer that overlaps what we have says by how many.
int InstanceListModel::offsetOf(const Request &request, const QList<WorkflowInstance> &rows) const
{
    if (request.again || request.offset == 0)
        return request.offset;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int row = m_rows.rowOf(rows.at(i).id);
        if (row >= i)
            return row - static_cast<int>(i);
    }
    return request.offset;
}

void InstanceListModel::place(const Request &request, const QList<WorkflowInstance> &rows, std::optional<qint64> total)
{
    const int offset = offsetOf(request, rows);
    const int end = offset + static_cast<int>(rows.size());
    const bool full = rows.size() >= limitOf(request.offset);
    if (m_maximum > 0) {
        m_hasMore = false;
        setRowCount(qMin(m_maximum, end));
    } else if (total) {
        m_hasMore = false;
        const qint64 moved = *total + (offset - request.offset);
        // A total below what was just read is older than the rows.
        setRowCount(static_cast<int>(qBound<qint64>(rows.isEmpty() ? 0 : end, moved, kMostRows)));
    } else {
        m_hasMore = full && (end >= m_rowCount || m_hasMore);
        setRowCount(full ? qMax(m_rowCount, end) : end);
    }
    changeRows(offset, rows, request.again || request.offset == 0);
    if (m_rows.misses(request.offset, qMin(request.offset + kPage, wantedEnd()) - 1))
        m_holes.insert(request.offset);
    trim();
    if (m_maximum == 0)
        m_debounce.start(); // what is shown may need more: a shift left a gap, or an open list ends on screen
}

void InstanceListModel::setRowCount(int count)
{
    if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_rows.cut(count);
        m_rowCount = count;
        endRemoveRows();
    }
}

/// Puts `rows` from `offset` on. When that changes which instance a row is, persistent indexes follow their instance;
/// `forgetOthers` then drops the rows elsewhere, whose places are no longer sure.
void InstanceListModel::changeRows(int offset, const QList<WorkflowInstance> &rows, bool forgetOthers)
{
    bool moved = false;
    for (int i = 0; i < rows.size() && !moved; ++i) {
        const WorkflowInstance *old = m_rows.at(offset + i);
        const int elsewhere = m_rows.rowOf(rows.at(i).id);
        moved = (old && old->id != rows.at(i).id) || (elsewhere >= 0 && elsewhere != offset + i);
    }
    if (rows.isEmpty())
        return;
    const auto putAll = [this, offset, &rows] {
        for (int i = 0; i < rows.size() && offset + i < m_rowCount; ++i)
            m_rows.put(offset + i, rows.at(i));
    };
    if (!moved) {
        putAll();
        const int last = qMin(offset + static_cast<int>(rows.size()), m_rowCount) - 1;
        Q_EMIT dataChanged(index(offset, 0), index(last, kInstanceColumns - 1));
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &each : before) {
        const WorkflowInstance *instance = m_rows.at(each.row());
        ids.append(instance ? instance->id : QString());
    }
    if (forgetOthers)
        m_rows.keepOnly(offset, offset + static_cast<int>(rows.size()) - 1);
    putAll();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = ids.at(i).isEmpty() ? before.at(i).row() : m_rows.rowOf(ids.at(i));
        after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void InstanceListModel::trim()
{
    if (m_rows.size() <= kWindow)
        return;
    m_rows.keepOnly(m_first - kWindow / 2, m_first + kWindow / 2);
    m_holes.clear();
}

void InstanceListModel::applyLive(const QList<WorkflowInstance> &rows)
{
    if (m_phase != Phase::Ready)
        return; // the answer under way has them
    m_holes.clear();
    QList<WorkflowInstance> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    const bool byStart = m_query.order == InstanceQuery::Order::StartDescending;
    bool again = false;
    for (const WorkflowInstance &instance : std::as_const(sorted)) {
        const int row = m_rows.rowOf(instance.id);
        const bool wanted = matches(instance, m_query);
        if (row >= 0 && !wanted) {
            removeAt(row);
        } else if (row >= 0) {
            m_rows.put(row, instance);
            Q_EMIT dataChanged(index(row, 0), index(row, kInstanceColumns - 1));
            // Its place may be another one now.
            again = again || m_query.order == InstanceQuery::Order::LastUpdateDescending ||
                    m_query.order == InstanceQuery::Order::StateAscending;
        } else if (wanted && byStart) {
            insertNew(instance);
        } else {
            again = again || wanted;
        }
    }
    if (again && !m_refreshLater.isActive())
        m_refreshLater.start();
    Q_EMIT countChanged();
}

/// Newest first: a row that we do not have, and that belongs before one we have without a gap, is a new one. Anywhere
/// else it is a row that we just did not read yet.
void InstanceListModel::insertNew(const WorkflowInstance &instance)
{
    const int head = m_rows.headLength();
    int row = 0;
    while (row < head && m_rows.at(row)->start >= instance.start)
        ++row;
    if (row == head && (head < m_rowCount || m_hasMore))
        return;
    if (m_maximum > 0 && row >= m_maximum)
        return;
    beginInsertRows({}, row, row);
    m_rows.insert(row, instance);
    ++m_rowCount;
    endInsertRows();
    if (m_maximum > 0)
        setRowCount(qMin(m_rowCount, m_maximum));
    trim();
}

void InstanceListModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.remove(row);
    --m_rowCount;
    endRemoveRows();
    m_debounce.start();
}

void InstanceListModel::tick()
{
    const auto column = static_cast<int>(InstanceColumn::Duration);
    const int last = qMin(m_last, m_rowCount - 1);
    for (int row = m_first; row <= last; ++row) {
        const WorkflowInstance *instance = m_rows.at(row);
        if (instance && !isFinal(instance->state) && !instance->end.isValid())
            Q_EMIT dataChanged(index(row, column), index(row, column), {Qt::DisplayRole});
    }
}

std::optional<qint64> InstanceListModel::total() const
{
    return m_hasMore ? std::nullopt : std::optional<qint64>(m_rowCount);
}

QString InstanceListModel::countText() const
{
    if (m_phase == Phase::Idle || (m_phase != Phase::Ready && m_rowCount == 0))
        return {};
    const QString number = QLocale().toString(m_rowCount) + (m_hasMore ? u"+"_s : QString());
    //: %1 is a number as it is written in the language, such as "1,234" or "100+"
    return tr("%1 instance(s)", nullptr, m_rowCount).arg(number);
}

int InstanceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int InstanceListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kInstanceColumns;
}

QVariant InstanceListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WorkflowInstance *instance = m_rows.at(index.row());
    if (!instance) {
        if (role == LoadedRole)
            return false;
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    return instanceData(*instance, static_cast<InstanceColumn>(index.column()), role, m_texts, m_clock.now());
}

QVariant InstanceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kInstanceColumns)
        return {};
    return instanceHeader(static_cast<InstanceColumn>(section), role);
}

void InstanceListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kInstanceColumns)
        return;
    const auto wanted = orderFor(static_cast<InstanceColumn>(column), order);
    if (!wanted || *wanted == m_query.order) {
        Q_EMIT queryChanged(); // the view may show an arrow that is not true
        return;
    }
    InstanceQuery query = m_query;
    query.order = *wanted;
    setQuery(query);
}

} // namespace podium
