// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphtexts.h"

#include <QCoreApplication>
#include <QHashFunctions>

using namespace Qt::StringLiterals;

// The "Label: text" lines of graphtexts.h; graphtexts.cpp has the short texts.
namespace podium {

namespace {

constexpr int kDetailLength = 1000;
constexpr int kOperationLength = 400; // repeated at every action that calls it
constexpr qsizetype kHashed = 64 * 1024;

class GraphTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphTexts)
};

void addDetail(QStringList &details, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        details.append(label + u": "_s + clipped(text, kDetailLength));
}

size_t digestOf(std::initializer_list<QStringView> texts, size_t seed = 0)
{
    for (const QStringView text : texts)
        seed = qHashMulti(seed, text.left(kHashed), text.size());
    return seed;
}

QString retryWords(const Retry &retry)
{
    QStringList parts;
    if (!retry.maxAttempts.isEmpty())
        parts.append(GraphTexts::tr("at most %1 times").arg(clipped(retry.maxAttempts, 40)));
    if (!retry.delay.isEmpty())
        parts.append(GraphTexts::tr("every %1").arg(clipped(durationWords(retry.delay), 40)));
    if (!retry.multiplier.isEmpty())
        parts.append(GraphTexts::tr("pause times %1").arg(clipped(retry.multiplier, 40)));
    return parts.join(u", "_s);
}

void addRetry(QStringList &details, const Action &action, const WorkflowDocument &document)
{
    const QString name = action.retry.name;
    if (const Retry *retry = document.retry(name); retry && !retryWords(*retry).isEmpty())
        addDetail(details, GraphTexts::tr("Retry"), clipped(name, 200) + u": "_s + retryWords(*retry));
    else
        addDetail(details, GraphTexts::tr("Retry"), name);
    if (!name.isEmpty())
        addDetail(details, GraphTexts::tr("Retries defined in"), document.retries.uri);
    addDetail(details, GraphTexts::tr("Tried again on"), action.retryable.join(u", "_s));
    addDetail(details, GraphTexts::tr("Not tried again on"), action.nonRetryable.join(u", "_s));
}

void addTimeouts(QStringList &details, const Timeouts &limits)
{
    addDetail(details, GraphTexts::tr("Time limit"), durationWords(limits.stateExec));
    addDetail(details, GraphTexts::tr("Time limit of an action"), durationWords(limits.actionExec));
    addDetail(details, GraphTexts::tr("Time limit of a branch"), durationWords(limits.branchExec));
    addDetail(details, GraphTexts::tr("Waits for events at most"), durationWords(limits.event));
}

void addProduced(QStringList &details, const QList<ProducedEvent> &events)
{
    for (const ProducedEvent &produced : events) {
        const QString name = clipped(produced.event.name, 200);
        addDetail(details, GraphTexts::tr("Sends"),
                  produced.data.isEmpty()
                      ? name
                      : GraphTexts::tr("%1 with %2").arg(name, clipped(bareExpression(produced.data), 200)));
    }
}

} // namespace

