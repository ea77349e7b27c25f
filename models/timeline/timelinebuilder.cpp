// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinebuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QDateTime began(const NodeInstance &visit)
{
    return visit.enter.isValid() ? visit.enter : visit.exit;
}

TimelineRow::Kind rowKind(NodePlace::Kind kind)
{
    switch (kind) {
    case NodePlace::Kind::Boundary:
        return TimelineRow::Kind::Boundary;
    case NodePlace::Kind::State:
        return TimelineRow::Kind::State;
    case NodePlace::Kind::Branch:
        return TimelineRow::Kind::Branch;
    case NodePlace::Kind::Action:
        return TimelineRow::Kind::Action;
    case NodePlace::Kind::Part:
        return TimelineRow::Kind::Part;
    case NodePlace::Kind::Caught:
        return TimelineRow::Kind::Caught;
    case NodePlace::Kind::Internal:
        break;
    }
    return TimelineRow::Kind::Internal;
}

} // namespace

TimelineBuilder::TimelineBuilder(const QHash<QString, NodePlace> &places, const WorkflowInstance &instance)
    : m_places(places)
    , m_instance(instance)
    // An end while the state is still ACTIVE: the state event is on its way, nothing moves any more.
    , m_moves(!isFinal(instance.state) && instance.state != InstanceState::Error && !instance.end.isValid())
{
}

Timeline TimelineBuilder::run()
{
    Timeline timeline;
    timeline.instanceId = m_instance.id;
    timeline.visits = m_instance.nodes;
    timeline.moves = m_moves;
    readTimes();
    readVisits();
    findRepeats();
    attach();
    countAttempts();
    findCaught();
    splitLoops();
    setStates();
    settleChoices();
    for (const int root : m_roots)
        closeFrames(root);
    emitRows(timeline);
    measure(timeline);
    return timeline;
}

void TimelineBuilder::readTimes()
{
    const auto take = [this](const QDateTime &time) {
        if (!time.isValid())
            return;
        const qint64 ms = time.toMSecsSinceEpoch();
        m_begin = m_timed ? std::min(m_begin, ms) : ms;
        m_end = m_timed ? std::max(m_end, ms) : ms;
        m_timed = true;
    };
    for (const NodeInstance &visit : m_instance.nodes) {
        take(visit.enter);
        take(visit.exit);
    }
    take(m_instance.start);
    take(m_instance.end);
    // The server does not tell when a node failed, but when the run came to a stop.
    if (m_instance.state == InstanceState::Error && m_timed && m_instance.lastUpdate.toMSecsSinceEpoch() > m_begin)
        take(m_instance.lastUpdate);
}

void TimelineBuilder::readVisits()
{
    m_items.reserve(static_cast<size_t>(m_instance.nodes.size()) * 5 / 4);
    QHash<QString, int> seen;
    for (const NodeInstance &visit : m_instance.nodes) {
        const int index = static_cast<int>(m_items.size());
        Item item;
        item.visit = &visit;
        const auto place = m_places.constFind(visit.definitionId);
        item.place = place == m_places.cend() ? nullptr : &*place;
        TimelineRow &row = item.row;
        row.visit = index;
        row.key = visit.id;
        if (visit.id.isEmpty() || seen.contains(visit.id))
            row.key = visit.id + u"#"_s + QString::number(index);
        seen.insert(row.key, index);
        row.type = visit.type;
        row.definitionId = visit.definitionId;
        row.error = visit.errorMessage;
        row.waits = isWaitingType(visit.type);
        row.timed = began(visit).isValid();
        row.ended = visit.exit.isValid();
        if (row.timed) {
            row.from = began(visit).toMSecsSinceEpoch();
            row.to = row.ended ? std::max(row.from, visit.exit.toMSecsSinceEpoch()) : row.from;
        }
        nameRow(item);
        if (!visit.definitionId.isEmpty())
            m_visitsOf[visit.definitionId].push_back(index);
        m_items.push_back(std::move(item));
    }
    for (std::vector<int> &visits : m_visitsOf)
        sortChildren(visits);
}

