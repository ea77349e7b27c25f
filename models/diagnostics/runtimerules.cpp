// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"

// What SonataFlow refuses to build, and what it accepts and ignores: as kogito-serverless-workflow-builder 10.1.0
// (https://github.com/apache/incubator-kie-kogito-runtimes) does it.
namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::RuntimeRules)
};

QList<TextPlace> statesOf(const Check &check)
{
    return check.flow["states"_L1].items();
}

void missingId(Check &check)
{
    if (!check.isResource && check.flow["id"_L1].string().isEmpty())
        check.report(Texts::tr("The definition has no id."), SourceSpan());
}

void missingStart(Check &check)
{
    const TextPlace start = check.flow["start"_L1];
    const QString state = start.isMapping() ? start["stateName"_L1].string() : start.string();
    if (!state.isEmpty())
        return;
    Diagnostic &found =
        check.report(Texts::tr("The definition does not say with which state it starts."), SourceSpan());
    const QList<TextPlace> states = statesOf(check);
    const QString first = states.isEmpty() ? QString() : states.constFirst()["name"_L1].string();
    if (start.exists() || first.isEmpty())
        return;
    found.fixes.append(
        {Texts::tr("Start with %1").arg(first), [path = check.path(check.flow), first](const TextTree &tree) {
             const StructureEditor editor(tree);
             const int list = editor.map().nodeAt(path + DocumentPath{PathStep(u"states"_s)});
             const int position = list < 0 ? -1 : editor.map().entryOf(list).position;
             return editor.insertMember(path, u"start"_s, first.toStdString(), position);
         }});
}

void noStates(Check &check)
{
    check.takeProblems("no-states"_L1);
}

void unnamedStates(Check &check)
{
    check.takeProblems("unnamed-state"_L1);
}

void notAnObject(Check &check)
{
    check.takeProblems("not-an-object"_L1);
}

void emptyTransitions(Check &check)
{
    check.takeProblems("empty-transition"_L1);
}

void emptyActions(Check &check)
{
    check.takeProblems("empty-action"_L1);
}

void deadConditions(Check &check)
{
    check.takeProblems("dead-condition"_L1);
    for (const TextPlace &state : statesOf(check)) {
        const TextPlace fallback = state["defaultCondition"_L1];
        if (fallback.isMapping() && !fallback.has("transition"_L1) && !fallback.has("end"_L1))
            check.report(Texts::tr("The default condition leads nowhere: no transition and no end."), fallback);
    }
}

void switchConditions(Check &check)
{
    check.takeProblems("switch-conditions"_L1);
    for (const TextPlace &state : statesOf(check)) {
        if (!state["dataConditions"_L1].items().isEmpty() && !state["eventConditions"_L1].items().isEmpty())
            check.report(Texts::tr("A switch has conditions on data or on events, not both."), state);
        else if (state["type"_L1].string() == "switch"_L1 && state.has("defaultCondition"_L1) &&
                 state["dataConditions"_L1].items().isEmpty() && state["eventConditions"_L1].items().isEmpty())
            check.report(Texts::tr("A switch needs a condition beside the default one."), state);
    }
}

void eventSwitchTimeouts(Check &check)
{
    const bool general = check.flow["timeouts"_L1].has("eventTimeout"_L1) || check.flow["timeouts"_L1].isScalar();
    for (const TextPlace &state : statesOf(check)) {
        if (state["eventConditions"_L1].items().isEmpty() || !state.has("defaultCondition"_L1) || general ||
            state["timeouts"_L1].has("eventTimeout"_L1))
            continue;
        check.reportKey(Texts::tr("The default condition of a switch on events needs an eventTimeout: without one it "
                                  "is never taken."),
                        state, "defaultCondition"_L1);
    }
}

