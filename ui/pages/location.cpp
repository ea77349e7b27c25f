// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/location.h"

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
    const bool versioned = location.kind == "workflow"_L1 || location.kind == "run"_L1 || location.kind == "compare"_L1;
    const qsizetype at = versioned ? location.id.lastIndexOf(u'@') : -1;
    if (at > 0) {
        location.version = location.id.mid(at + 1);
        location.id.truncate(at);
    }
    return location;
}

} // namespace podium
