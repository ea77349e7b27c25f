// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/jsonsize.h"

namespace podium {

namespace {

/// About the size of its text, up to a limit.
qsizetype roughSize(const Json &value, qsizetype limit)
{
    if (const auto *text = value.get_ptr<const Json::string_t *>())
        return static_cast<qsizetype>(text->size()) + 2;
    qsizetype size = 8;
    if (const auto *members = value.get_ptr<const Json::object_t *>()) {
        for (auto it = members->begin(); it != members->end() && size < limit; ++it)
            size += roughSize(it->second, limit - size) + static_cast<qsizetype>(it->first.size()) + 4;
    } else if (value.is_array()) {
        for (auto it = value.begin(); it != value.end() && size < limit; ++it)
            size += roughSize(*it, limit - size) + 2;
    }
    return size;
}

} // namespace

bool isAsLargeAs(const Json &value, qsizetype bytes)
{
    return roughSize(value, bytes) >= bytes;
}

} // namespace podium
