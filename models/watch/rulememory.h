// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace podium {

/// What a rule has told of already, oldest first. Bounded: the oldest is forgotten.
class ToldKeys
{
public:
    static constexpr qsizetype kMost = 12'000;

    bool contains(const QString &key) const { return m_order.contains(key); }
    bool insert(const QString &key); ///< false when it was there
    bool remove(const QString &key);
    bool keepOnly(const QSet<QString> &keys); ///< whether any went
    void clear() { m_order.clear(); }
    qsizetype size() const { return m_order.size(); }
    QStringList keys() const; ///< oldest first

    bool operator==(const ToldKeys &other) const { return keys() == other.keys(); }

private:
    QHash<QString, quint64> m_order;
    quint64 m_next = 0;
};

/// What a rule knows from before, so that one thing is told once: also over restarts and reconnects. Times are UTC.
struct RuleMemory
{
    bool hasLooked = false; ///< there was a first look: what was so before it is no news
    bool isOver = false;    ///< of numbers: the line is crossed now
    ToldKeys told;
    QList<QDateTime> failures; ///< of ManyFail: when, ascending
    QDateTime upTo;            ///< of OwnRunsEnd: by the server's clock, what ended before is no news

    bool operator==(const RuleMemory &) const = default;
};

QJsonObject toJson(const RuleMemory &memory);
RuleMemory memoryFromJson(const QJsonObject &json); ///< any JSON

} // namespace podium