void TimelineBuilder::nameRow(Item &item) const
{
    TimelineRow &row = item.row;
    const QString name = item.visit ? item.visit->name : QString();
    row.title = name;
    if (const NodePlace *place = item.place) {
        row.kind = rowKind(place->kind);
        row.state = place->state;
        row.branch = place->branch;
        row.action = place->action;
        row.internal = place->kind == NodePlace::Kind::Internal;
        if (row.kind == Kind::State)
            row.title = place->state;
        else if (row.kind == Kind::Branch)
            row.title = place->branch;
        else if (row.kind == Kind::Action)
            row.title = place->action;
        else if (row.kind == Kind::Caught)
            row.title = Texts::tr("Error caught");
        else if (row.kind == Kind::Part && name.startsWith("TimerNode_"_L1)) // the compiler's name for one without
            row.title = Texts::tr("Timer");
        if (row.kind == Kind::Part)
            row.subtitle = place->action;
        else if (row.kind == Kind::Boundary)
            row.subtitle = place->state;
        else if (row.kind == Kind::Caught)
            row.subtitle = name.mid(u"Error-"_s.size() + place->state.size() + 1);
    } else if (item.visit) {
        row.internal = NodeDefinition{{}, name, {}, {}, {}, {}, {}}.isInternal();
    }
    if (row.title.isEmpty())
        row.title = !row.type.isEmpty() ? row.type : row.key;
}

bool TimelineBuilder::inLoop(const NodePlace *place) const
{
    for (int depth = 0; place && depth < 8; ++depth) {
        const auto holder = m_places.constFind(place->container);
        place = holder == m_places.cend() ? nullptr : &*holder;
        if (place && place->repeats)
            return true;
    }
    return false;
}

/// A visit that never ended and was entered again was repeated, or left behind. In a loop over a collection it may just
/// be another item, unless it failed or the server says that the next one repeats it.
void TimelineBuilder::findRepeats()
{
    for (const std::vector<int> &visits : std::as_const(m_visitsOf)) {
        for (size_t i = 0; i + 1 < visits.size(); ++i) {
            Item &item = at(visits[i]);
            const Item &next = at(visits[i + 1]);
            if (!item.open() || !next.row.timed)
                continue;
            const bool told = !item.visit->errorMessage.isEmpty() || !item.visit->cancelType.isEmpty() ||
                              next.visit->retrigger.value_or(false);
            if (!told && inLoop(item.place))
                continue;
            item.superseded = true;
            item.replacedAt = next.row.from;
        }
    }
}

void TimelineBuilder::attach()
{
    const int visits = static_cast<int>(m_items.size());
    for (int i = 0; i < visits; ++i) {
        const int holder = holderOf(i);
        at(i).row.parent = holder;
        (holder < 0 ? m_roots : at(holder).children).push_back(i);
    }
    // A group begins with the first visit in it.
    for (int i = 0; i < visits; ++i) {
        for (int up = at(i).row.parent; at(i).row.timed && up >= visits; up = at(up).row.parent) {
            TimelineRow &group = at(up).row;
            group.from = group.timed ? std::min(group.from, at(i).row.from) : at(i).row.from;
            group.timed = true;
        }
    }
    for (Item &item : m_items)
        sortChildren(item.children);
    sortChildren(m_roots);
}

