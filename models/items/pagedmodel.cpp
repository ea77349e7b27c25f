// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/pagedmodel.h"

#include <QLocale>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Qt's views cannot show more rows than this with one height each; nobody scrolls there.
constexpr qint64 kMostRows = 50'000'000;
constexpr int kMargin = 50; ///< rows asked for before and after what is shown

} // namespace

PagedModel::PagedModel(SparseIds &ids, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ids(ids)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(30ms);
    connect(&m_debounce, &QTimer::timeout, this, &PagedModel::requestMissing);
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(500ms);
    connect(&m_refreshLater, &QTimer::timeout, this, &PagedModel::refresh);
}

PagedModel::~PagedModel() = default;

void PagedModel::restart(const std::function<void()> &change)
{
    m_requests.clear();
    m_debounce.stop();
    m_refreshLater.stop();
    beginResetModel();
    m_ids.clear();
    m_rowCount = 0;
    m_hasMore = false;
    m_holes.clear();
    change();
    endResetModel();
    m_first = 0;
    m_last = 0;
    Q_EMIT queryChanged();
    Q_EMIT countChanged();
    setPhase(Phase::Loading);
    request(0, true);
}

void PagedModel::setPhase(Phase phase)
{
    if (std::exchange(m_phase, phase) != phase)
        Q_EMIT phaseChanged();
}

int PagedModel::limitOf(int offset) const
{
    return m_maximum > 0 ? qBound(1, m_maximum - offset, kPage) : kPage;
}

void PagedModel::request(int offset, bool again)
{
    const int number = ++m_nextNumber;
    m_requests.push_back({number, offset, again, {}});
    // Destroying the Pending silences its answer: no answer of an earlier query can arrive.
    Pending pending = ask(number, offset, limitOf(offset));
    for (Request &request : m_requests) {
        if (request.number == number)
            request.pending = std::move(pending);
    }
}

void PagedModel::showRange(int first, int last)
{
    m_first = qMax(0, first);
    m_last = qMax(m_first, last);
    if (m_phase == Phase::Ready)
        m_debounce.start();
}

void PagedModel::requestMissing()
{
    const int end = wantedEnd();
    const int from = qMax(0, m_first - kMargin);
    const int to = qMin(end - 1, m_last + kMargin);
    // What was scrolled past is not wanted any more.
    std::erase_if(m_requests, [from, to](const Request &request) {
        return !request.again && (request.offset > to || request.offset + kPage <= from);
    });
    // Whether any page of these rows is missing; it is asked for then.
    const auto askFor = [this, end](int first, int last) {
        bool missing = false;
        for (int offset = first / kPage * kPage; offset <= last; offset += kPage) {
            if (m_holes.contains(offset) || !m_ids.misses(offset, qMin(offset + kPage, end) - 1))
                continue;
            missing = true;
            const auto isOf = [offset](const Request &request) { return request.offset == offset; };
            if (std::none_of(m_requests.begin(), m_requests.end(), isOf))
                request(offset, false);
        }
        return missing;
    };
    // First what is looked at, and what is around it once that is there: a server that sorts a million rows for each
    // answer takes twice as long for two at once.
    if (!askFor(m_first, qMin(m_last, end - 1)))
        askFor(from, to);
}

void PagedModel::refreshSoon()
{
    if (!m_refreshLater.isActive())
        m_refreshLater.start();
}

void PagedModel::refresh()
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

std::optional<PagedModel::Request> PagedModel::takeRequest(int number)
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
                                    [number](const Request &request) { return request.number == number; });
    if (found == m_requests.end())
        return {};
    Request request = std::move(*found);
    m_requests.erase(found);
    return request;
}

void PagedModel::failed(int number, const Error &error)
{
    if (!takeRequest(number))
        return;
    m_error = error;
    if (m_phase == Phase::Ready)
        Q_EMIT readFailed(m_error);
    else
        setPhase(Phase::Failed);
}

void PagedModel::arrived(int number, const Answer &answer)
{
    const std::optional<Request> request = takeRequest(number);
    if (!request)
        return;
    place(*request, answer);
    setPhase(Phase::Ready);
    Q_EMIT countChanged();
    Q_EMIT rowsArrived();
}

