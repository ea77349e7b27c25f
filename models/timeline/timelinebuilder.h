// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/timeline/timeline.h"

#include <vector>

namespace podium {

/// Works out a Timeline. timelinebuilder.cpp: visits and the tree they form; timelineloops.cpp: iterations;
/// timelinestates.cpp: what became of each, and when.
class TimelineBuilder
{
public:
    TimelineBuilder(const QHash<QString, NodePlace> &places, const WorkflowInstance &instance);

    Timeline run();

private:
    using Kind = TimelineRow::Kind;
    using Status = TimelineRow::Status;

    /// A lane before lanes are put in order. The first ones are the visits, by their index.
    struct Item
    {
        const NodeInstance *visit = nullptr; ///< null: no visit stands behind it
        const NodePlace *place = nullptr;
        TimelineRow row; ///< row.parent: index of an item
        std::vector<int> children;
        bool superseded = false;
        qint64 replacedAt = 0;
        bool caught = false;

        bool open() const { return visit && !visit->exit.isValid(); }
        bool leaf() const { return children.empty(); }
    };

    Item &at(int index) { return m_items[static_cast<size_t>(index)]; }
    const Item &at(int index) const { return m_items[static_cast<size_t>(index)]; }

    // timelinebuilder.cpp
    void readVisits();
    void readTimes();
    void nameRow(Item &item) const;
    void findRepeats();
    bool inLoop(const NodePlace *place) const;
    void attach();
    int holderOf(int index);
    int groupFor(const QString &container);
    void countAttempts();
    int addGroup(int parent, Kind kind, const QString &key, const NodePlace *place);
    void sortChildren(std::vector<int> &children) const;
    void emitRows(Timeline &timeline);

    // timelineloops.cpp
    void splitLoops();
    void splitLoop(int loop);
    std::vector<int> windowsOf(const std::vector<int> &starts, const std::vector<int> &parts) const;
    std::vector<int> roundsOf(const std::vector<int> &parts) const;
    bool fits(const std::vector<int> &parts, const std::vector<int> &rounds) const;

    // timelinestates.cpp
    void findCaught();
    void setStates();
    Status statusOf(const Item &item) const;
    Status openStatus(const Item &item) const;
    void setEnd(Item &item) const;
    void settleChoices();
    void closeFrames(int index);
    Status statusOfParts(const Item &item) const;
    void measure(Timeline &timeline) const;

    const QHash<QString, NodePlace> &m_places;
    const WorkflowInstance &m_instance;
    std::vector<Item> m_items;
    std::vector<int> m_roots;
    QHash<QString, std::vector<int>> m_visitsOf; ///< by definition, in the order of their beginning
    QHash<QString, int> m_groups;                ///< by container: stands for one whose visits were not told
    bool m_moves = false;                        ///< the run goes on
    bool m_timed = false;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

} // namespace podium
