// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/failuregroups.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Key = std::tuple<QString, QString, QString>;

Key sortableKey(const FailureKey &key)
{
    return {key.workflowId, key.nodeDefinitionId, key.pattern};
}

/// What is being collected of a group.
struct Collected
{
    FailureGroup group;
    QList<QDateTime> starts;
};

void take(Collected &into, const WorkflowInstance &instance, const SeenFailures *seen)
{
    FailureGroup &group = into.group;
    ++group.count;
    if (seen && seen->isNew(instance))
        ++group.fresh;
    const bool isLater = instance.start.isValid() && (!group.last.isValid() || instance.start > group.last);
    if (group.count == 1 || isLater) {
        group.workflowName = instance.workflowName;
        group.version = instance.version;
        group.message = instance.error ? instance.error->message : QString();
    }
    if (instance.start.isValid()) {
        into.starts << instance.start;
        if (!group.first.isValid() || instance.start < group.first)
            group.first = instance.start;
        if (isLater)
            group.last = instance.start;
    }
}

bool moreUrgent(const FailureGroup &a, const FailureGroup &b)
{
    if ((a.fresh > 0) != (b.fresh > 0))
        return a.fresh > 0;
    if (a.count != b.count)
        return a.count > b.count;
    if (a.last != b.last)
        return a.last > b.last;
    return sortableKey(a.key) < sortableKey(b.key);
}

} // namespace

void SeenFailures::add(const QStringList &ids, const QDateTime &from)
{
    if (m_marks.size() + ids.size() > kMost) {
        m_marks.clear();
        m_from = {};
    }
    for (const QString &id : ids)
        m_marks.insert(markOf(id));
    if (!m_from.isValid() || from < m_from)
        m_from = from;
}

bool SeenFailures::isNew(const WorkflowInstance &run) const
{
    return m_from.isValid() && run.start.isValid() && run.start >= m_from && !m_marks.contains(markOf(run.id));
}

/// FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv): the same on every start, which qHash() is not.
quint32 SeenFailures::markOf(const QString &id)
{
    quint32 mark = 2166136261U;
    const QByteArray bytes = id.toUtf8();
    for (const char byte : bytes)
        mark = (mark ^ static_cast<unsigned char>(byte)) * 16777619U;
    return mark;
}

QString SeenFailures::toText() const
{
    if (!m_from.isValid())
        return {};
    QList<quint32> marks(m_marks.cbegin(), m_marks.cend());
    std::sort(marks.begin(), marks.end());
    QByteArray bytes;
    for (const quint32 mark : std::as_const(marks)) {
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.append(static_cast<char>((mark >> shift) & 0xffU));
    }
    return QString::number(m_from.toMSecsSinceEpoch()) % u' ' % QString::fromLatin1(bytes.toBase64());
}

SeenFailures SeenFailures::fromText(const QString &text)
{
    SeenFailures seen;
    bool isNumber = false;
    const qint64 from = text.section(u' ', 0, 0).toLongLong(&isNumber);
    if (!isNumber)
        return seen;
    seen.m_from = QDateTime::fromMSecsSinceEpoch(from, Qt::UTC);
    const QByteArray bytes = QByteArray::fromBase64(text.section(u' ', 1).toLatin1());
    for (qsizetype i = 0; i + 4 <= bytes.size() && seen.m_marks.size() < kMost; i += 4) {
        quint32 mark = 0;
        for (qsizetype j = i; j < i + 4; ++j)
            mark = (mark << 8) | static_cast<unsigned char>(bytes.at(j));
        seen.m_marks.insert(mark);
    }
    return seen;
}

QList<FailureGroup> failureGroups(const QList<WorkflowInstance> &failed, const Series &series, const SeenFailures *seen)
{
    QHash<FailureKey, qsizetype> places;
    QSet<QString> taken;
    QList<Collected> collected;
    for (const WorkflowInstance &instance : failed) {
        if (instance.state != InstanceState::Error || taken.contains(instance.id))
            continue;
        taken.insert(instance.id);
        const FailureKey key = failureKeyOf(instance);
        const auto found = places.constFind(key);
        const qsizetype at = found == places.cend() ? collected.size() : *found;
        if (found == places.cend()) {
            places.insert(key, at);
            collected.append(Collected{});
            collected.last().group.key = key;
        }
        take(collected[at], instance, seen);
    }
    QList<FailureGroup> groups;
    for (Collected &each : collected) {
        each.group.steps = countIn(series, each.starts);
        each.group.literal = searchablePart(each.group.message);
        groups << std::move(each.group);
    }
    std::sort(groups.begin(), groups.end(), moreUrgent);
    return groups;
}

} // namespace podium
