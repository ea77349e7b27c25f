// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/statereader.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

State::Type typeOf(const QString &word)
{
    static const QHash<QString, State::Type> types{
        {u"operation"_s, State::Type::Operation}, {u"inject"_s, State::Type::Inject},
        {u"switch"_s, State::Type::Switch},       {u"event"_s, State::Type::Event},
        {u"foreach"_s, State::Type::ForEach},     {u"callback"_s, State::Type::Callback},
        {u"parallel"_s, State::Type::Parallel},   {u"sleep"_s, State::Type::Sleep},
    };
    return types.value(word.trimmed().toLower(), State::Type::Unknown);
}

} // namespace

void StateReader::problem(QLatin1StringView rule, const QString &message, const SourceSpan &span,
                          WorkflowProblem::Severity severity)
{
    m_problems.append({severity, message, span, rule});
}

Reference StateReader::reference(const TextPlace &place)
{
    if (place.isMapping()) {
        for (const auto key : {"refName"_L1, "name"_L1, "workflowId"_L1, "nextState"_L1}) {
            if (const TextPlace inner = place[key]; inner.isScalar())
                return {inner.string(), inner.span()};
        }
        return {};
    }
    return {place.string(), place.span()};
}

QList<Reference> StateReader::references(const TextPlace &place)
{
    QList<Reference> list;
    if (place.isSequence()) {
        for (const TextPlace &item : place.items()) {
            if (Reference ref = reference(item); !ref.isEmpty())
                list.append(std::move(ref));
        }
    } else if (Reference ref = reference(place); !ref.isEmpty()) {
        list.append(std::move(ref));
    }
    return list;
}

QString StateReader::duration(const TextPlace &place)
{
    return place.isMapping() ? place["duration"_L1].string() : place.string();
}

Timeouts StateReader::timeouts(const TextPlace &place)
{
    Timeouts result;
    result.workflowExec = duration(place["workflowExecTimeout"_L1]);
    // 0.8 has either the duration or an object {single, total}.
    const TextPlace state = place["stateExecTimeout"_L1];
    result.stateExec = state.isMapping() ? state["total"_L1].string() : state.string();
    result.actionExec = duration(place["actionExecTimeout"_L1]);
    result.branchExec = duration(place["branchExecTimeout"_L1]);
    result.event = duration(place["eventTimeout"_L1]);
    return result;
}

QList<ProducedEvent> StateReader::producedEvents(const TextPlace &place)
{
    QList<ProducedEvent> events;
    for (const TextPlace &item : place.items()) {
        const TextPlace name = item["eventRef"_L1];
        events.append({{name.string(), name.span()}, item["data"_L1].source()});
    }
    return events;
}

Transition StateReader::transition(const TextPlace &place)
{
    Transition result;
    result.span = place.span();
    if (place.isMapping()) {
        const TextPlace next = place["nextState"_L1];
        result.to = {next.string(), next.span()};
        result.produces = producedEvents(place["produceEvents"_L1]);
        result.compensate = place["compensate"_L1].boolean();
    } else {
        result.to = {place.string(), place.span()};
    }
    if (result.to.isEmpty())
        problem("empty-transition"_L1, tr("A transition does not say to which state it leads."), place.span());
    return result;
}

std::optional<End> StateReader::end(const TextPlace &place)
{
    if (!place.isMapping()) {
        if (!place.boolean())
            return std::nullopt;
        End result;
        result.span = place.span();
        return result;
    }
    End result;
    result.span = place.span();
    result.terminate = place["terminate"_L1].boolean();
    result.compensate = place["compensate"_L1].boolean();
    result.produces = producedEvents(place["produceEvents"_L1]);
    result.continueAs = reference(place["continueAs"_L1]).name;
    return result;
}

Outcome StateReader::outcome(const TextPlace &place)
{
    Outcome result;
    if (const TextPlace next = place["transition"_L1]; !next.isNull()) {
        result.transition = transition(next);
        return result;
    }
    if (const TextPlace last = place["end"_L1]; last.exists())
        result.end = end(last);
    return result;
}

