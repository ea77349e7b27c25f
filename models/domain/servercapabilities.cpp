// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/servercapabilities.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

QString ServerCapabilities::versionGuess() const
{
    if (nodeInstanceFields.contains(u"cancelType"_s))
        return u"10.2"_s;
    if (nodeInstanceFields.contains(u"retrigger"_s) || instanceFields.contains(u"executionSummary"_s))
        return u"10.1"_s;
    return QCoreApplication::translate("ServerCapabilities", "10.0 or older");
}

} // namespace podium
