// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/workflow/sourcespan.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What a Serverless Workflow 0.8 definition says, as values with the places they were read from:
/// https://github.com/serverlessworkflow/specification/blob/v0.8.0/specification.md
/// The reader is tolerant: what SonataFlow runs in spite of the specification is normal, and of a wrong definition it
/// gives as much as can be read, with a list of problems.
namespace podium {

class TextTree;

/// Something in the definition that is not as it should be.
struct WorkflowProblem
{
    enum class Severity { Information, Warning, Error };
    Severity severity = Severity::Warning;
    QString message; ///< translated, plain text
    SourceSpan span;
    QLatin1StringView rule = {}; ///< of the diagnostics: see resources/help/diagnostics.md
};

/// The name of another part of the definition, and where it was written.
struct Reference
{
    QString name;
    SourceSpan span;
    bool isEmpty() const { return name.isEmpty(); }
};

/// Durations as written (ISO 8601, or an expression); "" where none is set.
struct Timeouts
{
    QString workflowExec;
    QString stateExec;
    QString actionExec;
    QString branchExec;
    QString event;
};

/// What of an event's payload reaches the state's data. Expressions as written; "" where not set.
struct EventFilter
{
    bool useData = true;
    QString data;
    QString toStateData;
};

/// The same for the result of an action.
struct ActionFilter
{
    bool useResults = true;
    QString fromStateData;
    QString results;
    QString toStateData;
};

struct ProducedEvent
{
    Reference event;
    QString data; ///< expression or JSON, as text
};

struct Transition
{
    Reference to;
    QList<ProducedEvent> produces;
    bool compensate = false;
    SourceSpan span;
};

struct End
{
    bool terminate = false;
    bool compensate = false;
    QList<ProducedEvent> produces;
    QString continueAs; ///< id of the workflow that continues, "" when none
    SourceSpan span;
};

/// Where control goes: at most one of the two is set.
struct Outcome
{
    std::optional<Transition> transition;
    std::optional<End> end;
    bool isEmpty() const { return !transition && !end; }
};

struct ErrorHandler
{
    QList<Reference> errors; ///< errorRef or errorRefs
    Outcome next;
    SourceSpan span;
};

struct Action
{
    enum class Kind { None, Function, Event, SubFlow };
    Kind kind = Kind::None;
    QString name;           ///< may be empty: see displayName()
    Reference target;       ///< function, or sub-workflow id
    QString version;        ///< of the sub-workflow
    Reference triggerEvent; ///< produced, for Kind::Event
    Reference resultEvent;  ///< waited for, for Kind::Event
    QString invoke;         ///< "sync", "async" or ""
    QString arguments;      ///< as text
    QString condition;
    QString sleepBefore;
    QString sleepAfter;
    Reference retry;
    QStringList retryable;    ///< names of the errors that are tried again
    QStringList nonRetryable; ///< and of those that are not
    QString timeout;          ///< of the result event
    QString onParentComplete; ///< of a sub-workflow: "terminate", "continue" or ""
    ActionFilter filter;
    SourceSpan span;

    /// The name, else what it calls.
    QString displayName() const;
};

struct SwitchCondition
{
    QString name;
    QString expression; ///< data condition, as written
    Reference event;    ///< event condition
    EventFilter filter; ///< of that event
    QString timeout;
    Outcome next;
    SourceSpan span;
};

struct Branch
{
    QString name;
    QList<Action> actions;
    Timeouts timeouts;
    SourceSpan span;
};

/// One entry of an event state's onEvents.
struct EventHandler
{
    QList<Reference> events;
    bool parallel = false; ///< actionMode
    QList<Action> actions;
    EventFilter filter;
    SourceSpan span;
};

struct State
{
    enum class Type { Unknown, Operation, Inject, Switch, Event, ForEach, Callback, Parallel, Sleep };
    QString name;
    SourceSpan nameSpan;
    Type type = Type::Unknown;
    QString typeWord; ///< as written, e.g. "operation"
    Outcome next;
    QList<ErrorHandler> onErrors;
    Reference compensatedBy;
    bool usedForCompensation = false;
    Timeouts timeouts;
    SourceSpan span;