QStringList StateReader::strings(const TextPlace &place)
{
    QStringList list;
    for (const TextPlace &item : place.items()) {
        if (QString text = item.string(); !text.isEmpty())
            list.append(std::move(text));
    }
    return list;
}

EventFilter StateReader::eventFilter(const TextPlace &place)
{
    return {place["useData"_L1].boolean(true), place["data"_L1].string(), place["toStateData"_L1].string()};
}

void StateReader::readTarget(Action &action, const TextPlace &place)
{
    if (const TextPlace function = place["functionRef"_L1]; function.exists()) {
        action.kind = Action::Kind::Function;
        action.target = reference(function);
        action.arguments = function["arguments"_L1].source();
        action.invoke = function["invoke"_L1].string();
    } else if (const TextPlace flow = place["subFlowRef"_L1]; flow.exists()) {
        action.kind = Action::Kind::SubFlow;
        action.target = reference(flow);
        action.version = flow["version"_L1].string();
        action.invoke = flow["invoke"_L1].string();
        action.onParentComplete = flow["onParentComplete"_L1].string();
    } else if (const TextPlace event = place["eventRef"_L1]; event.exists()) {
        action.kind = Action::Kind::Event;
        action.triggerEvent = event.isScalar() ? reference(event) : reference(event["triggerEventRef"_L1]);
        action.resultEvent = reference(event["resultEventRef"_L1]);
        action.timeout = event["resultEventTimeout"_L1].string();
        action.arguments = event["data"_L1].source();
        action.invoke = event["invoke"_L1].string();
    }
}

Action StateReader::action(const TextPlace &place)
{
    Action result;
    result.span = place.span();
    result.name = place["name"_L1].string();
    readTarget(result, place);
    if (result.kind == Action::Kind::None) {
        problem("empty-action"_L1, tr("An action calls nothing: no function, event or sub-workflow."), place.span(),
                WorkflowProblem::Severity::Warning);
    }
    result.condition = place["condition"_L1].string();
    result.sleepBefore = place["sleep"_L1]["before"_L1].string();
    result.sleepAfter = place["sleep"_L1]["after"_L1].string();
    result.retry = reference(place["retryRef"_L1]);
    result.retryable = strings(place["retryableErrors"_L1]);
    result.nonRetryable = strings(place["nonRetryableErrors"_L1]);
    const TextPlace filter = place["actionDataFilter"_L1];
    result.filter = {filter["useResults"_L1].boolean(true), filter["fromStateData"_L1].string(),
                     filter["results"_L1].string(), filter["toStateData"_L1].string()};
    return result;
}

QList<Action> StateReader::actions(const TextPlace &place)
{
    QList<Action> list;
    for (const TextPlace &item : place.items()) {
        if (item.isMapping())
            list.append(action(item));
        else
            problem("not-an-object"_L1, tr("An action is not an object."), item.span());
    }
    return list;
}

SwitchCondition StateReader::condition(const TextPlace &place)
{
    SwitchCondition result;
    result.span = place.span();
    result.name = place["name"_L1].string();
    result.expression = place["condition"_L1].string();
    result.event = reference(place["eventRef"_L1]);
    result.filter = eventFilter(place["eventDataFilter"_L1]);
    result.timeout = duration(place["timeout"_L1]);
    result.next = outcome(place);
    if (result.next.isEmpty())
        problem("dead-condition"_L1, tr("A condition leads nowhere: no transition and no end."), place.span());
    return result;
}

void StateReader::readSwitch(State &state, const TextPlace &place)
{
    for (const TextPlace &item : place["dataConditions"_L1].items())
        state.dataConditions.append(condition(item));
    for (const TextPlace &item : place["eventConditions"_L1].items())
        state.eventConditions.append(condition(item));
    // Older drafts wrote "default", which runtimes still meet.
    const TextPlace fallback = place.has("defaultCondition"_L1) ? place["defaultCondition"_L1] : place["default"_L1];
    if (fallback.exists()) {
        state.defaultCondition = outcome(fallback);
        state.defaultSpan = fallback.span();
    }
    if (state.dataConditions.isEmpty() && state.eventConditions.isEmpty() && !fallback.exists())
        problem("switch-conditions"_L1, tr("The switch \"%1\" has no conditions.").arg(state.name), state.span);
}