void compensations(Check &check)
{
    QHash<QString, TextPlace> byName;
    for (const TextPlace &state : statesOf(check))
        byName.insert(state["name"_L1].string(), state);
    for (const TextPlace &state : statesOf(check)) {
        const TextPlace first = byName.value(state["compensatedBy"_L1].string());
        if (!first.exists())
            continue;
        if (first.has("compensatedBy"_L1))
            check.report(Texts::tr("A state that compensates cannot be compensated itself."),
                         first["compensatedBy"_L1]);
        const TextPlace way = first["transition"_L1];
        const TextPlace name = way.isMapping() ? way["nextState"_L1] : way;
        const TextPlace next = byName.value(name.string());
        if (next.exists() && !next["usedForCompensation"_L1].boolean())
            check.report(
                Texts::tr("A state that compensates leads only to others that do: \"%1\" does not.").arg(name.string()),
                name);
    }
}

void errorCodes(Check &check)
{
    for (const TextPlace &error : check.flow["errors"_L1].items()) {
        if (error.isMapping() && error["code"_L1].string().isEmpty())
            check.report(Texts::tr("SonataFlow ignores errors without a code."), error);
    }
}

void ignoredFunctionTypes(Check &check)
{
    for (const TextPlace &function : check.flow["functions"_L1].items()) {
        const QString type = function["type"_L1].string();
        if (type == "graphql"_L1 || type == "odata"_L1)
            check.report(Texts::tr("SonataFlow accepts functions of the type %1, but does not call them.").arg(type),
                         function["type"_L1]);
    }
}

/// All members of that name, wherever they stand among the parts of a workflow.
void reportEach(Check &check, const TextPlace &place, const QStringList &keys, const QString &message, int depth = 0)
{
    if (check.cancelled() || depth > 12)
        return;
    for (const auto &[key, value] : place.members()) {
        const QString word = key.string();
        if (keys.contains(word))
            check.report(message.contains("%1"_L1) ? message.arg(word) : message, key);
        else if (word != "data"_L1 && word != "arguments"_L1 && word != "metadata"_L1 && word != "constants"_L1)
            reportEach(check, value, keys, message, depth + 1);
    }
    for (const TextPlace &item : place.items())
        reportEach(check, item, keys, message, depth + 1);
}

void ignoredRetries(Check &check)
{
    reportEach(check, check.flow, {u"autoRetries"_s, u"retryRef"_s, u"retryableErrors"_s, u"nonRetryableErrors"_s},
               Texts::tr("SonataFlow accepts “%1”, but retries nothing."));
}

void ignoredTimeouts(Check &check)
{
    reportEach(check, check.flow, {u"stateExecTimeout"_s, u"actionExecTimeout"_s, u"branchExecTimeout"_s},
               Texts::tr("SonataFlow accepts “%1”, but does not watch it."));
}

} // namespace

QList<Rule> runtimeRules()
{
    return {
        {"missing-id", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "The id of the definition"), missingId},
        {"missing-start", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "The state that is first"), missingStart},
        {"no-states", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "There are states"), noStates},
        {"unnamed-state", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States have names"), unnamedStates},
        {"not-an-object", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States and actions are objects"),
         notAnObject},
        {"empty-transition", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Transitions say where they lead"),
         emptyTransitions},
        {"empty-action", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Actions call something"), emptyActions},
        {"dead-condition", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Conditions lead somewhere"),
         deadConditions},
        {"switch-conditions", Severity::Error,
         QT_TRANSLATE_NOOP("podium::Rules", "Switches have one kind of conditions"), switchConditions},
        {"event-timeout", Severity::Error,
         QT_TRANSLATE_NOOP("podium::Rules", "Switches on events know when to give up"), eventSwitchTimeouts},
        {"compensation", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Compensation is not nested"),
         compensations},
        {"error-code", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Errors have codes"), errorCodes},
        {"ignored-function", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Function types without effect"),
         ignoredFunctionTypes},
        {"ignored-retry", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Retries without effect"),
         ignoredRetries},
        {"ignored-timeout", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Timeouts without effect"),
         ignoredTimeouts},
    };
}

} // namespace podium
