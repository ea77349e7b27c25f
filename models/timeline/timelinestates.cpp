// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timelinebuilder.h"

#include <algorithm>

// What became of each visit, and when.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// Nodes that only lead on: when they were left is when the server stored it, no work.
bool isPassage(const QString &type)
{
    return type == "StartNode"_L1 || type == "EndNode"_L1 || type == "Split"_L1 || type == "Join"_L1 ||
           type == "BoundaryEventNode"_L1;
}

qint64 lengthOf(const QList<TimeSpan> &spans)
{
    qint64 sum = 0;
    for (const TimeSpan &span : spans)
        sum += span.to - span.from;
    return sum;
}

} // namespace

/// The node that caught an error was entered; the state itself and the action that failed stay open for ever.
void TimelineBuilder::findCaught()
{
    QHash<QString, std::vector<int>> stateVisits; // what opens and closes around a state, or is all of it
    std::vector<int> caught;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const TimelineRow &row = at(i).row;
        if (row.kind == Kind::Caught)
            caught.push_back(i);
        else if (row.kind == Kind::State && at(i).open())
            stateVisits[row.state].push_back(i);
    }
    sortChildren(caught);
    QHash<QString, size_t> next;
    for (const int each : caught) {
        std::vector<int> &visits = stateVisits[at(each).row.state];
        size_t &used = next[at(each).row.state];
        if (used == 0)
            sortChildren(visits);
        if (used >= visits.size())
            continue;
        Item &failed = at(visits[used++]);
        failed.caught = true;
        if (failed.row.error.isEmpty())
            failed.row.error = at(each).row.subtitle;
        for (const int child : failed.children) {
            Item &part = at(child);
            if (!part.open() || part.row.internal || part.row.kind == Kind::Caught)
                continue;
            part.caught = true;
            if (part.row.error.isEmpty())
                part.row.error = at(each).row.subtitle;
        }
    }
}

void TimelineBuilder::setStates()
{
    for (Item &item : m_items) {
        if (!item.visit)
            continue;
        item.row.status = statusOf(item);
        setEnd(item);
    }
}

TimelineBuilder::Status TimelineBuilder::statusOf(const Item &item) const
{
    const NodeInstance &visit = *item.visit;
    const QString cancel = visit.cancelType.toUpper();
    if (cancel == "SKIPPED"_L1)
        return Status::Skipped;
    if (cancel == "ABORTED"_L1)
        return Status::Aborted;
    if (cancel == "OBSOLETE"_L1)
        return Status::Repeated;
    const bool last = !item.superseded;
    // A skip ends the node and leaves the error of the instance; a repair clears it.
    if (last && m_instance.state == InstanceState::Completed && m_instance.error && m_instance.error->isOf(visit))
        return Status::Skipped;
    if (!item.open())
        return visit.errorMessage.isEmpty() ? Status::Done : Status::Failed;
    if (!visit.errorMessage.isEmpty() || item.caught)
        return Status::Failed;
    if (!last)
        return Status::Repeated;
    return openStatus(item);
}

TimelineBuilder::Status TimelineBuilder::openStatus(const Item &item) const
{
    switch (m_instance.state) {
    case InstanceState::Error:
        return m_instance.error && m_instance.error->isOf(*item.visit) ? Status::Failed : Status::Open;
    case InstanceState::Aborted:
        return Status::Aborted;
    case InstanceState::Completed:
        return Status::Open;
    default:
        break;
    }
    if (!m_moves)
        return Status::Open;
    const bool active = m_instance.state == InstanceState::Active || m_instance.state == InstanceState::Unknown;
    return item.row.waits || !active ? Status::Waiting : Status::Running;
}

void TimelineBuilder::setEnd(Item &item) const
{
    TimelineRow &row = item.row;
    if (!item.open() || !row.timed)
        return;
    switch (row.status) {
    case Status::Running:
    case Status::Waiting:
        row.grows = true;
        row.to = std::max(row.from, m_end);
        break;
    case Status::Repeated:
        if (item.superseded)
            row.to = std::max(row.from, item.replacedAt);
        break;
    case Status::Failed:
        // When it failed is not told: surely before it was repeated, and the run of a failed instance stops with it.
        if (!item.superseded && m_instance.state == InstanceState::Error)
            row.to = std::max(row.from, m_end);
        break;
    default:
        row.to = std::max(row.from, m_instance.end.isValid() ? m_instance.end.toMSecsSinceEpoch() : m_end);
        break;
    }
}

