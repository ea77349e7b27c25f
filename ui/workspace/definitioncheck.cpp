// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/definitioncheck.h"

#include "models/workflow/workflowdocument.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// From byte offsets to UTF-16 units; asked in any order.
class Positions
{
public:
    explicit Positions(const QByteArray &utf8)
        : m_utf8(utf8)
    {
    }

    qsizetype at(qsizetype byte)
    {
        byte = qBound<qsizetype>(0, byte, m_utf8.size());
        if (byte < m_byte) {
            m_byte = 0;
            m_unit = 0;
        }
        for (; m_byte < byte; ++m_byte) {
            const auto c = static_cast<unsigned char>(m_utf8.at(m_byte));
            if ((c & 0xc0) != 0x80)
                m_unit += c >= 0xf0 ? 2 : 1;
        }
        return m_unit;
    }

private:
    const QByteArray &m_utf8;
    qsizetype m_byte = 0;
    qsizetype m_unit = 0;
};

Tone toneOf(WorkflowProblem::Severity severity)
{
    switch (severity) {
    case WorkflowProblem::Severity::Error:
        return Tone::Danger;
    case WorkflowProblem::Severity::Warning:
        return Tone::Warning;
    case WorkflowProblem::Severity::Information:
        break;
    }
    return Tone::Info;
}

CheckedDefinition check(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const Result<WorkflowDocument> document = readWorkflow(utf8);
    CheckedDefinition checked;
    if (!document) {
        checked.problems << CodeMark{0, qMax<qsizetype>(text.indexOf(u'\n'), 0), Tone::Danger, document.error().why};
        checked.lines << 1;
        return checked;
    }
    checked.isDefinition = true;
    QList<WorkflowProblem> problems = document->problems;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto &a, const auto &b) { return a.span.begin < b.span.begin; });
    Positions positions(utf8);
    for (const WorkflowProblem &problem : problems) {
        const qsizetype begin = positions.at(problem.span.begin);
        // A problem of many lines is marked on its first one.
        qsizetype end = positions.at(problem.span.end);
        if (const qsizetype lineEnd = text.indexOf(u'\n', begin); lineEnd >= 0)
            end = qMin(end, lineEnd);
        checked.problems << CodeMark{begin, qMax(end, begin + 1), toneOf(problem.severity), problem.message};
        checked.lines << qMax(problem.span.line, 1);
    }
    for (const State &state : document->states)
        checked.states << CheckedDefinition::State{state.name, state.span.line, state.span.endLine};
    return checked;
}

} // namespace

Async<CheckedDefinition> checkDefinition(const QString &text)
{
    return runOnWorker<CheckedDefinition>([text]() -> Result<CheckedDefinition> { return check(text); });
}

} // namespace podium