    QList<Action> actions;             ///< operation, foreach; the one of a callback
    bool parallel = false;             ///< operation: actionMode; foreach: mode
    QList<EventHandler> eventHandlers; ///< event
    bool exclusive = true;             ///< event: any of them, else all
    QList<SwitchCondition> dataConditions;
    QList<SwitchCondition> eventConditions;
    std::optional<Outcome> defaultCondition;
    SourceSpan defaultSpan;
    QList<Branch> branches;     ///< parallel
    QString completionType;     ///< parallel: "allOf" (default) or "atLeast"
    QString numCompleted;       ///< parallel
    QString inputCollection;    ///< foreach
    QString outputCollection;   ///< foreach
    QString iterationParameter; ///< foreach
    QString batchSize;          ///< foreach
    Reference callbackEvent;    ///< callback
    EventFilter callbackFilter; ///< callback
    QString duration;           ///< sleep
    QString data;               ///< inject, as text
    QString inputFilter;
    QString outputFilter;
};

struct Function
{
    QString name;
    QString type;      ///< "rest" where the definition says nothing
    QString operation; ///< as written
    QString auth;      ///< name of the authentication it uses
    SourceSpan span;
};

struct Event
{
    QString name;
    QString type; ///< CloudEvent type
    QString source;
    bool produced = false; ///< kind
    QStringList correlations;
    SourceSpan span;
};

struct Retry
{
    QString name;
    QString delay;
    QString maxAttempts;
    QString multiplier;
    SourceSpan span;
};

struct ErrorDefinition
{
    QString name;
    QString code;
    SourceSpan span;
};

struct AuthDefinition
{
    QString name;
    QString scheme; ///< "basic" where the definition says nothing
    SourceSpan span;
};

/// A list that a definition writes out, or the address of a file that holds it.
template <typename T>
struct ListOrUri
{
    QList<T> items;
    QString uri;
    SourceSpan span;
};

struct Start
{
    Reference state;    ///< empty: the first state
    QString schedule;   ///< interval or cron as written, "" when none
    QString validUntil; ///< of a cron rule: when it ends, as written
    SourceSpan span;
};

struct WorkflowDocument
{
    QString id;
    QString key;
    QString name;
    QString version;
    QString description;
    QString specVersion;
    QString expressionLang;
    QString dataInputSchema; ///< URI, "" where written out or absent
    QStringList annotations;
    std::optional<Start> start;
    QStringList extensions; ///< their ids
    QStringList secrets;
    QString secretsUri;
    QString constants; ///< as text: an object, or the address of a file that holds it
    Timeouts timeouts; ///< what holds where a state says nothing of its own
    QString timeoutsUri;
    Reference runBefore; ///< state that runs before the workflow is stopped by its time limit
    bool keepActive = false;
    bool autoRetries = false;
    QList<State> states;
    ListOrUri<Function> functions;
    ListOrUri<Event> events;
    ListOrUri<Retry> retries;
    ListOrUri<ErrorDefinition> errors;
    ListOrUri<AuthDefinition> auth;
    QList<WorkflowProblem> problems;
    bool incomplete = false; ///< the text could not be read to its end: the first problem says where and why

    /// Index of the state where a run begins: the one `start` names, else the first; -1 when there is none.
    qsizetype startIndex() const;
    const Function *function(const QString &functionName) const;
    const Event *event(const QString &eventName) const;
    const Retry *retry(const QString &retryName) const;
    const ErrorDefinition *error(const QString &errorName) const;
};

/// Largest definition that is read, in bytes.
inline constexpr qsizetype kMaxWorkflowSize = 8 * 1024 * 1024;

/// Reads YAML or JSON, any bytes. Fails only where there is no document at all (not YAML, not a mapping, too large,
/// too deep); everything else is in WorkflowDocument::problems. A SonataFlow custom resource is read through its
/// spec.flow. Any thread.
Result<WorkflowDocument> readWorkflow(const QByteArray &text);
/// The same of a text that was read already.
Result<WorkflowDocument> readWorkflow(const TextTree &tree);

} // namespace podium
