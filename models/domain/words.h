// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace podium {

/// The words that a file has for the values of an enumeration.
template <typename Value, std::size_t size>
using Words = std::array<std::pair<Value, const char *>, size>;

/// "" for a value without a word.
template <typename Value, std::size_t size>
QString wordIn(const Words<Value, size> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return QString::fromLatin1(word);
    }
    return {};
}

template <typename Value, std::size_t size>
std::optional<Value> valueOf(const Words<Value, size> &words, const QString &text)
{
    for (const auto &[value, word] : words) {
        if (text == QLatin1StringView(word))
            return value;
    }
    return {};
}

} // namespace podium
