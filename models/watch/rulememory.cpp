// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/rulememory.h"

#include <QJsonArray>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostFailures = 10'000;
constexpr qsizetype kLongestKey = 512;
} // namespace

bool ToldKeys::insert(const QString &key)
{
    if (m_order.contains(key))
        return false;
    m_order.insert(key, m_next++);
    if (m_order.size() > kMost) {
        // A tenth at once, so that a flood does not look for the oldest each time.
        const QStringList oldest = keys().mid(0, kMost / 10);
        for (const QString &old : oldest)
            m_order.remove(old);
    }
    return true;
}

bool ToldKeys::remove(const QString &key)
{
    return m_order.remove(key);
}

bool ToldKeys::keepOnly(const QSet<QString> &keys)
{
    return m_order.removeIf([&](const std::pair<const QString &, quint64 &> &e) { return !keys.contains(e.first); }) >
           0;
}

QStringList ToldKeys::keys() const
{
    QStringList all = m_order.keys();
    std::sort(all.begin(), all.end(),
              [this](const QString &a, const QString &b) { return m_order.value(a) < m_order.value(b); });
    return all;
}

QJsonObject toJson(const RuleMemory &memory)
{
    QJsonObject json;
    if (memory.hasLooked)
        json.insert(u"looked"_s, true);
    if (memory.isOver)
        json.insert(u"over"_s, true);
    if (memory.told.size() > 0)
        json.insert(u"told"_s, QJsonArray::fromStringList(memory.told.keys()));
    if (memory.upTo.isValid())
        json.insert(u"upTo"_s, memory.upTo.toMSecsSinceEpoch());
    QJsonArray failures;
    for (const QDateTime &failure : memory.failures)
        failures << failure.toMSecsSinceEpoch();
    if (!failures.isEmpty())
        json.insert(u"failures"_s, failures);
    return json;
}

RuleMemory memoryFromJson(const QJsonObject &json)
{
    RuleMemory memory;
    memory.hasLooked = json.value("looked"_L1).toBool();
    memory.isOver = json.value("over"_L1).toBool();
    const QJsonArray told = json.value("told"_L1).toArray();
    for (const QJsonValue &key : told) {
        if (key.isString() && key.toString().size() <= kLongestKey)
            memory.told.insert(key.toString());
    }
    if (json.value("upTo"_L1).isDouble())
        memory.upTo = QDateTime::fromMSecsSinceEpoch(json.value("upTo"_L1).toInteger(), Qt::UTC);
    const QJsonArray failures = json.value("failures"_L1).toArray();
    for (const QJsonValue &failure : failures) {
        if (failure.isDouble() && memory.failures.size() < kMostFailures)
            memory.failures << QDateTime::fromMSecsSinceEpoch(failure.toInteger(), Qt::UTC);
    }
    std::sort(memory.failures.begin(), memory.failures.end());
    return memory;
}

} // namespace podium
