// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rendercommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastScale = 0.05;
constexpr double kMostScale = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenderCommand)
};

Error wrong(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = why;
    return error;
}

bool isFormat(const QString &suffix)
{
    return QStringList{u"svg"_s, u"png"_s, u"pdf"_s}.contains(suffix.toLower());
}

QString withoutSuffix(const QString &fileName)
{
    QString base = fileName;
    for (const auto suffix : {".yaml"_L1, ".yml"_L1, ".json"_L1, ".sw"_L1}) {
        if (base.size() > suffix.size() && base.endsWith(suffix, Qt::CaseInsensitive))
            base.chop(suffix.size());
    }
    return base;
}

QString folderOf(const QString &file)
{
    return QFileInfo(file).absolutePath();
}

/// The folder that holds all files, itself or in folders below it.
QString commonFolder(const QStringList &files)
{
    QStringList common = folderOf(files.constFirst()).split(u'/');
    for (const QString &file : files) {
        const QStringList parts = folderOf(file).split(u'/');
        const auto differs = std::mismatch(common.cbegin(), common.cend(), parts.cbegin(), parts.cend()).first;
        common.resize(differs - common.cbegin());
    }
    const QString folder = common.join(u'/');
    return folder.isEmpty() ? u"/"_s : folder;
}

/// --output, understood.
struct Place
{
    QString file;   ///< the one picture; else:
    QString folder; ///< "": beside each file
    QString suffix = u"svg"_s;
};

Result<Place> placeOf(const QString &output, qsizetype files)
{
    if (output.isEmpty())
        return Place();
    const QFileInfo info(output);
    const QString name = info.fileName();
    const bool pattern = name.startsWith(u"*."_s) || (name.startsWith(u'.') && isFormat(name.mid(1)));
    if (!pattern && (name.isEmpty() || info.isDir() || !name.contains(u'.')))
        return Place{{}, output, u"svg"_s};
    const QString suffix = info.suffix();
    if (!isFormat(suffix)) {
        return wrong(Texts::tr("“%1” is no kind of picture that can be written. End it with .svg, .png or .pdf, or "
                               "with / if it is a folder.")
                         .arg(output));
    }
    if (pattern) {
        const QString folder = output.left(output.size() - name.size());
        return Place{{}, folder, suffix.toLower()};
    }
    if (files > 1) {
        return wrong(Texts::tr("“%1” is one picture, but there are %2 files. Give a folder, or a pattern such as "
                               "'folder/*.%3'.")
                         .arg(output)
                         .arg(files)
                         .arg(suffix));
    }
    return Place{output, {}, suffix.toLower()};
}

QString optionFault(const QCommandLineParser &parser, const QCommandLineOption &option, const QStringList &choices)
{
    const QString value = parser.value(option);
    if (choices.contains(value, Qt::CaseInsensitive))
        return {};
    return Texts::tr("“%1” is no value of --%2. Use %3.")
        .arg(value, option.names().constLast(), choices.join(Texts::tr(" or ")));
}

std::optional<double> scaleOf(const QString &text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !(scale >= kLeastScale && scale <= kMostScale))
        return std::nullopt;
    return scale;
}

QString helpOf(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"render"_s, Texts::tr("Draws definitions without opening a window."), u"render"_s);
    parser.addPositionalArgument(u"FILE"_s, Texts::tr("Workflow definitions, YAML or JSON."), Texts::tr("FILE…"));
    return Texts::tr("Draws workflow definitions as pictures. No display is needed.") % u"\n\n" % parser.helpText() %
           u'\n' %
           Texts::tr("Without --output each picture is an SVG beside its FILE. Several FILEs go into a folder "
                     "(--output pictures/), keep their own (--output .png), or both (--output 'pictures/*.pdf').\n"
                     "The exit code is 0 when all is drawn, 1 when a FILE is wrong or a picture could not be written, "
                     "2 when the arguments are wrong.") %
           u'\n';
}

} // namespace