QStringList actionDetails(const Action &action, const WorkflowDocument &document)
{
    QStringList details;
    if (action.kind == Action::Kind::Function) {
        addDetail(details, GraphTexts::tr("Function"), action.target.name);
        if (const Function *function = document.function(action.target.name)) {
            addDetail(details, GraphTexts::tr("Operation"),
                      function->type + u", "_s + clipped(function->operation, kOperationLength));
            addDetail(details, GraphTexts::tr("Signs in with"), function->auth);
        } else {
            addDetail(details, GraphTexts::tr("Defined in"), document.functions.uri);
        }
    }
    if (action.kind == Action::Kind::SubFlow)
        addDetail(details, GraphTexts::tr("Workflow"),
                  action.version.isEmpty() ? action.target.name : action.target.name + u" "_s + action.version);
    addDetail(details, GraphTexts::tr("Sends"), action.triggerEvent.name);
    details += eventDetails(action.triggerEvent.name, document);
    addDetail(details, GraphTexts::tr("Waits for"), action.resultEvent.name);
    if (action.resultEvent.name != action.triggerEvent.name)
        details += eventDetails(action.resultEvent.name, document);
    addDetail(details, GraphTexts::tr("Time limit"), durationWords(action.timeout));
    addDetail(details, GraphTexts::tr("Arguments"), action.arguments);
    addDetail(details, GraphTexts::tr("Only if"), bareExpression(action.condition));
    addDetail(details, GraphTexts::tr("Sleeps before"), durationWords(action.sleepBefore));
    addDetail(details, GraphTexts::tr("Sleeps after"), durationWords(action.sleepAfter));
    addRetry(details, action, document);
    if (action.invoke == "async"_L1)
        details.append(GraphTexts::tr("Does not wait for the answer"));
    if (action.onParentComplete == "continue"_L1)
        details.append(GraphTexts::tr("Goes on when this workflow ends"));
    addDetail(details, GraphTexts::tr("Sees"), bareExpression(action.filter.fromStateData));
    addDetail(details, GraphTexts::tr("Result"), bareExpression(action.filter.results));
    addDetail(details, GraphTexts::tr("Result goes to"), bareExpression(action.filter.toStateData));
    if (!action.filter.useResults)
        details.append(GraphTexts::tr("Its result is not kept"));
    return details;
}

QStringList stateDetails(const State &state)
{
    QStringList details;
    addDetail(details, GraphTexts::tr("Input"), bareExpression(state.inputFilter));
    addDetail(details, GraphTexts::tr("Output"), bareExpression(state.outputFilter));
    addDetail(details, GraphTexts::tr("Data"), state.data);
    addDetail(details, GraphTexts::tr("Duration"), durationWords(state.duration));
    addDetail(details, GraphTexts::tr("For each of"), bareExpression(state.inputCollection));
    addDetail(details, GraphTexts::tr("As"), state.iterationParameter);
    addDetail(details, GraphTexts::tr("Collected in"), bareExpression(state.outputCollection));
    if (state.type == State::Type::ForEach)
        details.append(state.parallel ? GraphTexts::tr("Several at a time") : GraphTexts::tr("One after the other"));
    addDetail(details, GraphTexts::tr("At a time"), state.batchSize);
    if (state.completionType == "atLeast"_L1)
        addDetail(details, GraphTexts::tr("Goes on after"), state.numCompleted);
    addTimeouts(details, state.timeouts);
    addDetail(details, GraphTexts::tr("Compensated by"), state.compensatedBy.name);
    return details;
}

QStringList branchDetails(const Branch &branch)
{
    QStringList details;
    addTimeouts(details, branch.timeouts);
    return details;
}

QStringList eventDetails(const QString &name, const WorkflowDocument &document)
{
    QStringList details;
    if (name.isEmpty())
        return details;
    if (const Event *event = document.event(name)) {
        addDetail(details, GraphTexts::tr("Event type"), event->type);
        addDetail(details, GraphTexts::tr("Event source"), event->source);
        addDetail(details, GraphTexts::tr("Matched by"), event->correlations.join(u", "_s));
    } else {
        addDetail(details, GraphTexts::tr("Events defined in"), document.events.uri);
    }
    return details;
}

QStringList filterDetails(const EventFilter &filter)
{
    QStringList details;
    addDetail(details, GraphTexts::tr("Event data"), bareExpression(filter.data));
    addDetail(details, GraphTexts::tr("Event data goes to"), bareExpression(filter.toStateData));
    if (!filter.useData)
        details.append(GraphTexts::tr("The data of the event is not kept"));
    return details;
}

