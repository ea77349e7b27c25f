// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/partnames.h"

#include <QSet>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class NameCollector
{
public:
    explicit NameCollector(const TextTree &tree)
        : m_tree(tree)
    {
    }

    QList<PartName> collect(const TextPlace &flow)
    {
        for (const auto kind :
             {PartKind::State, PartKind::Function, PartKind::Event, PartKind::Error, PartKind::Retry, PartKind::Auth}) {
            for (const TextPlace &item : flow[QLatin1StringView(listOf(kind).toLatin1())].items())
                add(kind, item["name"_L1], true);
        }
        const TextPlace start = flow["start"_L1];
        add(PartKind::State, start.isMapping() ? start["stateName"_L1] : start, false);
        walk(flow);
        std::stable_sort(m_names.begin(), m_names.end(), [this](const PartName &a, const PartName &b) {
            return m_tree.node(a.node).span.begin < m_tree.node(b.node).span.begin;
        });
        return m_names;
    }

private:
    void add(PartKind kind, const TextPlace &place, bool definition)
    {
        if (!place.isScalar() || place.string().isEmpty() || m_seen.contains(place.index()))
            return;
        m_seen.insert(place.index());
        m_names.append({kind, place.string(), place.index(), definition});
    }

    void addAll(PartKind kind, const TextPlace &places)
    {
        add(kind, places, false);
        for (const TextPlace &place : places.items())
            add(kind, place, false);
    }

    /// Data of the user's own, in which names mean nothing.
    static bool isData(const QString &key)
    {
        static const QSet<QString> keys{
            u"data"_s,       u"metadata"_s,    u"arguments"_s,         u"constants"_s,
            u"extensions"_s, u"annotations"_s, u"contextAttributes"_s, u"dataInputSchema"_s};
        return keys.contains(key);
    }

    void member(const QString &key, const TextPlace &value)
    {
        if (key == "transition"_L1 || key == "nextState"_L1 || key == "compensatedBy"_L1 || key == "runBefore"_L1)
            add(PartKind::State, value, false);
        else if (key == "functionRef"_L1)
            add(PartKind::Function, value.isMapping() ? value["refName"_L1] : value, false);
        else if (key == "eventRef"_L1 || key == "eventRefs"_L1 || key == "triggerEventRef"_L1 ||
                 key == "resultEventRef"_L1)
            addAll(PartKind::Event, value);
        else if (key == "errorRef"_L1 || key == "errorRefs"_L1 || key == "retryableErrors"_L1 ||
                 key == "nonRetryableErrors"_L1)
            addAll(PartKind::Error, value);
        else if (key == "retryRef"_L1)
            add(PartKind::Retry, value, false);
        else if (key == "authRef"_L1)
            add(PartKind::Auth, value, false);
    }

    void walk(const TextPlace &place)
    {
        if (!place.exists() || m_walked.contains(place.index()))
            return;
        m_walked.insert(place.index());
        for (const auto &[key, value] : place.members()) {
            if (isData(key.string()))
                continue;
            member(key.string(), value);
            walk(value);
        }
        for (const TextPlace &item : place.items())
            walk(item);
    }

    const TextTree &m_tree;
    QList<PartName> m_names;
    QSet<int> m_seen;
    QSet<int> m_walked;
};

} // namespace

QString listOf(PartKind kind)
{
    switch (kind) {
    case PartKind::State:
        return u"states"_s;
    case PartKind::Function:
        return u"functions"_s;
    case PartKind::Event:
        return u"events"_s;
    case PartKind::Error:
        return u"errors"_s;
    case PartKind::Retry:
        return u"retries"_s;
    case PartKind::Auth:
        return u"auth"_s;
    }
    return {};
}

TextPlace flowRoot(const TextTree &tree)
{
    const TextPlace root = TextPlace::rootOf(tree);
    const TextPlace flow = root["spec"_L1]["flow"_L1];
    return flow.isMapping() && !root.has("states"_L1) ? flow : root;
}

QList<PartName> partNames(const TextTree &tree, const TextPlace &flow)
{
    return NameCollector(tree).collect(flow);
}

} // namespace podium
