// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/outline.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

QList<OutlineEntry> outlineOf(const DocumentMap &map)
{
    QList<OutlineEntry> entries;
    const TextPlace flow = flowRoot(map.tree());
    for (const auto kind :
         {PartKind::State, PartKind::Function, PartKind::Event, PartKind::Error, PartKind::Retry, PartKind::Auth}) {
        for (const TextPlace &item : flow[QLatin1StringView(listOf(kind).toLatin1())].items()) {
            OutlineEntry entry{kind, item["name"_L1].string(), item["type"_L1].string(), item.index(), {}, {}};
            const TextPlace name = item["name"_L1];
            entry.place = map.extent(name.isScalar() ? name.index() : item.index());
            entry.whole = map.wholeEntry(map.entryOf(item.index()));
            entries.append(entry);
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const OutlineEntry &a, const OutlineEntry &b) { return a.whole.begin < b.whole.begin; });
    return entries;
}

} // namespace podium
