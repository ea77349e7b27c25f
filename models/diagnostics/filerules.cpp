// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"
#include "models/diagnostics/expressions.h"
#include "models/form/validator.h"
#include "models/workflow/treevalue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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
    for (const TextPlace &extension : check.flow["extensions"_L1].items()) {
        const TextPlace output = extension["outputSchema"_L1];
        places.append(output.isMapping() ? output["schema"_L1] : output);
    }
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

/// The first name of a path, "" where the expression is no path: .a.b[0] gives a.
QString rootName(const QString &expression)
{
    static const QRegularExpression path(u"^\\.([A-Za-z_]\\w*)"_s);
    return path.match(expression).captured(1);
}

/// Where a state puts results and events: "" is the whole of the data.
QStringList resultTargets(const State &state)
{
    QList<Action> actions = state.actions;
    QStringList targets;
    for (const Branch &branch : state.branches)
        actions += branch.actions;
    for (const EventHandler &handler : state.eventHandlers) {
        actions += handler.actions;
        targets.append(handler.filter.toStateData);
    }
    for (const SwitchCondition &condition : state.eventConditions)
        targets.append(condition.filter.toStateData);
    if (state.type == State::Type::Callback)
        targets.append(state.callbackFilter.toStateData);
    for (const Action &action : std::as_const(actions)) {
        if (action.filter.useResults)
            targets.append(action.filter.toStateData);
    }
    return targets;
}

/// The names that the data of a workflow can have at its top; nothing where that cannot be told: the schema is open, or
/// a filter or a result may put anything there.
std::optional<QSet<QString>> dataNames(const Check &check, const Json &schema)
{
    QSet<QString> names;
    const Json *properties = memberAt(schema, "properties");
    for (const char *word : {"$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties"}) {
        if (memberAt(schema, word))
            return std::nullopt;
    }
    const Json *others = memberAt(schema, "additionalProperties");
    if (!properties || !properties->is_object() || (others && *others != false))
        return std::nullopt;
    for (auto property = properties->begin(); property != properties->end(); ++property)
        names.insert(QString::fromStdString(property.key()));
    for (const TextPlace &place : check.flow["states"_L1].items()) {
        for (const auto &[key, value] : place["data"_L1].members())
            names.insert(key.string());
        for (const auto word : {"iterationParam"_L1, "outputCollection"_L1}) {
            const QString expression = place[word].string();
            names.insert(expression.startsWith(u'$') ? rootName(expression.mid(2).trimmed()) : expression);
            names.insert(rootName(expression));
        }
    }
    for (const State &state : check.workflow.states) {
        if (!state.inputFilter.isEmpty() || !state.outputFilter.isEmpty())
            return std::nullopt;
        const QStringList targets = resultTargets(state);
        for (const QString &target : targets) {
            const QString name = rootName(target.startsWith("${"_L1) ? target.mid(2).trimmed() : target.trimmed());
            if (name.isEmpty())
                return std::nullopt; // it is merged into the whole
            names.insert(name);
        }
    }
    return names;
}

void unknownData(Check &check)
{
    QString problem;
    const std::optional<Json> schema = inputSchema(check, problem);
    const std::optional<QSet<QString>> names = schema ? dataNames(check, *schema) : std::nullopt;
    if (!names)
        return;
    const QList<Expression> expressions = expressionsOf(check.flow);
    for (const Expression &expression : expressions) {
        const QString name = expression.ofState ? rootName(expression.text) : QString();
        if (!name.isEmpty() && !names->contains(name))
            check.report(Texts::tr("Neither the input nor a state has \"%1\".").arg(name),
                         check.tree.node(expression.node).span);
    }
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
        {"unknown-data", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Data that expressions look at"),
         unknownData},
        {"second-document", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "One document per file"),
         secondDocument},
    };
}

} // namespace podium