/// Of the events that a switch waits for one comes; the others stay open for ever.
void TimelineBuilder::settleChoices()
{
    for (Item &item : m_items) {
        if (item.row.type != "Split"_L1 || item.leaf())
            continue;
        const auto came = std::find_if(item.children.cbegin(), item.children.cend(), [this](int child) {
            return at(child).row.kind == Kind::Part && at(child).row.waits && at(child).row.ended;
        });
        if (came == item.children.cend())
            continue;
        for (const int child : item.children) {
            TimelineRow &row = at(child).row;
            if (row.kind != Kind::Part || !row.waits || row.ended)
                continue;
            row.status = Status::Skipped;
            row.grows = false;
            row.to = std::max(row.from, at(*came).row.to);
        }
    }
}

/// What a frame is made of decides how it looks; from the inside out.
void TimelineBuilder::closeFrames(int index)
{
    Item &item = at(index);
    if (item.leaf())
        return;
    TimelineRow &row = item.row;
    bool ended = true;
    bool shown = false;
    for (const int child : item.children) {
        closeFrames(child);
        const TimelineRow &part = at(child).row;
        row.retries += part.retries + (part.attempt > 1 && !part.internal ? 1 : 0);
        if (part.internal && item.visit)
            continue;
        shown = true;
        if (part.timed) {
            row.from = row.timed ? std::min(row.from, part.from) : part.from;
            row.to = row.timed ? std::max(row.to, part.to) : part.to;
            row.timed = true;
        }
        ended = ended && part.ended;
        row.grows = row.grows || part.grows;
    }
    if (!shown)
        return;
    row.frame = true;
    const Status own = row.status;
    const bool self = item.visit && isFrameType(row.type);
    if (!self) {
        row.ended = ended;
        row.status = statusOfParts(item);
        return;
    }
    if (!item.open())
        return;
    const Status parts = statusOfParts(item);
    if (parts == Status::Failed && own != Status::Repeated)
        row.status = Status::Failed;
    else if (own == Status::Running && parts == Status::Waiting)
        row.status = Status::Waiting;
    row.grows = row.grows && (row.status == Status::Running || row.status == Status::Waiting);
}

TimelineBuilder::Status TimelineBuilder::statusOfParts(const Item &item) const
{
    bool has[8] = {};
    for (const int child : item.children) {
        const Item &part = at(child);
        if (!part.row.internal && !part.superseded)
            has[static_cast<int>(part.row.status)] = true;
    }
    const auto any = [&has](Status status) { return has[static_cast<int>(status)]; };
    for (const Status status : {Status::Failed, Status::Running, Status::Waiting, Status::Aborted, Status::Open}) {
        if (any(status))
            return status;
    }
    if (any(Status::Skipped) && !any(Status::Done))
        return Status::Skipped;
    return any(Status::Done) ? Status::Done : item.visit ? item.row.status : Status::Open;
}

/// The spans that the axis draws to scale, and how long only waiting nodes were open.
void TimelineBuilder::measure(Timeline &timeline) const
{
    timeline.timed = m_timed;
    timeline.begin = m_begin;
    timeline.end = m_end;
    QList<TimeSpan> work;
    QList<TimeSpan> waits;
    QList<TimeSpan> both;
    for (const TimelineRow &row : std::as_const(timeline.rows)) {
        if (!row.timed || row.visit < 0)
            continue;
        const bool works = !row.waits && !row.frame && !isFrameType(row.type) && !isPassage(row.type);
        if (works && row.grows) {
            timeline.workingSince = timeline.workingSince < 0 ? row.from : std::min(timeline.workingSince, row.from);
        }
        if (works && row.ended) {
            work.append({row.from, row.to});
        } else {
            work.append({row.from, row.from});
            if (row.ended)
                work.append({row.to, row.to});
        }
        if (row.waits && (row.ended || row.grows))
            waits.append({row.from, row.to});
    }
    timeline.work = mergeSpans(std::move(work));
    QList<TimeSpan> busy = timeline.work;
    if (timeline.workingSince >= 0)
        busy = mergeSpans(busy << TimeSpan{timeline.workingSince, std::max(timeline.workingSince, m_end)});
    both = mergeSpans(QList<TimeSpan>(waits) << busy);
    timeline.waiting = lengthOf(both) - lengthOf(busy);
}

} // namespace podium
