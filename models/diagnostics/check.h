// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/diagnostics/checker.h"
#include "models/document/partnames.h"

#include <QCoreApplication>
#include <QHash>

namespace podium {

/// What the rules look at, made once for all of them, and where they put what they find.
class Check
{
public:
    Check(const Reading &reading, const CheckOptions &options);

    const TextTree &tree;
    const DocumentMap &map;
    const CheckOptions &options;
    const TextPlace flow;  ///< the definition: see flowRoot()
    const bool isResource; ///< of a SonataFlow resource, whose metadata name it
    const WorkflowDocument workflow;
    const QList<PartName> names;

    bool cancelled() const { return options.cancelled && options.cancelled(); }
    bool isUsed(PartKind kind, const QString &name) const;
    bool isDefined(PartKind kind, const QString &name) const;
    /// On the place, or on its key where it is a collection.
    Diagnostic &report(const QString &message, const TextPlace &place);
    Diagnostic &report(const QString &message, const SourceSpan &span);
    /// On the key of a member.
    Diagnostic &reportKey(const QString &message, const TextPlace &object, QLatin1StringView key);
    void takeProblems(QLatin1StringView rule); ///< of the reader's
    DocumentPath path(const TextPlace &place) const { return map.pathOf(place.index()); }

    JqVerdicts &jqKnown() { return options.jqKnown ? *options.jqKnown : m_jqKnown; }

    QList<Diagnostic> take(const QString &rule, Severity severity);

private:
    JqVerdicts m_jqKnown;
    QList<Diagnostic> m_found; ///< by the rule that runs
    QHash<std::pair<int, QString>, int> m_uses;
    QHash<std::pair<int, QString>, int> m_definitions;
};

/// One line of the table of rules.
struct Rule
{
    const char *id;
    Severity severity;
    const char *title; ///< in English: see QT_TRANSLATE_NOOP
    void (*check)(Check &);
};
/// The parts of the table.
QList<Rule> specificationRules();
QList<Rule> referenceRules();
QList<Rule> runtimeRules();
QList<Rule> flowRules();
QList<Rule> expressionRules();
QList<Rule> fileRules();

} // namespace podium
