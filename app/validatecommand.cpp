// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/validatecommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ValidateCommand)
};

QString helpOf(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"validate"_s, Texts::tr("Checks definitions without opening a window."),
                                 u"validate"_s);
    parser.addPositionalArgument(
        u"PATH"_s,
        Texts::tr("Workflow definitions, YAML or JSON, and folders: of those and what is below "
                  "them, all that are definitions."),
        Texts::tr("PATH…"));
    return Texts::tr("Says what the specification of workflows forbids (warning), what SonataFlow refuses (error), and "
                     "what it accepts and ignores (information).") %
           u"\n\n" % parser.helpText() % u'\n' %
           Texts::tr(
               "A comment “# podium-ignore RULE” in a definition silences a rule for what follows it.\n"
               "The exit code is 0 when nothing is found that is as bad as --fail-on says, 1 when something is or "
               "a file cannot be read, 2 when the arguments are wrong.") %
           u'\n';
}

/// The index of an option's value among its choices, -1 where it is none of them.
qsizetype choiceOf(const QCommandLineParser &parser, const QCommandLineOption &option, const QStringList &choices)
{
    return choices.indexOf(parser.value(option).toLower());
}

QString choiceFault(const QCommandLineParser &parser, const QCommandLineOption &option, const QStringList &choices)
{
    return Texts::tr("“%1” is no value of --%2. Use %3.")
        .arg(parser.value(option), option.names().constLast(), choices.join(Texts::tr(" or ")));
}

} // namespace

ValidateCommand ValidateCommand::parse(const QStringList &arguments)
{
    const QStringList formats{u"text"_s, u"json"_s, u"sarif"_s, u"github"_s};
    const QStringList severities{u"error"_s, u"warning"_s};
    const QCommandLineOption format({u"f"_s, u"format"_s},
                                    Texts::tr("How findings are written: text (the default), json, sarif (2.1.0), or "
                                              "github (annotations of GitHub Actions)."),
                                    formats.join(u'|'), formats.constFirst());
    const QCommandLineOption failOn(u"fail-on"_s,
                                    Texts::tr("What makes the command fail: error (the default) or warning."),
                                    severities.join(u'|'), severities.constFirst());
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Show this help."));
    QCommandLineParser parser;
    parser.addOptions({format, failOn, help});
    ValidateCommand command;
    const bool understood = parser.parse(arguments);
    if (parser.isSet(help)) {
        command.help = helpOf(parser);
        return command;
    }
    command.request.paths = parser.positionalArguments().mid(1);
    command.request.paths.removeDuplicates();
    const qsizetype chosen = choiceOf(parser, format, formats);
    const qsizetype severity = choiceOf(parser, failOn, severities);
    command.fault = !understood                       ? parser.errorText()
                    : command.request.paths.isEmpty() ? Texts::tr("There is no PATH to check.")
                    : chosen < 0                      ? choiceFault(parser, format, formats)
                    : severity < 0                    ? choiceFault(parser, failOn, severities)
                                                      : QString();
    command.request.format = static_cast<ValidateRequest::Format>(std::max<qsizetype>(chosen, 0));
    command.request.failOn = severity == 1 ? Severity::Warning : Severity::Error;
    return command;
}

} // namespace podium
