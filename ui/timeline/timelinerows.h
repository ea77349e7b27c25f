// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timeline/timeline.h"

#include <QSet>

namespace podium {

/// The lanes that are to be seen: not what is folded away, not what the compiler added unless asked for. What the user
/// folded stays so over updates.
class TimelineRows
{
public:
    void setTimeline(const SharedTimeline &timeline);
    void setShowInternal(bool show);
    bool showInternal() const { return m_showInternal; }

    const SharedTimeline &timeline() const { return m_timeline; }
    int count() const { return static_cast<int>(m_shown.size()); }
    /// Index into Timeline::rows of the lane at a place from the top; -1 beyond the ends.
    int rowAt(int place) const { return m_shown.value(place, -1); }
    const TimelineRow &row(int place) const { return m_timeline->rows.at(m_shown.at(place)); }
    /// Where a row is shown; -1 when it is not.
    int placeOf(int row) const { return m_places.value(row, -1); }
    /// The row itself or the nearest one around it that is shown; -1 for none.
    int shownFor(int row) const;
    /// Of the row around it that is shown; -1 at the top.
    int parentPlace(int place) const;

    bool canFold(int row) const;
    bool isFolded(int row) const;
    void setFolded(int row, bool folded);
    void unfoldTo(int row); ///< all around it

private:
    bool foldedAtFirst(int row) const;
    void update();

    SharedTimeline m_timeline;
    QList<int> m_shown;
    QList<int> m_places;          ///< by row
    QSet<QString> m_turned;       ///< keys of rows that are not as they were at first
    QHash<QString, bool> m_loops; ///< by key: whether it was long when it was first seen; nothing folds later
    bool m_showInternal = false;
};

} // namespace podium
