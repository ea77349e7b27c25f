// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinerows.h"

namespace podium {

namespace {

constexpr int kLongLoop = 20; ///< iterations from which each is folded at first

} // namespace

void TimelineRows::setTimeline(const SharedTimeline &timeline)
{
    m_timeline = timeline;
    QHash<int, int> iterations;
    for (const TimelineRow &row : timeline->rows) {
        if (row.kind == TimelineRow::Kind::Iteration)
            ++iterations[row.parent];
    }
    for (auto it = iterations.cbegin(); it != iterations.cend(); ++it) {
        const QString &key = timeline->rows.at(it.key()).key;
        if (!m_loops.contains(key))
            m_loops.insert(key, it.value() > kLongLoop);
    }
    update();
}

void TimelineRows::setShowInternal(bool show)
{
    m_showInternal = show;
    update();
}

bool TimelineRows::canFold(int row) const
{
    const TimelineRow &each = m_timeline->rows.at(row);
    if (m_showInternal)
        return each.end > row + 1;
    return each.frame;
}

bool TimelineRows::foldedAtFirst(int row) const
{
    const TimelineRow &each = m_timeline->rows.at(row);
    return each.kind == TimelineRow::Kind::Iteration && m_loops.value(m_timeline->rows.at(each.parent).key);
}

bool TimelineRows::isFolded(int row) const
{
    return canFold(row) && foldedAtFirst(row) != m_turned.contains(m_timeline->rows.at(row).key);
}

void TimelineRows::setFolded(int row, bool folded)
{
    if (!canFold(row) || isFolded(row) == folded)
        return;
    const QString &key = m_timeline->rows.at(row).key;
    if (!m_turned.remove(key))
        m_turned.insert(key);
    update();
}

void TimelineRows::unfoldTo(int row)
{
    for (int up = m_timeline->rows.at(row).parent; up >= 0; up = m_timeline->rows.at(up).parent)
        setFolded(up, false);
}

int TimelineRows::shownFor(int row) const
{
    while (row >= 0 && placeOf(row) < 0)
        row = m_timeline->rows.at(row).parent;
    return row;
}

int TimelineRows::parentPlace(int place) const
{
    const int parent = shownFor(row(place).parent);
    return parent < 0 ? -1 : placeOf(parent);
}

void TimelineRows::update()
{
    m_shown.clear();
    m_places.clear();
    if (!m_timeline)
        return;
    const QList<TimelineRow> &rows = m_timeline->rows;
    m_places.fill(-1, rows.size());
    m_shown.reserve(rows.size());
    for (int i = 0; i < rows.size();) {
        if (rows.at(i).internal && !m_showInternal) {
            ++i;
            continue;
        }
        m_places[i] = static_cast<int>(m_shown.size());
        m_shown.append(i);
        i = isFolded(i) ? rows.at(i).end : i + 1;
    }
}

} // namespace podium
