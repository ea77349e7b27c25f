// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/location.h"

#include <algorithm>
#include <array>

namespace podium {

using namespace Qt::StringLiterals;

QString Location::toText() const
{
    QString text = kind;
    if (!id.isEmpty())
        text += u':' + id;
    if (!version.isEmpty())
        text += u'@' + version;
    return text;
}

Location Location::fromText(const QString &text)
{
    Location location;
    const qsizetype colon = text.indexOf(u':');
    location.kind = text.left(colon).trimmed();
    if (colon < 0)
        return location;
    location.id = text.mid(colon + 1).trimmed();
    if (location.id.isEmpty())
        return {};
    // Only workflows have versions: a business key or id may hold an @ of its own.
    static constexpr std::array kVersioned{"workflow"_L1, "run"_L1, "batch"_L1, "event"_L1, "compare"_L1};
    const bool versioned = std::find(kVersioned.cbegin(), kVersioned.cend(), location.kind) != kVersioned.cend();
    const qsizetype at = versioned ? location.id.lastIndexOf(u'@') : -1;
    if (at > 0) {
        location.version = location.id.mid(at + 1);
        location.id.truncate(at);
    }
    return location;
}

} // namespace podium
