// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace podium {

enum class TimeStyle { Local, Utc, Relative };

/// A moment as the user wants to read it: "09:41:07" today, with the date on other days, "… UTC", or "3 min ago".
/// "–" for an invalid time. Translated.
QString timeText(const QDateTime &utc, TimeStyle style, const QDateTime &nowUtc);
/// The moment in full, in local time and UTC, for tooltips; "" for an invalid time.
QString timeToolTip(const QDateTime &utc);
/// "850 ms", "1.2 s", "3 min 4 s", "2 h 5 min", "3 d 4 h"; "–" for negative. Translated.
QString durationText(qint64 milliseconds);
/// "512 B", "3.4 KiB"
QString sizeText(qint64 bytes);

} // namespace podium
