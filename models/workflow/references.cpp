// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/references.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class ReferenceCheck
{
    Q_DECLARE_TR_FUNCTIONS(podium::ReferenceCheck)
public:
    explicit ReferenceCheck(WorkflowDocument &document)
        : m_document(document)
    {
        for (const State &state : document.states)
            m_states.insert(state.name);
        for (const Function &function : document.functions.items)
            m_functions.insert(function.name);
        for (const Event &event : document.events.items)
            m_events.insert(event.name);
        for (const Retry &retry : document.retries.items)
            m_retries.insert(retry.name);
        for (const ErrorDefinition &error : document.errors.items)
            m_errors.insert(error.name);
    }

    void run()
    {
        if (m_document.start)
            state(m_document.start->state);
        state(m_document.runBefore);
        for (const State &item : std::as_const(m_document.states))
            check(item);
    }

private:
    void check(const State &item)
    {
        check(item.next);
        state(item.compensatedBy);
        event(item.callbackEvent);
        for (const ErrorHandler &handler : item.onErrors) {
            for (const Reference &name : handler.errors)
                error(name);
            check(handler.next);
        }
        for (const SwitchCondition &condition : item.dataConditions)
            check(condition.next);
        for (const SwitchCondition &condition : item.eventConditions) {
            event(condition.event);
            check(condition.next);
        }
        if (item.defaultCondition)
            check(*item.defaultCondition);
        check(item.actions);
        for (const Branch &branch : item.branches)
            check(branch.actions);
        for (const EventHandler &handler : item.eventHandlers) {
            for (const Reference &name : handler.events)
                event(name);
            check(handler.actions);
        }
    }

    void check(const Outcome &outcome)
    {
        if (outcome.transition) {
            state(outcome.transition->to);
            for (const ProducedEvent &produced : outcome.transition->produces)
                event(produced.event);
        }
        if (outcome.end) {
            for (const ProducedEvent &produced : outcome.end->produces)
                event(produced.event);
        }
    }

    void check(const QList<Action> &actions)
    {
        for (const Action &action : actions) {
            if (action.kind == Action::Kind::Function)
                function(action.target);
            event(action.triggerEvent);
            event(action.resultEvent);
            retry(action.retry);
        }
    }

    void state(const Reference &name)
    {
        if (!name.isEmpty() && !m_states.contains(name.name))
            report("unknown-state"_L1, tr("There is no state named \"%1\".").arg(name.name), name.span);
    }
    void function(const Reference &name)
    {
        if (!name.isEmpty() && m_document.functions.uri.isEmpty() && !m_functions.contains(name.name))
            report("unknown-function"_L1, tr("There is no function named \"%1\".").arg(name.name), name.span);
    }
    void event(const Reference &name)
    {
        if (!name.isEmpty() && m_document.events.uri.isEmpty() && !m_events.contains(name.name))
            report("unknown-event"_L1, tr("There is no event named \"%1\".").arg(name.name), name.span);
    }
    // Warnings: SonataFlow ignores retries, and even examples of the specification name errors that nobody defines.
    void retry(const Reference &name)
    {
        if (!name.isEmpty() && m_document.retries.uri.isEmpty() && !m_retries.contains(name.name))
            report("unknown-retry"_L1, tr("There is no retry named \"%1\".").arg(name.name), name.span,
                   WorkflowProblem::Severity::Warning);
    }
    void error(const Reference &name)
    {
        if (!name.isEmpty() && m_document.errors.uri.isEmpty() && !m_errors.contains(name.name))
            report("unknown-error"_L1, tr("There is no error named \"%1\".").arg(name.name), name.span,
                   WorkflowProblem::Severity::Warning);
    }
    void report(QLatin1StringView rule, const QString &message, const SourceSpan &span,
                WorkflowProblem::Severity severity = WorkflowProblem::Severity::Error)
    {
        m_document.problems.append({severity, message, span, rule});
    }

    WorkflowDocument &m_document;
    QSet<QString> m_states;
    QSet<QString> m_functions;
    QSet<QString> m_events;
    QSet<QString> m_retries;
    QSet<QString> m_errors;
};

} // namespace

void checkReferences(WorkflowDocument &document)
{
    ReferenceCheck(document).run();
}

} // namespace podium
