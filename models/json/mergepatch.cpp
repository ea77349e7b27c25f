// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/mergepatch.h"

#include "models/json/jsondiff.h"

namespace podium {

namespace {

Json changedMembers(const Json &before, const Json &after, const QString &pointer, QStringList &removed)
{
    Json patch = Json::object();
    for (auto it = after.begin(); it != after.end(); ++it) {
        const auto old = before.find(it.key());
        if (old == before.end()) {
            patch[it.key()] = it.value();
        } else if (old->is_object() && it->is_object()) {
            const QString below = pointer + u'/' + pointerToken(QString::fromStdString(it.key()));
            Json changed = changedMembers(*old, *it, below, removed);
            if (!changed.empty())
                patch[it.key()] = std::move(changed);
        } else if (!isSameJson(*old, *it)) {
            patch[it.key()] = it.value();
        }
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            removed << pointer + u'/' + pointerToken(QString::fromStdString(it.key()));
    }
    return patch;
}

} // namespace

MergePatch mergePatchOf(const Json &before, const Json &after)
{
    MergePatch result;
    result.patch = changedMembers(before, after, {}, result.removed);
    return result;
}

Json merged(const Json &target, const Json &patch)
{
    if (!target.is_object() || !patch.is_object())
        return patch;
    Json result = target;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const auto old = result.find(it.key());
        if (old == result.end())
            result[it.key()] = it.value();
        else
            *old = merged(*old, it.value());
    }
    return result;
}

} // namespace podium
