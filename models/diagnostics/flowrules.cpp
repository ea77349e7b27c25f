// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::FlowRules)
};

/// States by index, and where each can lead.
class FlowGraph
{
public:
    explicit FlowGraph(const WorkflowDocument &workflow)
        : m_workflow(workflow)
        , m_next(static_cast<std::size_t>(workflow.states.size()))
    {
        for (int i = 0; i < static_cast<int>(workflow.states.size()); ++i) {
            if (const State &state = workflow.states.at(i); !state.usedForCompensation)
                m_index.insert(state.name, i); // the builder knows the others only as compensation
        }
        for (int i = 0; i < static_cast<int>(workflow.states.size()); ++i)
            m_next.at(static_cast<std::size_t>(i)) = targets(workflow.states.at(i));
    }

    const std::vector<int> &next(int state) const { return m_next.at(static_cast<std::size_t>(state)); }
    int size() const { return static_cast<int>(m_next.size()); }

    std::vector<bool> reachedFrom(const std::vector<int> &starts) const
    {
        std::vector<bool> reached(m_next.size(), false);
        std::vector<int> open = starts;
        while (!open.empty()) {
            const int state = open.back();
            open.pop_back();
            if (reached.at(static_cast<std::size_t>(state)))
                continue;
            reached.at(static_cast<std::size_t>(state)) = true;
            open.insert(open.end(), next(state).begin(), next(state).end());
        }
        return reached;
    }

    QList<Outcome> outcomes(const State &state) const
    {
        QList<Outcome> all{state.next};
        for (const ErrorHandler &handler : state.onErrors) {
            if (isHandled(handler))
                all.append(handler.next);
        }
        for (const SwitchCondition &condition : state.dataConditions + state.eventConditions)
            all.append(condition.next);
        if (state.defaultCondition)
            all.append(*state.defaultCondition);
        return all;
    }

    bool canEnd(const State &state) const
    {
        const QList<Outcome> all = outcomes(state);
        return std::any_of(all.cbegin(), all.cend(), [](const Outcome &outcome) { return outcome.end.has_value(); });
    }

    static bool waits(const State &state)
    {
        if (state.type == State::Type::Event || state.type == State::Type::Callback ||
            state.type == State::Type::Sleep || !state.eventConditions.isEmpty())
            return true;
        QList<Action> actions = state.actions;
        for (const Branch &branch : state.branches)
            actions += branch.actions;
        return std::any_of(actions.cbegin(), actions.cend(), [](const Action &action) {
            return !action.sleepBefore.isEmpty() || !action.sleepAfter.isEmpty() || !action.resultEvent.isEmpty() ||
                   action.kind == Action::Kind::SubFlow;
        });
    }

private:
    /// SonataFlow leaves out handlers of errors that have no code: nothing leads behind them.
    bool isHandled(const ErrorHandler &handler) const
    {
        return !m_workflow.errors.uri.isEmpty() ||
               std::any_of(handler.errors.cbegin(), handler.errors.cend(), [this](const Reference &name) {
                   const ErrorDefinition *error = m_workflow.error(name.name);
                   return error && !error->code.isEmpty();
               });
    }

    std::vector<int> targets(const State &state) const
    {
        std::vector<int> list;
        const QList<Outcome> all = outcomes(state);
        for (const Outcome &outcome : all) {
            if (outcome.transition && m_index.contains(outcome.transition->to.name))
                list.push_back(m_index.value(outcome.transition->to.name));
        }
        return list;
    }

    const WorkflowDocument &m_workflow;
    QHash<QString, int> m_index;
    std::vector<std::vector<int>> m_next;
};

void unreachableStates(Check &check)
{
    const qsizetype start = check.workflow.startIndex();
    if (start < 0)
        return;
    const FlowGraph graph(check.workflow);
    // SonataFlow does not run the state that a time limit names in runBefore: it counts as one that nothing leads to.
    const std::vector<bool> reached = graph.reachedFrom({static_cast<int>(start)});
    for (int i = 0; i < graph.size(); ++i) {
        const State &state = check.workflow.states.at(i);
        if (!reached.at(static_cast<std::size_t>(i)) && !state.usedForCompensation)
            check.report(Texts::tr("Nothing leads to the state \"%1\".").arg(state.name), state.nameSpan);
    }
}

void deadEnds(Check &check)
{
    for (qsizetype i = 0; i < check.workflow.states.size(); ++i) {
        const State &state = check.workflow.states.at(i);
        if (state.type == State::Type::Switch || state.type == State::Type::Unknown || state.usedForCompensation ||
            !state.next.isEmpty())
            continue;
        Diagnostic &found = check.report(
            Texts::tr("The state \"%1\" leads nowhere: no transition and no end.").arg(state.name), state.nameSpan);
        const TextPlace place = check.flow["states"_L1].items().value(i);
        found.fixes.append({Texts::tr("End here"), [path = check.path(place)](const TextTree &tree) {
                                const StructureEditor editor(tree);
                                const DocumentPath end = path + DocumentPath{PathStep(u"end"_s)};
                                return editor.map().nodeAt(end) >= 0 ? editor.set(end, true)
                                                                     : editor.insertMember(path, u"end"_s, true);
                            }});
    }
}

void missingEnd(Check &check)
{
    const auto &states = check.workflow.states;
    const FlowGraph graph(check.workflow);
    const auto ends = [&graph](const State &state) { return graph.canEnd(state); };
    if (states.isEmpty() || std::any_of(states.cbegin(), states.cend(), ends))
        return;
    check.report(Texts::tr("The workflow never ends: no state has an end."), states.constFirst().nameSpan);
}

/// States from which no end can be reached, and that lead round without ever waiting.
void endlessLoops(Check &check)
{
    const FlowGraph graph(check.workflow);
    std::vector<bool> told(static_cast<std::size_t>(graph.size()), false);
    for (int i = 0; i < graph.size() && !check.cancelled(); ++i) {
        if (told.at(static_cast<std::size_t>(i)))
            continue;
        const std::vector<bool> behind = graph.reachedFrom(graph.next(i));
        if (!behind.at(static_cast<std::size_t>(i)))
            continue;
        bool goesOn = true;
        for (int j = 0; j < graph.size() && goesOn; ++j) {
            if (!behind.at(static_cast<std::size_t>(j)))
                continue;
            const State &state = check.workflow.states.at(j);
            goesOn = !graph.canEnd(state) && !FlowGraph::waits(state) && !graph.next(j).empty();
        }
        if (!goesOn)
            continue;
        for (std::size_t j = 0; j < behind.size(); ++j)
            told.at(j) = told.at(j) || behind.at(j);
        check.report(Texts::tr("From \"%1\" the run goes round for ever without waiting for anything.")
                         .arg(check.workflow.states.at(i).name),
                     check.workflow.states.at(i).nameSpan);
    }
}

} // namespace

QList<Rule> flowRules()
{
    return {
        {"unreachable-state", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States that a run can come to"),
         unreachableStates},
        {"dead-end", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States lead on or end"), deadEnds},
        {"missing-end", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Runs can end"), missingEnd},
        {"endless-loop", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Loops that never wait"), endlessLoops},
    };
}

} // namespace podium
