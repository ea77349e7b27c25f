// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphtexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

constexpr int kDetailLength = 400;

class GraphTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphTexts)
};

void addDetail(QStringList &details, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        details.append(label + u": "_s + clipped(text, kDetailLength));
}

} // namespace

QString displayName(GraphNode::Kind kind)
{
    using Kind = GraphNode::Kind;
    switch (kind) {
    case Kind::Start:
        return GraphTexts::tr("Start");
    case Kind::End:
        return GraphTexts::tr("End");
    case Kind::Operation:
        return GraphTexts::tr("Operation");
    case Kind::Inject:
        return GraphTexts::tr("Inject");
    case Kind::Switch:
        return GraphTexts::tr("Switch");
    case Kind::Event:
        return GraphTexts::tr("Event");
    case Kind::ForEach:
        return GraphTexts::tr("For each");
    case Kind::Callback:
        return GraphTexts::tr("Callback");
    case Kind::Parallel:
        return GraphTexts::tr("Parallel");
    case Kind::Sleep:
        return GraphTexts::tr("Sleep");
    case Kind::UnknownState:
        return GraphTexts::tr("Unknown state type");
    case Kind::Branch:
        return GraphTexts::tr("Branch");
    case Kind::EventHandler:
        return GraphTexts::tr("Event handler");
    case Kind::Action:
        return GraphTexts::tr("Action");
    case Kind::EventAction:
        return GraphTexts::tr("Event action");
    case Kind::SubFlow:
        return GraphTexts::tr("Sub-workflow");
    case Kind::EventWait:
        return GraphTexts::tr("Wait for an event");
    case Kind::Missing:
        return GraphTexts::tr("Missing state");
    }
    return {};
}

QString durationWords(const QString &iso)
{
    static const QRegularExpression pattern(
        u"^P(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6}(?:\\.\\d{1,3})?)S)?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(iso.trimmed());
    if (!match.hasMatch())
        return iso;
    const QStringList units{GraphTexts::tr("d", "days"), GraphTexts::tr("h", "hours"), GraphTexts::tr("min", "minutes"),
                            GraphTexts::tr("s", "seconds")};
    QStringList parts;
    for (int i = 0; i < 4; ++i) {
        if (const QString number = match.captured(i + 1); !number.isEmpty())
            parts.append(number + u' ' + units.at(i));
    }
    return parts.isEmpty() ? iso : parts.join(u' ');
}

QString bareExpression(const QString &expression)
{
    QString text = expression.simplified();
    if (text.startsWith("${"_L1) && text.endsWith(u'}') && !text.mid(2).contains("${"_L1))
        text = text.mid(2, text.size() - 3).trimmed();
    return text;
}

QString clipped(const QString &text, int length)
{
    // What is cut off need not be simplified: names can be megabytes.
    const QString line = text.left(length * 4).simplified();
    if (line.size() <= length && text.size() <= length * 4)
        return line;
    qsizetype cut = std::min<qsizetype>(length - 1, line.size());
    if (cut > 0 && line.at(cut - 1).isHighSurrogate())
        --cut;
    return line.left(cut).trimmed() + u'\u2026';
}

QString actionSubtitle(const Action &action, const WorkflowDocument &document)
{
    switch (action.kind) {
    case Action::Kind::Function: {
        if (action.name.isEmpty() || action.name == action.target.name) {
            const Function *function = document.function(action.target.name);
            return function ? clipped(function->operation, 60) : QString();
        }
        return clipped(action.target.name, 60);
    }
    case Action::Kind::SubFlow:
        return action.name.isEmpty() ? GraphTexts::tr("sub-workflow") : clipped(action.target.name, 60);
    case Action::Kind::Event:
        if (!action.resultEvent.isEmpty() && !action.triggerEvent.isEmpty())
            return GraphTexts::tr("sends, then waits for %1").arg(clipped(action.resultEvent.name, 60));
        return action.triggerEvent.isEmpty() ? GraphTexts::tr("waits for the event")
                                             : GraphTexts::tr("sends the event");
    case Action::Kind::None:
        break;
    }
    return GraphTexts::tr("does nothing");
}

QStringList actionDetails(const Action &action, const WorkflowDocument &document)
{
    QStringList details;
    if (action.kind == Action::Kind::Function) {
        addDetail(details, GraphTexts::tr("Function"), action.target.name);
        if (const Function *function = document.function(action.target.name))
            addDetail(details, GraphTexts::tr("Operation"), function->type + u", "_s + function->operation);
        else if (!document.functions.uri.isEmpty())
            addDetail(details, GraphTexts::tr("Defined in"), document.functions.uri);
    }
    if (action.kind == Action::Kind::SubFlow)
        addDetail(details, GraphTexts::tr("Workflow"),
                  action.version.isEmpty() ? action.target.name : action.target.name + u" "_s + action.version);
    addDetail(details, GraphTexts::tr("Sends"), action.triggerEvent.name);
    addDetail(details, GraphTexts::tr("Waits for"), action.resultEvent.name);
    addDetail(details, GraphTexts::tr("Time limit"), durationWords(action.timeout));
    addDetail(details, GraphTexts::tr("Arguments"), action.arguments);
    addDetail(details, GraphTexts::tr("Only if"), bareExpression(action.condition));
    addDetail(details, GraphTexts::tr("Sleeps before"), durationWords(action.sleepBefore));
    addDetail(details, GraphTexts::tr("Sleeps after"), durationWords(action.sleepAfter));
    addDetail(details, GraphTexts::tr("Retry"), action.retry.name);
    if (action.invoke == "async"_L1)
        details.append(GraphTexts::tr("Does not wait for the answer"));
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
    addDetail(details, GraphTexts::tr("At a time"), state.batchSize);
    if (state.completionType == "atLeast"_L1)
        addDetail(details, GraphTexts::tr("Goes on after"), state.numCompleted);
    addDetail(details, GraphTexts::tr("Time limit"), durationWords(state.timeouts.stateExec));
    addDetail(details, GraphTexts::tr("Time limit of an action"), durationWords(state.timeouts.actionExec));
    addDetail(details, GraphTexts::tr("Time limit of a branch"), durationWords(state.timeouts.branchExec));
    addDetail(details, GraphTexts::tr("Waits for events at most"), durationWords(state.timeouts.event));
    addDetail(details, GraphTexts::tr("Compensated by"), state.compensatedBy.name);
    return details;
}

} // namespace podium
