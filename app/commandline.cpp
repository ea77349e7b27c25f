// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Kinds of --open that make sense from outside; the window knows the rest.
bool isLocation(const QString &text)
{
    const QString kind = text.section(u':', 0, 0);
    const QStringList pages{u"overview"_s, u"workflows"_s, u"instances"_s, u"jobs"_s, u"bulks"_s, u"journal"_s};
    const QStringList objects{
        u"workflow"_s, u"instance"_s, u"run"_s,   u"compare"_s, u"runs"_s,  u"instances"_s,
        u"jobs"_s,     u"bulk"_s,     u"batch"_s, u"event"_s,   u"resume"_s}; // lists with a filter of theirs
    return text.contains(u':') ? objects.contains(kind) && !text.section(u':', 1).isEmpty() : pages.contains(kind);
}

CommandLine parseRender(const QStringList &arguments)
{
    const RenderCommand command = RenderCommand::parse(arguments);
    CommandLine line;
    line.render = command.request;
    if (!command.help.isEmpty()) {
        line.action = CommandLine::Action::PrintAndExit;
        line.output = command.help;
    } else if (!command.fault.isEmpty()) {
        line.action = CommandLine::Action::Fail;
        line.output = command.fault % u'\n' % Texts::tr("Try podium render --help.") % u'\n';
    } else {
        line.action = CommandLine::Action::Render;
    }
    return line;
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    if (arguments.value(1) == u"render"_s)
        return parseRender(arguments);
    const QCommandLineOption environment({u"e"_s, u"environment"_s},
                                         Texts::tr("Connect to a known environment, or import an environment file."),
                                         Texts::tr("NAME|FILE"));
    const QCommandLineOption open(
        {u"o"_s, u"open"_s},
        Texts::tr("Open workflow:ID, instance:ID, run:ID, batch:ID, event:ID, resume:ID, compare:ID@OLD..NEW, "
                  "runs:ID..ID, overview, workflows, instances, jobs, bulks or journal."),
        Texts::tr("WHAT"));
    const QCommandLineOption trace(
        u"trace"_s, Texts::tr("Write what happened when to a Chrome trace-event file (opens in Perfetto)."),
        Texts::tr("FILE"));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, Texts::tr("Show the version."));
    QCommandLineParser parser;
    parser.addOptions({environment, open, trace, help, version});

    CommandLine line;
    const bool understood = parser.parse(arguments) && parser.positionalArguments().isEmpty();
    if (parser.isSet(help)) {
        line.action = Action::PrintAndExit;
        line.output = Texts::tr("Podium, a native console for SonataFlow orchestration.") % u"\n\n" %
                      parser.helpText() % u'\n' %
                      Texts::tr("podium render FILE… draws definitions as pictures: see podium render --help.") % u'\n';
    } else if (parser.isSet(version)) {
        line.action = Action::PrintAndExit;
        line.output = u"podium " PODIUM_VERSION "\n"_s;
    } else if (!understood || (parser.isSet(open) && !isLocation(parser.value(open)))) {
        line.action = Action::Fail;
        const QString reason =
            !parser.errorText().isEmpty() ? parser.errorText()
            : !parser.positionalArguments().isEmpty()
                ? Texts::tr("Unexpected argument “%1”.").arg(parser.positionalArguments().constFirst())
                : Texts::tr("“%1” is nothing that can be opened. Use for example --open instance:ID.")
                      .arg(parser.value(open));
        line.output = reason % u'\n' % Texts::tr("Try podium --help.") % u'\n';
    }
    line.environment = parser.value(environment);
    line.open = parser.value(open);
    line.traceFile = parser.value(trace);
    return line;
}

QStringList CommandLine::forHandOver() const
{
    QStringList arguments{u"podium"_s};
    if (!environment.isEmpty()) {
        const QFileInfo file(environment);
        arguments << u"--environment"_s << (file.isFile() ? file.absoluteFilePath() : environment);
    }
    if (!open.isEmpty())
        arguments << u"--open"_s << open;
    return arguments;
}

} // namespace podium
