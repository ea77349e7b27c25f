// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filtercompletion.h"
#include "models/filter/filterline.h"
#include "models/filter/filtertexts.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

/// A line of any text is a filter or refused at a place of it; a filter comes back the same from its line; whatever is
/// completed is a place of the line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString line = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const ParsedFilter parsed = filterFromLine(line);
    if (!parsed.isFine()) {
        if (parsed.at < 0 || parsed.length < 0 || parsed.at + parsed.length > line.size())
            __builtin_trap();
    } else if (filterFromLine(toLine(parsed.filter)).filter != parsed.filter) {
        __builtin_trap();
    }
    const QDateTime now(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    for (const InstanceCondition &condition : parsed.filter.conditions)
        (void)describe(condition);
    (void)matchOf(parsed.filter, {}, now);
    const FilterCompletion completion = completeLine(line, line.size() / 2, {});
    if (completion.from < 0 || completion.from + completion.length > line.size())
        __builtin_trap();
    return 0;
}
