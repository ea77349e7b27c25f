// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/sourceview.h"

#include "models/workflow/workflowdocument.h"
#include "ui/widgets/codeview.h"

#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

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
    auto answer = runOnWorker<QList<StateLines>>([text]() -> Result<QList<StateLines>> {
        const Result<WorkflowDocument> document = readWorkflow(text);
        if (!document)
            return document.error();
        QList<StateLines> lines;
        for (const State &state : document->states)
            lines.append({state.name, state.span.line, state.span.endLine});
        return lines;
    });
    // A text that is no workflow still shows; it only has no states to link.
    m_reading = deliver(answer, this, [this](Result<QList<StateLines>> lines) {
        if (lines)
            m_states = *lines;
    });
}

QString SourceView::stateAt(int line) const
{
    for (const StateLines &each : m_states) {
        if (line >= each.first && line <= each.last)
            return each.state;
    }
    return {};
}

void SourceView::showState(const QString &state, int line)
{
    m_shown = state;
    m_following = true;
    m_code->highlightLine(state.isEmpty() ? 0 : line);
    if (!state.isEmpty() && line > 0)
        m_code->goToLine(line);
    m_following = false;
}

} // namespace podium
