// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace podium {

/// What the placeholders of a business key stand for.
struct BusinessKeyValues
{
    QString user;      ///< {user}
    QString workflow;  ///< {workflow}
    QDateTime now;     ///< {date} as 2026-03-31 and {time} as 143000, in its own time zone
    qint64 number = 1; ///< {n}
};

/// A pattern such as "{user}-{date}-{n}" with the placeholders filled in; other braces stay as they are.
QString expandBusinessKey(const QString &pattern, const BusinessKeyValues &values);
/// Whether the keys of a pattern count: {n} is in it.
bool countsKeys(const QString &pattern);
/// The first placeholder that means nothing, "{m}"; "" when all do.
QString unknownPlaceholder(const QString &pattern);

} // namespace podium