void StateReader::readKind(State &state, const TextPlace &place)
{
    state.actions = actions(place["actions"_L1]);
    if (const TextPlace single = place["action"_L1]; single.isMapping())
        state.actions.append(action(single));
    const QString mode = place["actionMode"_L1].string();
    state.parallel = mode == "parallel"_L1;
    if (state.type == State::Type::ForEach)
        state.parallel = place["mode"_L1].string() != "sequential"_L1;

    for (const TextPlace &item : place["onEvents"_L1].items()) {
        EventHandler handler;
        handler.span = item.span();
        handler.events = references(item["eventRefs"_L1]);
        handler.parallel = item["actionMode"_L1].string() == "parallel"_L1;
        handler.actions = actions(item["actions"_L1]);
        handler.filter = eventFilter(item["eventDataFilter"_L1]);
        state.eventHandlers.append(handler);
    }
    state.exclusive = place["exclusive"_L1].boolean(true);
    if (state.type == State::Type::Switch)
        readSwitch(state, place);

    for (const TextPlace &item : place["branches"_L1].items()) {
        Branch branch;
        branch.span = item.span();
        branch.name = item["name"_L1].string();
        branch.actions = actions(item["actions"_L1]);
        if (const TextPlace flow = item["workflowId"_L1]; flow.isScalar()) { // as drafts before 0.7 had it
            Action run;
            run.kind = Action::Kind::SubFlow;
            run.target = reference(flow);
            run.span = flow.span();
            branch.actions.append(run);
        }
        branch.timeouts = timeouts(item["timeouts"_L1]);
        state.branches.append(branch);
    }
}

State StateReader::read(const TextPlace &place)
{
    State state;
    state.span = place.span();
    state.name = place["name"_L1].string();
    state.nameSpan = place.has("name"_L1) ? place["name"_L1].span() : place.span();
    state.typeWord = place["type"_L1].string();
    state.type = typeOf(state.typeWord);
    if (state.name.isEmpty())
        problem("unnamed-state"_L1, tr("A state has no name."), state.span);
    if (state.type == State::Type::Unknown) {
        problem("state-type"_L1,
                state.typeWord.isEmpty()
                    ? tr("The state \"%1\" has no type.").arg(state.name)
                    : tr("The state \"%1\" has the unknown type \"%2\".").arg(state.name, state.typeWord),
                state.nameSpan);
    }
    state.next = outcome(place);
    for (const TextPlace &item : place["onErrors"_L1].items()) {
        ErrorHandler handler;
        handler.span = item.span();
        for (const auto key : {"errorRef"_L1, "errorRefs"_L1, "error"_L1})
            handler.errors += references(item[key]);
        handler.next = outcome(item);
        state.onErrors.append(handler);
    }
    state.compensatedBy = reference(place["compensatedBy"_L1]);
    state.usedForCompensation = place["usedForCompensation"_L1].boolean();
    state.timeouts = timeouts(place["timeouts"_L1]);
    readKind(state, place);
    state.completionType = place["completionType"_L1].string();
    state.numCompleted = place["numCompleted"_L1].string();
    state.inputCollection = place["inputCollection"_L1].string();
    state.outputCollection = place["outputCollection"_L1].string();
    state.iterationParameter = place["iterationParam"_L1].string();
    state.batchSize = place["batchSize"_L1].string();
    state.callbackEvent = reference(place["eventRef"_L1]);
    state.callbackFilter = eventFilter(place["eventDataFilter"_L1]);
    state.duration = place["duration"_L1].string();
    state.data = place["data"_L1].source();
    state.inputFilter = place["stateDataFilter"_L1]["input"_L1].string();
    state.outputFilter = place["stateDataFilter"_L1]["output"_L1].string();
    return state;
}

} // namespace podium
