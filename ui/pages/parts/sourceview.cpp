// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/sourceview.h"

#include "models/workflow/workflowdocument.h"
#include "ui/widgets/codeview.h"

#include <QVBoxLayout>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QList<StateLines> linesOf(const WorkflowDocument &document)
{
    QList<StateLines> lines;
    for (const State &state : document.states) {
        lines.append({state.name, {}, {}, state.span.line, state.span.endLine});
        const auto add = [&](const QList<Action> &actions, const QString &branch) {
            for (const Action &action : actions)
                lines.append({state.name, branch, action.displayName(), action.span.line, action.span.endLine});
        };
        add(state.actions, {});
        for (const Branch &branch : state.branches)
            add(branch.actions, branch.name);
        for (const EventHandler &handler : state.eventHandlers)
            add(handler.actions, {});
    }
    return lines;
}

} // namespace

SourceView::SourceView(QWidget *parent)
    : QWidget(parent)
    , m_code(new CodeView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_code->setFrameShape(QFrame::NoFrame);
    m_code->setAccessibleName(tr("Source of the workflow"));
    layout->addWidget(m_code);
    setFocusProxy(m_code);
    connect(m_code, &CodeView::lineActivated, this, [this](int line) {
        const QString state = stateAt(line);
        if (m_following || state.isEmpty() || state == m_shown)
            return;
        m_shown = state;
        m_code->highlightLine(0);
        Q_EMIT stateActivated(state);
    });
}

void SourceView::setSource(const QByteArray &text, const QString &fileName)
{
    const bool json = fileName.endsWith("json"_L1, Qt::CaseInsensitive) || text.trimmed().startsWith('{');
    m_code->setCode(text, json ? CodeView::Language::JsonText : CodeView::Language::YamlText);
    m_states.clear();
    m_read = false;
    auto answer = runOnWorker<QList<StateLines>>([text]() -> Result<QList<StateLines>> {
        const Result<WorkflowDocument> document = readWorkflow(text);
        if (!document)
            return document.error();
        return linesOf(*document);
    });
    // A text that is no workflow still shows; it only has no states to link.
    m_reading = deliver(answer, this, [this](Result<QList<StateLines>> lines) {
        if (lines)
            m_states = *lines;
        m_read = true;
        if (const StateLines wanted = std::exchange(m_wanted, {}); !wanted.state.isEmpty())
            showPart(wanted.state, wanted.branch, wanted.action);
    });
}

int SourceView::lineOf(const QString &state, const QString &branch, const QString &action) const
{
    for (const StateLines &each : m_states) {
        if (each.state == state && each.action == action && (action.isEmpty() || each.branch == branch))
            return each.first;
    }
    return action.isEmpty() ? 0 : lineOf(state);
}

void SourceView::showPart(const QString &state, const QString &branch, const QString &action)
{
    m_wanted = {state, branch, action, 0, 0};
    if (m_read)
        showState(state, lineOf(state, branch, action));
}

QString SourceView::stateAt(int line) const
{
    for (const StateLines &each : m_states) {
        if (each.action.isEmpty() && line >= each.first && line <= each.last)
            return each.state;
    }
    return {};
}

void SourceView::showState(const QString &state, int line)
{
    m_shown = state;
    m_wanted = {};
    m_following = true;
    m_code->highlightLine(state.isEmpty() ? 0 : line);
    if (!state.isEmpty() && line > 0)
        m_code->goToLine(line);
    m_following = false;
}

} // namespace podium