Result<QList<RenderJob>> planPictures(const QStringList &files, const QString &output)
{
    const Result<Place> place = placeOf(output, files.size());
    if (!place)
        return place.error();
    QList<RenderJob> jobs;
    if (!place->file.isEmpty()) {
        jobs.append({files.constFirst(), place->file});
    } else {
        const QDir common(commonFolder(files));
        QHash<QString, int> uses;
        const auto target = [&](const QString &file, const QString &name) {
            const QString folder = place->folder.isEmpty()
                                       ? QFileInfo(file).path()
                                       : place->folder % u'/' % common.relativeFilePath(folderOf(file));
            return QDir::cleanPath(folder % u'/' % name % u'.' % place->suffix);
        };
        for (const QString &file : files)
            ++uses[target(file, withoutSuffix(QFileInfo(file).fileName()))];
        for (const QString &file : files) {
            const QString name = QFileInfo(file).fileName();
            const QString wanted = target(file, withoutSuffix(name));
            jobs.append({file, uses.value(wanted) == 1 ? wanted : target(file, name)});
        }
    }
    QSet<QString> sources;
    for (const QString &file : files)
        sources.insert(QFileInfo(file).absoluteFilePath());
    for (const RenderJob &job : jobs) {
        if (sources.contains(QFileInfo(job.target).absoluteFilePath()))
            return wrong(Texts::tr("The picture would replace the definition “%1”.").arg(job.target));
    }
    return jobs;
}

RenderCommand RenderCommand::parse(const QStringList &arguments)
{
    const QCommandLineOption output({u"o"_s, u"output"_s},
                                    Texts::tr("Where the pictures go: a file, a folder, or a pattern such as "
                                              "'folder/*.png'."),
                                    Texts::tr("WHERE"));
    const QCommandLineOption direction(u"direction"_s, Texts::tr("Top-down (TB, the default) or left-right (LR)."),
                                       u"TB|LR"_s, u"TB"_s);
    const QCommandLineOption theme(u"theme"_s, Texts::tr("Colours: light (the default) or dark."), u"light|dark"_s,
                                   u"light"_s);
    const QCommandLineOption scale(u"scale"_s, Texts::tr("Size; 1 is as on screen. PNG: 2 by default."),
                                   Texts::tr("N"));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Texts::tr("Show this help."));
    QCommandLineParser parser;
    parser.addOptions({output, direction, theme, scale, help});
    RenderCommand command;
    const bool understood = parser.parse(arguments);
    if (parser.isSet(help)) {
        command.help = helpOf(parser);
        return command;
    }
    QStringList files = parser.positionalArguments().mid(1);
    files.removeDuplicates();
    const std::optional<double> factor = parser.isSet(scale) ? scaleOf(parser.value(scale)) : 0;
    command.fault = !understood       ? parser.errorText()
                    : files.isEmpty() ? Texts::tr("There is no FILE to draw.")
                    : !factor         ? Texts::tr("“%1” is no value of --scale. Use a number from %2 to %3.")
                                    .arg(parser.value(scale))
                                    .arg(kLeastScale)
                                    .arg(kMostScale)
                                      : optionFault(parser, direction, {u"TB"_s, u"LR"_s});
    if (command.fault.isEmpty())
        command.fault = optionFault(parser, theme, {u"light"_s, u"dark"_s});
    if (!command.fault.isEmpty())
        return command;
    const Result<QList<RenderJob>> jobs = planPictures(files, parser.value(output));
    if (!jobs) {
        command.fault = jobs.error().what;
        return command;
    }
    const bool leftRight = parser.value(direction).compare("LR"_L1, Qt::CaseInsensitive) == 0;
    command.request.jobs = *jobs;
    command.request.direction = leftRight ? LayoutDirection::LeftRight : LayoutDirection::TopDown;
    command.request.dark = parser.value(theme).compare("dark"_L1, Qt::CaseInsensitive) == 0;
    command.request.scale = *factor;
    return command;
}

} // namespace podium