/// Where the first row of an answer belongs in our count of rows. The server may know of rows on top that we do not, or
/// the other way round; an answer that overlaps what we have says by how many.
int PagedModel::offsetOf(const Request &request, const QStringList &ids) const
{
    if (request.again || request.offset == 0)
        return request.offset;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const int row = m_ids.rowOf(ids.at(i));
        if (row >= i)
            return row - static_cast<int>(i);
    }
    return request.offset;
}

void PagedModel::place(const Request &request, const Answer &answer)
{
    const int offset = offsetOf(request, answer.ids);
    const int end = offset + static_cast<int>(answer.ids.size());
    const bool full = answer.ids.size() >= limitOf(request.offset);
    if (m_maximum > 0) {
        m_hasMore = false;
        setRowCount(qMin(m_maximum, end));
    } else if (answer.total) {
        m_hasMore = false;
        const qint64 moved = *answer.total + (offset - request.offset);
        // A total below what was just read is older than the rows.
        setRowCount(static_cast<int>(qBound<qint64>(answer.ids.isEmpty() ? 0 : end, moved, kMostRows)));
    } else {
        m_hasMore = full && (end >= m_rowCount || m_hasMore);
        setRowCount(full ? qMax(m_rowCount, end) : end);
    }
    changeRows(offset, answer, request.again || request.offset == 0);
    if (m_ids.misses(request.offset, qMin(request.offset + kPage, wantedEnd()) - 1))
        m_holes.insert(request.offset);
    trim();
    if (m_maximum == 0)
        m_debounce.start(); // what is shown may need more: a shift left a gap, or an open list ends on screen
}

void PagedModel::setRowCount(int count)
{
    if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_ids.cut(count);
        m_rowCount = count;
        endRemoveRows();
    }
}

/// Puts the rows of `answer` from `offset` on. When that changes what a row is, persistent indexes follow their id;
/// `forgetOthers` then drops the rows elsewhere, whose places are no longer sure.
void PagedModel::changeRows(int offset, const Answer &answer, bool forgetOthers)
{
    const QStringList &ids = answer.ids;
    if (ids.isEmpty())
        return;
    bool moved = false;
    for (int i = 0; i < ids.size() && !moved; ++i) {
        const QString old = m_ids.idAt(offset + i);
        const int elsewhere = m_ids.rowOf(ids.at(i));
        moved = (!old.isEmpty() && old != ids.at(i)) || (elsewhere >= 0 && elsewhere != offset + i);
    }
    const auto putAll = [this, offset, &answer] {
        for (int i = 0; i < answer.ids.size() && offset + i < m_rowCount; ++i)
            answer.put(i, offset + i);
    };
    if (!moved) {
        putAll();
        return changed(offset, qMin(offset + static_cast<int>(ids.size()), m_rowCount) - 1);
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList beforeIds;
    for (const QModelIndex &each : before)
        beforeIds.append(m_ids.idAt(each.row()));
    if (forgetOthers)
        m_ids.keepOnly(offset, offset + static_cast<int>(ids.size()) - 1);
    putAll();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = beforeIds.at(i).isEmpty() ? before.at(i).row() : m_ids.rowOf(beforeIds.at(i));
        after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void PagedModel::trim()
{
    if (m_ids.size() <= kWindow)
        return;
    m_ids.keepOnly(m_first - kWindow / 2, m_first + kWindow / 2);
    m_holes.clear();
}

void PagedModel::insertOne(int row, const std::function<void()> &insert)
{
    beginInsertRows({}, row, row);
    insert();
    ++m_rowCount;
    endInsertRows();
}

void PagedModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_ids.remove(row);
    --m_rowCount;
    endRemoveRows();
    m_debounce.start();
}

void PagedModel::changed(int first, int last, const QList<int> &roles)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1), roles);
}

std::optional<qint64> PagedModel::total() const
{
    return m_hasMore ? std::nullopt : std::optional<qint64>(m_rowCount);
}

bool PagedModel::isCounted() const
{
    return m_phase != Phase::Idle && (m_phase == Phase::Ready || m_rowCount > 0);
}

QString PagedModel::numberText() const
{
    return QLocale().toString(m_rowCount) + (m_hasMore ? u"+"_s : QString());
}

int PagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

} // namespace podium
