// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/textpatch.h"

#include <algorithm>

namespace podium {

bool TextEdit::applyTo(QByteArray &text) const
{
    qsizetype end = 0;
    for (const TextPatch &patch : patches) {
        if (patch.offset < end || patch.offset + patch.removed.size() > text.size() ||
            QByteArrayView(text).sliced(patch.offset, patch.removed.size()) != patch.removed)
            return false;
        end = patch.offset + patch.removed.size();
    }
    for (auto patch = patches.crbegin(); patch != patches.crend(); ++patch)
        text.replace(patch->offset, patch->removed.size(), patch->inserted);
    return true;
}

TextEdit TextEdit::inverse() const
{
    TextEdit back{label, {}};
    qsizetype shift = 0;
    for (const TextPatch &patch : patches) {
        back.patches.append({patch.offset + shift, patch.inserted, patch.removed});
        shift += patch.inserted.size() - patch.removed.size();
    }
    return back;
}

qsizetype TextEdit::mapped(qsizetype offset, bool after) const
{
    qsizetype shift = 0;
    for (const TextPatch &patch : patches) {
        if (offset < patch.offset || (offset == patch.offset && !after))
            break;
        const qsizetype end = patch.offset + patch.removed.size();
        if (offset < end || (offset == end && !after && !patch.removed.isEmpty() && offset != patch.offset))
            return patch.offset + shift + (after || offset == end ? patch.inserted.size() : 0);
        shift += patch.inserted.size() - patch.removed.size();
    }
    return offset + shift;
}

void TextEdit::tidy()
{
    for (TextPatch &patch : patches) {
        const auto common =
            std::mismatch(patch.removed.cbegin(), patch.removed.cend(), patch.inserted.cbegin(), patch.inserted.cend());
        const qsizetype front = common.first - patch.removed.cbegin();
        qsizetype back = 0;
        const qsizetype most = std::min(patch.removed.size(), patch.inserted.size()) - front;
        while (back < most &&
               patch.removed.at(patch.removed.size() - 1 - back) == patch.inserted.at(patch.inserted.size() - 1 - back))
            ++back;
        patch.offset += front;
        patch.removed = patch.removed.mid(front, patch.removed.size() - front - back);
        patch.inserted = patch.inserted.mid(front, patch.inserted.size() - front - back);
    }
    patches.removeIf([](const TextPatch &patch) { return patch.removed == patch.inserted; });
    std::stable_sort(patches.begin(), patches.end(),
                     [](const TextPatch &a, const TextPatch &b) { return a.offset < b.offset; });
}

} // namespace podium
