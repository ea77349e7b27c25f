// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/inputs/inputjson.h"

#include <cstddef>
#include <cstdint>

using namespace podium;

/// A file of kept inputs of any bytes is read or refused; what was read survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto presets = presetsFromJson(text)) {
        const auto again = presetsFromJson(toJson(*presets));
        if (!again || again->size() != presets->size())
            __builtin_trap();
    }
    if (const auto history = historyFromJson(text)) {
        const auto again = historyFromJson(toJson(*history));
        if (!again || again->size() != history->size())
            __builtin_trap();
    }
    if (const auto key = keyFromJson(text); key && *keyFromJson(toJson(*key)) != *key)
        __builtin_trap();
    if (const auto draft = draftFromJson(text); draft && !draftFromJson(toJson(*draft)))
        __builtin_trap();
    if (const auto preset = presetFromFile(text, QStringLiteral("x")); preset && !preset->input)
        __builtin_trap();
    return 0;
}
