// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphtexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class GraphTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphTexts)
};

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

QString scheduleWords(const QString &schedule)
{
    static const QRegularExpression pattern(u"^R(\\d{0,9})/(?:[^/]*/)?(P[^/]*)$"_s);
    const QRegularExpressionMatch match = pattern.match(schedule.trimmed());
    if (!match.hasMatch())
        return durationWords(schedule);
    const QString every = GraphTexts::tr("every %1").arg(durationWords(match.captured(2)));
    return match.captured(1).isEmpty() ? every : GraphTexts::tr("%1, %2 times").arg(every, match.captured(1));
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

} // namespace podium
