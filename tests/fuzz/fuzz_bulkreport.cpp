// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/bulkreport.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

/// A file of any bytes is a report or none; what was read survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = bulkReportFromLines(text);
    if (!read)
        return 0;
    QByteArray lines = bulkPlanLines(*read);
    for (int i = 0; i < read->items.size(); ++i)
        lines += bulkItemLine(i, read->items.at(i));
    const auto again = bulkReportFromLines(lines);
    if (!again || again->items.size() != read->items.size() ||
        again->countOf(BatchOutcome::Done) != read->countOf(BatchOutcome::Done))
        __builtin_trap();
    return 0;
}
