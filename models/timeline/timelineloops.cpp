// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinebuilder.h"

#include <QCoreApplication>

#include <algorithm>

// The rounds of loops over a collection. The server tells which node a visit is of, not which item of the collection:
// where that cannot be worked out, the visits stay together without a number.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

} // namespace

void TimelineBuilder::splitLoops()
{
    const int count = static_cast<int>(m_items.size());
    for (int i = 0; i < count; ++i) {
        if (at(i).place && at(i).place->repeats && !at(i).leaf())
            splitLoop(i);
    }
}

void TimelineBuilder::splitLoop(int loop)
{
    std::vector<int> starts; // the compiler puts a start in front of each round
    std::vector<int> parts;
    QSet<QString> definitions;
    for (const int child : at(loop).children) {
        if (at(child).row.type == "StartNode"_L1) {
            starts.push_back(child);
        } else if (!at(child).row.internal && at(child).row.kind != Kind::Caught) {
            parts.push_back(child);
            definitions.insert(at(child).row.definitionId);
        }
    }
    std::vector<int> rounds = windowsOf(starts, parts);
    if (definitions.size() == 1 || !fits(parts, rounds))
        rounds = roundsOf(parts);
    if (rounds.empty())
        return;
    for (size_t i = 0; i < parts.size(); ++i)
        at(parts[i]).row.iteration = rounds[i] + 1;
    if (definitions.size() == 1)
        return; // one lane for each round already

    const int last = *std::max_element(rounds.begin(), rounds.end());
    std::vector<int> groups(static_cast<size_t>(last) + 1, -1);
    std::vector<int> children;
    for (size_t i = 0; i < parts.size(); ++i) {
        int &group = groups[static_cast<size_t>(rounds[i])];
        if (group < 0) {
            const QString number = QString::number(rounds[i] + 1);
            group = addGroup(loop, Kind::Iteration, at(loop).row.key + u"/iteration:"_s + number, nullptr);
            Item &item = at(group);
            item.row.title = Texts::tr("Iteration %1").arg(number);
            item.row.state = at(loop).row.state;
            item.row.iteration = rounds[i] + 1;
            item.row.from = at(parts[i]).row.from;
            item.row.timed = at(parts[i]).row.timed;
            children.push_back(group);
        }
        at(parts[i]).row.parent = group;
        at(group).children.push_back(parts[i]);
    }
    for (const int child : at(loop).children) {
        if (at(child).row.parent == loop)
            children.push_back(child);
    }
    sortChildren(children);
    at(loop).children = std::move(children);
}

/// One round after the other: a part belongs to the start before it.
std::vector<int> TimelineBuilder::windowsOf(const std::vector<int> &starts, const std::vector<int> &parts) const
{
    std::vector<int> rounds;
    if (starts.empty())
        return rounds;
    rounds.reserve(parts.size());
    for (const int part : parts) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), at(part).row.from,
                                            [this](qint64 time, int start) { return time < at(start).row.from; });
        rounds.push_back(std::max(0, static_cast<int>(after - starts.begin()) - 1));
    }
    return rounds;
}

/// All rounds at a time, or too quick to be told apart: the visits of each node one after the other. Only where all
/// nodes were visited as often, else an action has a condition, and nothing tells which rounds left it out.
std::vector<int> TimelineBuilder::roundsOf(const std::vector<int> &parts) const
{
    std::vector<int> rounds;
    QHash<QString, int> visits;
    for (const int part : parts) {
        int &count = visits[at(part).row.definitionId];
        count += at(part).row.attempt > 1 ? 0 : 1;
        rounds.push_back(std::max(0, count - 1));
    }
    const int first = visits.isEmpty() ? 0 : *visits.cbegin();
    const bool alike = std::all_of(visits.cbegin(), visits.cend(), [first](int count) { return count == first; });
    return alike ? rounds : std::vector<int>();
}

/// Whether no node was visited twice in a round, but to repeat it.
bool TimelineBuilder::fits(const std::vector<int> &parts, const std::vector<int> &rounds) const
{
    if (rounds.size() != parts.size() || parts.empty())
        return false;
    QSet<std::pair<QString, int>> seen;
    for (size_t i = 0; i < parts.size(); ++i) {
        const TimelineRow &row = at(parts[i]).row;
        const std::pair<QString, int> key{row.definitionId, rounds[i]};
        if (row.attempt == 1 && seen.contains(key))
            return false;
        seen.insert(key);
    }
    return true;
}

} // namespace podium
