// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/check.h"

namespace podium {

using namespace Qt::StringLiterals;

Check::Check(const Reading &reading, const CheckOptions &checkOptions)
    : tree(*reading.tree)
    , map(*reading.map)
    , options(checkOptions)
    , flow(flowRoot(tree))
    , isResource(flow.index() != tree.root() || TextPlace::rootOf(tree).has("apiVersion"_L1))
    , workflow([this] {
        Result<WorkflowDocument> read = readWorkflow(tree);
        return read ? *read : WorkflowDocument();
    }())
    , names(partNames(tree, flow))
{
    for (const PartName &part : names) {
        const std::pair key(static_cast<int>(part.kind), part.name);
        ++(part.definition ? m_definitions : m_uses)[key];
    }
}

bool Check::isUsed(PartKind kind, const QString &name) const
{
    return m_uses.contains({static_cast<int>(kind), name});
}

bool Check::isDefined(PartKind kind, const QString &name) const
{
    return m_definitions.contains({static_cast<int>(kind), name});
}

Diagnostic &Check::report(const QString &message, const SourceSpan &span)
{
    Diagnostic found;
    found.message = message;
    found.span = span.isValid() ? span : SourceSpan{1, 1, 1, 1, 0, 0};
    m_found.append(std::move(found));
    return m_found.last();
}

Diagnostic &Check::report(const QString &message, const TextPlace &place)
{
    if (!place.exists() || !place.span().isValid()) {
        if (!place.exists() || map.entryOf(place.index()).key < 0)
            return report(message, SourceSpan());
        return report(message, tree.node(map.entryOf(place.index()).key).span);
    }
    if (place.isScalar() || place.index() == tree.root())
        return report(message, place.isScalar() ? place.span() : SourceSpan());
    if (const int key = map.entryOf(place.index()).key; key >= 0)
        return report(message, tree.node(key).span);
    // An item: its name says which one; else its first line.
    if (const TextPlace name = place["name"_L1]; name.isScalar() && name.span().isValid())
        return report(message, name.span());
    SourceSpan span = place.span();
    const qsizetype end = map.lineEnd(span.begin);
    if (end < span.end) {
        span.end = end;
        span.endLine = span.line;
        span.endColumn = map.column(end) + 1;
    }
    return report(message, span);
}

Diagnostic &Check::reportKey(const QString &message, const TextPlace &object, QLatin1StringView key)
{
    const QList<std::pair<TextPlace, TextPlace>> members = object.members();
    for (const auto &[name, value] : members) {
        if (name.string() == key)
            return report(message, name);
    }
    return report(message, object);
}

void Check::takeProblems(QLatin1StringView rule)
{
    for (const WorkflowProblem &problem : workflow.problems) {
        if (problem.rule == rule)
            report(problem.message, problem.span);
    }
}

QList<Diagnostic> Check::take(const QString &rule, Severity severity)
{
    for (Diagnostic &found : m_found) {
        found.rule = rule;
        found.severity = severity;
    }
    return std::exchange(m_found, {});
}

} // namespace podium
