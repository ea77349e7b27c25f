// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"
#include "models/diagnostics/expressions.h"

#include <QRegularExpression>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::ExpressionRules)
};

bool isJq(const Check &check)
{
    const QString language = check.workflow.expressionLang;
    return language.isEmpty() || language == "jq"_L1;
}

/// As the runtime replaces calls of expression functions before it evaluates: here any value stands for them.
QString withoutCalls(const QString &expression)
{
    static const QRegularExpression call(u"\\bfn:[\\w-]+"_s);
    return QString(expression).replace(call, u"(.)"_s);
}

/// What iterates gives its items to expressions as variables of those names.
QSet<QString> iterationNames(const Check &check)
{
    static const QRegularExpression name(u"[A-Za-z_]\\w*"_s);
    QSet<QString> names;
    for (const State &state : check.workflow.states) {
        if (const QString found = name.match(state.iterationParameter).captured(); !found.isEmpty())
            names.insert(found);
    }
    return names;
}

/// What libjq says about each expression; empty where it is right, or could not be asked.
QStringList verdicts(Check &check, const QList<Expression> &expressions)
{
    const QSet<QString> variables = iterationNames(check);
    QStringList programs;
    for (const Expression &expression : expressions) {
        QString program = forLibjq(withoutCalls(expression.text));
        for (const QString &variable : variables) {
            if (expression.text.contains(u'$' + variable))
                program = u". as $"_s + variable + u" | "_s + program;
        }
        programs.append(program);
    }
    if (check.options.jqWorker.isEmpty() || programs.isEmpty())
        return {};
    const Result<QStringList> told =
        checkJq(check.options.jqWorker, programs, check.jqKnown(), check.options.cancelled);
    return told ? *told : QStringList();
}

/// A name that jq does not know: the variables are those that SonataFlow gives to expressions.
bool isAboutVariable(const QString &verdict)
{
    return verdict.startsWith(u'$') && verdict.contains("is not defined"_L1);
}

void jqRule(Check &check, bool variables)
{
    if (!isJq(check))
        return;
    const QList<Expression> expressions = expressionsOf(check.flow);
    const QStringList told = verdicts(check, expressions);
    for (qsizetype i = 0; i < told.size(); ++i) {
        const QString &verdict = told.at(i);
        if (verdict.isEmpty() || isAboutVariable(verdict) != variables)
            continue;
        const SourceSpan span = check.tree.node(expressions.at(i).node).span;
        if (variables)
            check.report(Texts::tr("There is no variable %1. Expressions know $WORKFLOW, $SECRET and $CONST.")
                             .arg(verdict.section(u' ', 0, 0).section(u'/', 0, 0)),
                         span);
        else
            check.report(Texts::tr("jq cannot read this expression: %1").arg(verdict), span);
    }
}

void jqSyntax(Check &check)
{
    jqRule(check, false);
}

void jqVariables(Check &check)
{
    jqRule(check, true);
}

void expressionLanguage(Check &check)
{
    const QString language = check.workflow.expressionLang;
    if (!isJq(check) && language != "jsonpath"_L1)
        check.report(Texts::tr("SonataFlow knows the expression languages jq and jsonpath, not \"%1\".").arg(language),
                     check.flow["expressionLang"_L1]);
}

} // namespace

// Warnings: the builder takes any expression, and libjq is not the jq that evaluates it in a run.
QList<Rule> expressionRules()
{
    return {
        {"jq-syntax", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Expressions that jq can read"), jqSyntax},
        {"jq-variable", Severity::Warning, QT_TRANSLATE_NOOP("podium::Rules", "Variables that expressions know"),
         jqVariables},
        {"expression-language", Severity::Error, QT_TRANSLATE_NOOP("podium::Rules", "The language of expressions"),
         expressionLanguage},
    };
}

} // namespace podium
