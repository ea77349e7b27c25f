// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workflow/texttree.h"
#include "models/workflow/workflowdocument.h"

#include <QCoreApplication>

namespace podium {

/// Reads the entries of `states`; collects what is wrong into `problems`. For readWorkflow() only.
class StateReader
{
    Q_DECLARE_TR_FUNCTIONS(podium::StateReader)
public:
    explicit StateReader(QList<WorkflowProblem> &problems)
        : m_problems(problems)
    {
    }

    State read(const TextPlace &place);
    static Reference
    reference(const TextPlace &place); ///< a name, or an object that names in refName, name or workflowId
    static Timeouts timeouts(const TextPlace &place);
    static QString duration(const TextPlace &place);    ///< a string, or an object with `duration`
    static QStringList strings(const TextPlace &place); ///< of a sequence

private:
    void readKind(State &state, const TextPlace &place);
    void readSwitch(State &state, const TextPlace &place);
    SwitchCondition condition(const TextPlace &place);
    Outcome outcome(const TextPlace &place);
    Transition transition(const TextPlace &place);
    std::optional<End> end(const TextPlace &place);
    static QList<ProducedEvent> producedEvents(const TextPlace &place);
    QList<Action> actions(const TextPlace &place);
    Action action(const TextPlace &place);
    static void readTarget(Action &action, const TextPlace &place);
    static EventFilter eventFilter(const TextPlace &place);
    QList<Reference> references(const TextPlace &place);
    void problem(QLatin1StringView rule, const QString &message, const SourceSpan &span,
                 WorkflowProblem::Severity severity = WorkflowProblem::Severity::Error);

    QList<WorkflowProblem> &m_problems;
};

} // namespace podium
