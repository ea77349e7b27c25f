// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/environment.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

/// An environment file of any bytes is read or refused; what was read survives being written and read again, and its
/// rules never let a token go anywhere that is not listed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Environment> read = environmentFromJson(text);
    if (!read)
        return 0;
    const bool usable = read->problems().isEmpty();
    const Result<Environment> again = environmentFromJson(toJson(*read));
    if (!again || (usable && *again != *read))
        __builtin_trap();
    const QUrl reached = read->reachable(read->clientId);
    if (!reached.userInfo().isEmpty())
        __builtin_trap();
    (void)read->allowsToken(reached);
    return 0;
}
