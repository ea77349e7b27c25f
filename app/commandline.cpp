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
    const QStringList pages{u"overview"_s, u"workflows"_s, u"instances"_s,     u"jobs"_s,
                            u"bulks"_s,    u"journal"_s,   u"notifications"_s, u"watch"_s};
    const QStringList objects{
        u"workflow"_s, u"instance"_s, u"run"_s,   u"compare"_s, u"runs"_s,  u"instances"_s,
        u"jobs"_s,     u"bulk"_s,     u"batch"_s, u"event"_s,   u"resume"_s}; // lists with a filter of theirs
    return text.contains(u':') ? objects.contains(kind) && !text.section(u':', 1).isEmpty() : pages.contains(kind);
}

/// A command without a window: its own help and faults, else what it is to do.
template <typename Command>
CommandLine parseCommand(const Command &command, CommandLine::Action action, const QString &name)
{
    CommandLine line;
    if (!command.help.isEmpty()) {
        line.action = CommandLine::Action::PrintAndExit;
        line.output = command.help;
    } else if (!command.fault.isEmpty()) {
        line.action = CommandLine::Action::Fail;
        line.output = command.fault % u'\n' % Texts::tr("Try podium %1 --help.").arg(name) % u'\n';
    } else {
        line.action = action;
    }
    return line;
}

/// Nothing where the arguments are those of the window.
std::optional<CommandLine> parseCommandOf(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    if (name == u"render"_s) {
        const RenderCommand command = RenderCommand::parse(arguments);
        CommandLine line = parseCommand(command, CommandLine::Action::Render, name);
        line.render = command.request;
        return line;
    }
    if (name == u"validate"_s) {
        const ValidateCommand command = ValidateCommand::parse(arguments);
        CommandLine line = parseCommand(command, CommandLine::Action::Validate, name);
        line.validate = command.request;
        return line;
    }
    return std::nullopt;
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    if (std::optional<CommandLine> command = parseCommandOf(arguments))
        return *command;
    const QCommandLineOption environment({u"e"_s, u"environment"_s},
                                         Texts::tr("Connect to a known environment, or import an environment file."),
                                         Texts::tr("NAME|FILE"));
    const QCommandLineOption open({u"o"_s, u"open"_s},
                                  Texts::tr("Open workflow:ID, instance:ID, run:ID, batch:ID, event:ID, resume:ID, "
                                            "compare:ID@OLD..NEW, runs:ID..ID, overview, workflows, "
                                            "instances, jobs, notifications, bulks, journal or watch."),
                                  Texts::tr("WHAT"));
    const QCommandLineOption signIn(u"sign-in"_s,
                                    Texts::tr("Sign in to the environment at once, instead of waiting to be asked."));
    const QCommandLineOption trace(
        u"trace"_s, Texts::tr("Write what happened when to a Chrome trace-event file (opens in Perfetto)."),
        Texts::tr("FILE"));
    const QCommandLineOption minimized(u"minimized"_s,
                                       Texts::tr("Start without a window in front: in the tray, where there is one."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, Texts::tr("Show the version."));
    QCommandLineParser parser;
    parser.addOptions({environment, open, signIn, minimized, trace, help, version});

    CommandLine line;
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("Definitions, or a folder of them, to edit."), u"[FILE…]"_s);
    const bool parsed = parser.parse(arguments);
    QString missing;
    for (const QString &argument : parser.positionalArguments()) {
        if (const QFileInfo file(argument); file.exists())
            line.files << file.absoluteFilePath();
        else
            missing = argument;
    }
    const bool understood = parsed && missing.isEmpty();
    if (parser.isSet(help)) {
        line.action = Action::PrintAndExit;
        line.output =
            Texts::tr("Podium, a native console for SonataFlow orchestration.") % u"\n\n" % parser.helpText() % u'\n' %
            Texts::tr("podium render FILE… draws definitions as pictures: see podium render --help.") % u'\n' %
            Texts::tr("podium validate PATH… checks definitions: see podium validate --help.") % u'\n';
    } else if (parser.isSet(version)) {
        line.action = Action::PrintAndExit;
        line.output = u"podium " PODIUM_VERSION "\n"_s;
    } else if (understood && parser.isSet(signIn) && !parser.isSet(environment)) {
        line.action = Action::Fail;
        line.output = Texts::tr("--sign-in needs --environment.") % u'\n' % Texts::tr("Try podium --help.") % u'\n';
    } else if (!understood || (parser.isSet(open) && !isLocation(parser.value(open)))) {
        line.action = Action::Fail;
        const QString reason =
            !parser.errorText().isEmpty() ? parser.errorText()
            : !missing.isEmpty()          ? Texts::tr("There is no file “%1”.").arg(missing)
                                 : Texts::tr("“%1” is nothing that can be opened. Use for example --open instance:ID.")
                                       .arg(parser.value(open));
        line.output = reason % u'\n' % Texts::tr("Try podium --help.") % u'\n';
    }
    line.environment = parser.value(environment);
    line.open = parser.value(open);
    line.signIn = parser.isSet(signIn);
    line.minimized = parser.isSet(minimized);
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
    if (signIn)
        arguments << u"--sign-in"_s;
    if (minimized)
        arguments << u"--minimized"_s;
    return arguments + files;
}

} // namespace podium