QStringList endDetails(const End &end)
{
    QStringList details;
    if (end.terminate)
        details.append(GraphTexts::tr("Stops everything that still runs"));
    if (end.compensate)
        details.append(GraphTexts::tr("Undoes what has compensation"));
    addProduced(details, end.produces);
    addDetail(details, GraphTexts::tr("Continues as"), end.continueAs);
    return details;
}

QStringList transitionDetails(const Transition &transition)
{
    QStringList details;
    if (transition.compensate)
        details.append(GraphTexts::tr("Undoes what has compensation"));
    addProduced(details, transition.produces);
    return details;
}

QStringList documentDetails(const WorkflowDocument &document)
{
    QStringList details;
    if (document.start) {
        addDetail(details, GraphTexts::tr("Schedule"), document.start->schedule);
        addDetail(details, GraphTexts::tr("Until"), document.start->validUntil);
    }
    addDetail(details, GraphTexts::tr("Time limit of the workflow"), durationWords(document.timeouts.workflowExec));
    addDetail(details, GraphTexts::tr("Runs before it is stopped"), document.runBefore.name);
    addTimeouts(details, document.timeouts);
    addDetail(details, GraphTexts::tr("Time limits defined in"), document.timeoutsUri);
    addDetail(details, GraphTexts::tr("Input schema"), document.dataInputSchema);
    addDetail(details, GraphTexts::tr("Secrets"), document.secrets.join(u", "_s));
    addDetail(details, GraphTexts::tr("Secrets defined in"), document.secretsUri);
    addDetail(details, GraphTexts::tr("Constants"), document.constants);
    QStringList auth;
    for (const AuthDefinition &item : document.auth.items)
        auth.append(item.name + u" ("_s + item.scheme + u')');
    addDetail(details, GraphTexts::tr("Authentication"), auth.join(u", "_s));
    addDetail(details, GraphTexts::tr("Authentication defined in"), document.auth.uri);
    addDetail(details, GraphTexts::tr("Functions defined in"), document.functions.uri);
    addDetail(details, GraphTexts::tr("Events defined in"), document.events.uri);
    addDetail(details, GraphTexts::tr("Retries defined in"), document.retries.uri);
    addDetail(details, GraphTexts::tr("Errors defined in"), document.errors.uri);
    addDetail(details, GraphTexts::tr("Annotations"), document.annotations.join(u", "_s));
    addDetail(details, GraphTexts::tr("Extensions"), document.extensions.join(u", "_s));
    if (document.keepActive)
        details.append(GraphTexts::tr("Stays active when nothing is left to run"));
    if (document.autoRetries)
        details.append(GraphTexts::tr("Failed actions are tried again"));
    return details;
}

size_t textDigest(const Action &action, const WorkflowDocument &document)
{
    const Function *function = document.function(action.target.name);
    return digestOf({action.name, action.target.name, function ? function->operation : QString(), action.arguments,
                     action.condition, action.triggerEvent.name, action.resultEvent.name, action.retry.name,
                     action.filter.fromStateData, action.filter.results, action.filter.toStateData});
}

size_t textDigest(const State &state)
{
    return digestOf({state.typeWord, state.data, state.inputFilter, state.outputFilter, state.inputCollection,
                     state.outputCollection, state.duration, state.callbackEvent.name});
}

size_t textDigest(const Outcome &outcome)
{
    size_t digest = 0;
    if (outcome.transition) {
        for (const ProducedEvent &produced : outcome.transition->produces)
            digest = digestOf({produced.event.name, produced.data}, digest);
    } else if (outcome.end) {
        for (const ProducedEvent &produced : outcome.end->produces)
            digest = digestOf({produced.event.name, produced.data}, digest);
        digest = digestOf({outcome.end->continueAs}, digest);
    }
    return digest;
}

size_t textDigest(const WorkflowDocument &document)
{
    return digestOf({document.start ? document.start->schedule : QString(), document.dataInputSchema,
                     document.constants, document.secretsUri, document.timeoutsUri});
}

} // namespace podium
