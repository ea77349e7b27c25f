// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace podium {

/// From `from` up to, not including, `before`. UTC; an invalid end is open.
struct TimeSpan
{
    QDateTime from;
    QDateTime before;

    bool contains(const QDateTime &time) const
    {
        return time.isValid() && (!from.isValid() || time >= from) && (!before.isValid() || time < before);
    }
    bool operator==(const TimeSpan &) const = default;
};

/// What a time condition of the filter line means at `nowUtc`; nothing for text that is none.
///
///     today  yesterday  week  month       of the calendar
///     -90m  -1h  -7d  -2w                 the last so many; also s
///     2026-11-01                          that day
///     >-1h  >=2026-11-01  <now  <=today   after, from, before, up to and with
///     2026-11-01..2026-11-02              both days in full; one end may be left out
///     2026-11-01T08:30..-1h               times of day; with Z or an offset, else of this computer's time zone
std::optional<TimeSpan> timeSpanFromText(const QString &text, const QDateTime &nowUtc);

} // namespace podium
