// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::ReferenceRules)
};

/// How many letters to change (Levenshtein), for names of which one may be a slip of the pen.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = a.at(i).toLower() == b.at(static_cast<qsizetype>(j) - 1).toLower() ? 0 : 1;
            const int best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + change});
            diagonal = std::exchange(row[j], best);
        }
    }
    return row.back();
}

/// The defined name that is nearest, "" where none is near.
QString nearest(const Check &check, PartKind kind, const QString &name)
{
    QString best;
    if (name.size() < 3)
        return {};
    int least = std::max(2, static_cast<int>(std::min<qsizetype>(name.size(), 64)) / 3) + 1;
    for (const PartName &part : check.names) {
        if (part.kind != kind || !part.definition || std::abs(part.name.size() - name.size()) >= least ||
            part.name.size() > 64)
            continue;
        if (const int far = distance(name, part.name); far < least) {
            least = far;
            best = part.name;
        }
    }
    return best;
}

/// The reader found them; here they get what mends them.
void unknown(Check &check, QLatin1StringView rule, PartKind kind)
{
    for (const WorkflowProblem &problem : check.workflow.problems) {
        if (problem.rule != rule)
            continue;
        Diagnostic &found = check.report(problem.message, problem.span);
        const auto part = std::find_if(check.names.cbegin(), check.names.cend(), [&](const PartName &name) {
            return name.kind == kind && check.tree.node(name.node).span.begin == problem.span.begin;
        });
        if (part == check.names.cend())
            continue;
        const QString better = nearest(check, kind, part->name);
        if (better.isEmpty())
            continue;
        found.message += u' ' + Texts::tr("Did you mean “%1”?").arg(better);
        found.fixes.append({Texts::tr("Change it to %1").arg(better),
                            [path = check.map.pathOf(part->node), better](const TextTree &tree) {
                                return StructureEditor(tree).set(path, better.toStdString());
                            }});
    }
}

void unknownStates(Check &check)
{
    unknown(check, "unknown-state"_L1, PartKind::State);
}

void unknownFunctions(Check &check)
{
    unknown(check, "unknown-function"_L1, PartKind::Function);
}

void unknownEvents(Check &check)
{
    unknown(check, "unknown-event"_L1, PartKind::Event);
}

void unknownErrors(Check &check)
{
    unknown(check, "unknown-error"_L1, PartKind::Error);
}

void unknownRetries(Check &check)
{
    unknown(check, "unknown-retry"_L1, PartKind::Retry);
}

void unknownAuth(Check &check)
{
    if (check.flow["auth"_L1].isScalar())
        return;
    for (const PartName &part : check.names) {
        if (part.kind == PartKind::Auth && !part.definition && !check.isDefined(PartKind::Auth, part.name))
            check.report(Texts::tr("There is no authentication named \"%1\".").arg(part.name),
                         check.tree.node(part.node).span);
    }
}

/// Of lists of which the runtime takes any.
void repeatedNames(Check &check)
{
    QSet<std::pair<int, QString>> seen;
    for (const PartName &part : check.names) {
        const std::pair key(static_cast<int>(part.kind), part.name);
        if (part.definition && part.kind != PartKind::State && part.kind != PartKind::Function && seen.contains(key)) {
            check.report(Texts::tr("\"%1\" is defined more than once.").arg(part.name),
                         check.tree.node(part.node).span);
        }
        if (part.definition)
            seen.insert(key);
    }
}

/// Of states and functions, where the runtime refuses.
void duplicateNames(Check &check)
{
    check.takeProblems("duplicate-name"_L1);
    QSet<QString> seen;
    for (const PartName &part : check.names) {
        if (part.kind != PartKind::Function || !part.definition)
            continue;
        if (seen.contains(part.name))
            check.report(Texts::tr("More than one function is named \"%1\".").arg(part.name),
                         check.tree.node(part.node).span);
        seen.insert(part.name);
    }
}

/// Functions are also called within expressions, as fn:name.
bool isCalledInExpression(const Check &check, const QString &name)
{
    return check.tree.text().contains(QByteArray("fn:" + name.toUtf8()));
}

void unusedDefinitions(Check &check)
{
    for (const PartName &part : check.names) {
        if (!part.definition || part.kind == PartKind::State || check.isUsed(part.kind, part.name))
            continue;
        if (part.kind == PartKind::Function && isCalledInExpression(check, part.name))
            continue;
        Diagnostic &found =
            check.report(Texts::tr("\"%1\" is defined, but not used.").arg(part.name), check.tree.node(part.node).span);
        DocumentPath item = check.map.pathOf(part.node);
        item.removeLast();
        found.fixes.append({Texts::tr("Remove %1").arg(part.name),
                            [item](const TextTree &tree) { return StructureEditor(tree).remove(item); }});
    }
}

} // namespace

QList<Rule> referenceRules()
{
    return {
        {"unknown-state", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States that are named exist"),
         unknownStates},
        {"unknown-function", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Functions that are called exist"),
         unknownFunctions},
        {"unknown-event", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Events that are named exist"),
         unknownEvents},
        {"unknown-error", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "Errors that are handled exist"),
         unknownErrors},
        {"unknown-retry", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Retries that are named exist"),
         unknownRetries},
        {"unknown-auth", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Authentications that are named exist"),
         unknownAuth},
        {"duplicate-name", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "States and functions with one name"),
         duplicateNames},
        {"repeated-name", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Other definitions with one name"),
         repeatedNames},
        {"unused-definition", Severity::Information, QT_TRANSLATE_NOOP("podium::Rules", "Definitions that nobody uses"),
         unusedDefinitions},
    };
}

} // namespace podium
