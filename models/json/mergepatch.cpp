// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/mergepatch.h"

#include "models/json/jsondiff.h"

#include <algorithm>

namespace podium {

namespace {

bool holdsNull(const Json &value)
{
    return value.is_null() || (value.is_structured() && std::any_of(value.begin(), value.end(), holdsNull));
}

/// The service replaces only like by like.
bool isAlike(const Json &before, const Json &after)
{
    return before.is_array() == after.is_array() && before.is_object() == after.is_object();
}

class Patcher
{
public:
    explicit Patcher(QStringList &refused)
        : m_refused(refused)
    {
    }

    Json changedMembers(const Json &before, const Json &after, const QString &pointer)
    {
        Json patch = Json::object();
        for (auto it = after.begin(); it != after.end(); ++it) {
            const auto old = before.find(it.key());
            add(patch, it.key(), old == before.end() ? nullptr : &*old, it.value(), pointer);
        }
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!it->is_null() && !after.contains(it.key()))
                m_refused << at(pointer, it.key());
        }
        return patch;
    }

private:
    static QString at(const QString &pointer, const std::string &name)
    {
        return pointer + u'/' + pointerToken(QString::fromStdString(name));
    }

    void add(Json &patch, const std::string &name, const Json *old, const Json &value, const QString &pointer)
    {
        if (old && isSameJson(*old, value))
            return;
        if (old && old->is_null())
            old = nullptr; // anything can take its place
        if ((old && !isAlike(*old, value)) || (!value.is_object() && holdsNull(value))) {
            m_refused << at(pointer, name);
        } else if (value.is_object()) {
            Json changed = changedMembers(old ? *old : Json::object(), value, at(pointer, name));
            if (!changed.empty() || !old)
                patch[name] = std::move(changed);
        } else {
            patch[name] = value;
        }
    }

    QStringList &m_refused;
};

} // namespace

MergePatch mergePatchOf(const Json &before, const Json &after)
{
    MergePatch result;
    result.patch = Patcher(result.refused).changedMembers(before, after, {});
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
