// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/silence.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kWord = "podium-ignore"_L1;

QSet<QString> rulesIn(const QString &text)
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    const QStringList words = text.split(gap, Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

} // namespace

Silence::Silence(const DocumentMap &map, const TextPlace &flow)
{
    comments(map);
    metadata(map, flow);
}

void Silence::comments(const DocumentMap &map)
{
    const QByteArray &text = map.text();
    const QByteArray word(kWord.data(), kWord.size());
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const QByteArray before = text.mid(map.lineBegin(at), at - map.lineBegin(at)).trimmed();
        if (!before.endsWith('#'))
            continue;
        const QSet<QString> rules =
            rulesIn(QString::fromUtf8(text.mid(at + word.size(), map.lineEnd(at) - at - word.size())));
        if (before.size() > 1) {
            m_orders.append({{map.lineBegin(at), map.lineEnd(at) + 1}, rules});
            continue;
        }
        qsizetype next = at;
        while (next < text.size() && (text.at(next) == ' ' || text.at(next) == '\n' || text.at(next) == '\r' ||
                                      text.at(next) == '#' || next == at))
            next = text.at(next) == '#' || next == at ? map.lineEnd(next) : next + 1;
        const int node = map.nodeAround(next);
        // nodeAround() goes in as far as it can: what begins here is meant.
        DocumentMap::Entry entry = map.entryOf(node);
        while (entry.parent >= 0 && map.entryOf(entry.parent).parent >= 0 && map.entryOf(entry.parent).begin >= next)
            entry = map.entryOf(entry.parent);
        const bool top = entry.parent < 0 || (entry.position == 0 && map.entryOf(entry.parent).parent < 0);
        m_orders.append({top ? ByteRange{0, text.size() + 1} : ByteRange{entry.begin, entry.end + 1}, rules});
    }
}

void Silence::metadata(const DocumentMap &map, const TextPlace &flow)
{
    const auto order = [this](const TextPlace &part, ByteRange range) {
        if (const TextPlace rules = part["metadata"_L1][kWord]; rules.isScalar())
            m_orders.append({range, rulesIn(rules.string())});
    };
    order(flow, {0, map.text().size() + 1});
    for (const TextPlace &state : flow["states"_L1].items())
        order(state, map.extent(state.index()));
}

bool Silence::covers(const QString &rule, qsizetype offset) const
{
    for (const Order &order : m_orders) {
        if (order.range.contains(offset) && order.rules.contains(rule))
            return true;
    }
    return false;
}

} // namespace podium
