// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/error.h"

#include <QStringList>

namespace podium {

QString Error::text() const
{
    QStringList parts{what, why, remedy};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

Error Error::cancelled()
{
    Error error;
    error.kind = Kind::Cancelled;
    return error;
}

} // namespace podium