/// The visit of the container that was the last to begin before this one.
int TimelineBuilder::holderOf(int index)
{
    const Item &item = at(index);
    if (!item.place || item.place->container.isEmpty())
        return -1;
    const auto found = m_visitsOf.constFind(item.place->container);
    if (found == m_visitsOf.cend())
        return groupFor(item.place->container);
    int holder = found->back();
    if (item.row.timed) {
        const auto after = std::upper_bound(found->cbegin(), found->cend(), item.row.from, [this](qint64 time, int i) {
            return !at(i).row.timed || time < at(i).row.from;
        });
        holder = after == found->cbegin() ? found->front() : *(after - 1);
    }
    // Definitions whose ids repeat could hold each other.
    for (int up = holder; up >= 0; up = at(up).row.parent) {
        if (up == index)
            return -1;
    }
    return holder;
}

int TimelineBuilder::groupFor(const QString &container)
{
    if (const int known = m_groups.value(container, -1); known >= 0)
        return known;
    const auto place = m_places.constFind(container);
    if (place == m_places.cend())
        return -1;
    const int index = addGroup(-1, rowKind(place->kind), u"group:"_s + container, &*place);
    m_groups.insert(container, index); // before its own holder is looked for: that could be itself
    int holder = -1;
    if (!place->container.isEmpty() && place->container != container) {
        const auto visits = m_visitsOf.constFind(place->container);
        holder = visits != m_visitsOf.cend() ? visits->back() : groupFor(place->container);
    }
    for (int up = holder; up >= 0; up = at(up).row.parent) {
        if (up == index)
            holder = -1;
    }
    at(index).row.parent = holder;
    (holder < 0 ? m_roots : at(holder).children).push_back(index);
    return index;
}

int TimelineBuilder::addGroup(int parent, Kind kind, const QString &key, const NodePlace *place)
{
    Item item;
    item.place = place;
    item.row.key = key;
    item.row.parent = parent;
    if (place)
        nameRow(item);
    item.row.kind = kind;
    item.row.internal = false;
    m_items.push_back(std::move(item));
    return static_cast<int>(m_items.size()) - 1;
}

void TimelineBuilder::countAttempts()
{
    for (const std::vector<int> &visits : std::as_const(m_visitsOf)) {
        QHash<int, int> lastIn; // holder → the visit before
        for (const int index : visits) {
            Item &item = at(index);
            const int before = lastIn.value(item.row.parent, -1);
            const bool told = item.visit->retrigger.value_or(false);
            if (before >= 0 && (at(before).superseded || told))
                item.row.attempt = at(before).row.attempt + 1;
            else if (told)
                item.row.attempt = 2;
            lastIn.insert(item.row.parent, index);
        }
    }
}

/// By their beginning, what began within one millisecond by the numbering of the compiler; what has no time keeps its
/// place at the end.
void TimelineBuilder::sortChildren(std::vector<int> &children) const
{
    const auto rank = [](const Item &item) {
        const bool start = item.row.type == "StartNode"_L1;
        const int side = start ? 0 : item.row.type == "EndNode"_L1 ? 2 : 1;
        return std::pair(side, item.place ? item.place->order : 0);
    };
    const auto before = [this, rank](int a, int b) {
        const TimelineRow &first = at(a).row;
        const TimelineRow &second = at(b).row;
        if (first.timed != second.timed)
            return first.timed;
        if (!first.timed)
            return false;
        return first.from != second.from ? first.from < second.from : rank(at(a)) < rank(at(b));
    };
    std::stable_sort(children.begin(), children.end(), before);
}

void TimelineBuilder::emitRows(Timeline &timeline)
{
    timeline.rows.reserve(static_cast<qsizetype>(m_items.size()));
    const auto place = [&](const auto &self, int index, int parent, int depth) -> void {
        Item &item = at(index);
        const int row = static_cast<int>(timeline.rows.size());
        item.row.parent = parent;
        item.row.depth = depth;
        timeline.rowOfKey.insert(item.row.key, row);
        timeline.rows.append(std::move(item.row));
        for (const int child : item.children)
            self(self, child, row, depth + 1);
        timeline.rows[row].end = static_cast<int>(timeline.rows.size());
    };
    for (const int root : m_roots)
        place(place, root, -1, 0);
}

} // namespace podium
