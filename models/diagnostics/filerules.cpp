// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"
#include "models/form/validator.h"
#include "models/workflow/treevalue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxSchema = 4 << 20;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::FileRules)
};

/// Where a file lies that a definition names: beside it, or in the folder of resources that it is part of. "" where it
/// is not found, or lies elsewhere than on this machine.
QString localFile(const Check &check, QString uri)
{
    uri = uri.section(u'#', 0, 0);
    for (const auto scheme : {"classpath:"_L1, "file:"_L1}) {
        if (uri.startsWith(scheme))
            uri = uri.mid(scheme.size());
    }
    const QFileInfo own(check.options.file);
    if (QFileInfo(uri).isAbsolute() && QFileInfo::exists(uri))
        return uri;
    while (uri.startsWith(u'/'))
        uri.remove(0, 1);
    const QString beside = own.dir().filePath(uri);
    if (QFileInfo(beside).isFile())
        return beside;
    QDir folder = own.dir();
    for (int up = 0; up < 6 && folder.cdUp(); ++up) {
        if ((folder.dirName() == "resources"_L1 || up == 0) && QFileInfo(folder.filePath(uri)).isFile())
            return folder.filePath(uri);
    }
    return {};
}

bool isRemote(const QString &uri)
{
    return uri.contains("://"_L1) || uri.startsWith("http"_L1) || uri.startsWith("${"_L1);
}

/// The places of a definition that name a file which the runtime reads when it is built.
QList<TextPlace> filePlaces(const Check &check)
{
    QList<TextPlace> places;
    const TextPlace schema = check.flow["dataInputSchema"_L1];
    places.append(schema.isMapping() ? schema["schema"_L1] : schema);
    for (const auto key : {"functions"_L1, "events"_L1, "errors"_L1, "retries"_L1, "auth"_L1, "timeouts"_L1,
                           "constants"_L1, "secrets"_L1})
        places.append(check.flow[key]);
    for (const TextPlace &function : check.flow["functions"_L1].items()) {
        const bool called = check.isUsed(PartKind::Function, function["name"_L1].string());
        if (function["type"_L1].string() == "asyncapi"_L1 && called)
            places.append(function["operation"_L1]);
    }
    return places;
}

void missingFiles(Check &check)
{
    if (check.options.file.isEmpty())
        return;
    const QList<TextPlace> places = filePlaces(check);
    for (const TextPlace &place : places) {
        const QString uri = place.string();
        if (!place.isScalar() || uri.isEmpty() || isRemote(uri) || !localFile(check, uri).isEmpty())
            continue;
        check.report(Texts::tr("There is no file “%1” beside the definition.").arg(uri.section(u'#', 0, 0)), place);
    }
}

/// A schema that lies in a file, or is written in the definition; null where there is none that can be read.
std::optional<Json> inputSchema(const Check &check, QString &problem)
{
    const TextPlace place = check.flow["dataInputSchema"_L1];
    const TextPlace schema = place.has("schema"_L1) ? place["schema"_L1] : place;
    if (schema.isMapping())
        return treeValue(check.tree, schema.index());
    if (!schema.isScalar() || check.options.file.isEmpty() || isRemote(schema.string()))
        return std::nullopt;
    QFile file(localFile(check, schema.string()));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kMaxSchema)
        return std::nullopt;
    const Result<TextTree> tree = TextTree::parse(file.readAll());
    if (!tree || !tree->fault().message.isEmpty()) {
        problem = tree ? tree->fault().message : tree.error().why;
        return std::nullopt;
    }
    return treeValue(*tree, tree->root());
}

void inputSchemas(Check &check)
{
    QString problem;
    const std::optional<Json> schema = inputSchema(check, problem);
    if (schema)
        problem = Validator(*schema).problem();
    if (!problem.isEmpty())
        check.report(Texts::tr("The schema of the input is wrong: %1").arg(problem), check.flow["dataInputSchema"_L1]);
}

void secondDocument(Check &check)
{
    if (check.tree.nextDocument().isValid())
        check.report(Texts::tr("A second document begins here: SonataFlow reads the first one only."),
                     check.tree.nextDocument());
}

} // namespace

QList<Rule> fileRules()
{
    return {
        {"missing-file", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Files that are named exist"),
         missingFiles},
        {"input-schema", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "The schema of the input is a schema"),
         inputSchemas},
        {"second-document", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "One document per file"),
         secondDocument},
    };
}

} // namespace podium
