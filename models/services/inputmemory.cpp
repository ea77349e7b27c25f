// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/inputmemory.h"

#include <algorithm>

namespace podium {

QList<InputPreset> withPreset(QList<InputPreset> presets, const InputPreset &preset)
{
    presets.removeIf([&preset](const InputPreset &other) { return other.name == preset.name; });
    presets << preset;
    std::sort(presets.begin(), presets.end(), [](const InputPreset &a, const InputPreset &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return presets;
}

} // namespace podium
