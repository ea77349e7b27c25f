// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/timeline/longruns.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStates = 40;

class RunWriter
{
public:
    explicit RunWriter(int visits)
        : m_left(visits)
    {
        define(u"Start"_s, u"StartNode"_s, u"State 0"_s);
        for (int i = 0; i < kStates; ++i) {
            const QString state = u"State %1"_s.arg(i);
            if (i % 10 == 9) {
                define(state, u"TimerNode"_s, state);
                continue;
            }
            define(state, u"CompositeContextNode"_s, state);
            define(u"EmbeddedStart"_s, u"StartNode"_s);
            define(u"call"_s, u"WorkItemNode"_s, state, u"ask the service"_s);
            define(u"Script"_s, u"ActionNode"_s);
            define(u"note"_s, u"ActionNode"_s, state, u"note the answer"_s);
            define(u"EmbeddedEnd"_s, u"EndNode"_s);
        }
        m_run.instance.id = u"long run"_s;
        m_run.instance.state = InstanceState::Active;
        m_run.instance.start = m_time;
    }

    LongRun write()
    {
        visit(0, 1);
        while (m_left > 0) {
            for (qsizetype i = 1; i < m_run.definitions.size() && m_left > 0; ++i)
                visit(i, m_run.definitions.at(i).type == "TimerNode"_L1 ? 60'000 : 3);
        }
        m_run.instance.nodes.last().exit = {};
        return std::move(m_run);
    }

private:
    void define(const QString &name, const QString &type, const QString &state = {}, const QString &action = {})
    {
        const QString id = QString::number(m_run.definitions.size() + 1);
        m_run.definitions.append({id, name, type, id, state, {}, action});
    }

    void visit(qsizetype index, int ms)
    {
        const NodeDefinition &definition = m_run.definitions.at(index);
        NodeInstance node;
        node.id = u"00000000-0000-4000-8000-%1"_s.arg(m_run.instance.nodes.size(), 12, 16, QLatin1Char('0'));
        node.definitionId = node.nodeId = definition.uniqueId;
        node.name = definition.name;
        node.type = definition.type;
        node.enter = m_time;
        m_time = m_time.addMSecs(ms);
        const bool fails = definition.type == "WorkItemNode"_L1 && ++m_calls % 20 == 0 && m_left > 1;
        if (fails)
            node.errorMessage = u"HTTP 503 Service Unavailable"_s;
        else
            node.exit = m_time;
        m_run.instance.nodes.append(node);
        --m_left;
        if (fails)
            visit(index, ms);
    }

    LongRun m_run;
    QDateTime m_time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    int m_left;
    int m_calls = 0;
};

} // namespace

LongRun longRun(int visits)
{
    return RunWriter(visits).write();
}

} // namespace podium
