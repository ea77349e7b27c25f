// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace podium {

/// How the item models write times and durations: set by the ui, which knows what the user prefers (local, UTC,
/// relative). The defaults are plain ISO 8601 and seconds.
struct ItemTexts
{
    std::function<QString(const QDateTime &utc)> time;
    std::function<QString(qint64 ms)> duration;

    QString timeOf(const QDateTime &utc) const;
    QString durationOf(qint64 ms) const;
};

/// One line without line breaks or control characters, at most `limit` characters: for cells of hostile texts.
QString singleLine(const QString &text, qsizetype limit = 400);
/// Text of a server for a tool tip: escaped, at most `limit` characters, line breaks kept.
QString plainToolTip(const QString &text, qsizetype limit = 2000);

} // namespace podium
