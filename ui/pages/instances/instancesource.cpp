// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/instancesource.h"

#include "ui/pages/parts/sourceview.h"
#include "ui/widgets/stateview.h"

#include <QVBoxLayout>

#include <utility>

namespace podium {

using namespace Qt::StringLiterals;

InstanceSource::InstanceSource(QWidget *parent)
    : QWidget(parent)
    , m_view(new SourceView)
    , m_states(new StateView(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setFocusProxy(m_view);
    m_states->showLoading(tr("Reading the source…"));
    connect(m_view, &SourceView::stateActivated, this, &InstanceSource::stateActivated);
}

void InstanceSource::setSource(const WorkflowSource &source)
{
    if (source.text.isEmpty()) {
        m_states->showEmpty(u"document"_s, tr("No source"),
                            tr("The server does not keep the text of this definition."));
        return;
    }
    if (source.text == m_text && m_states->shown() == StateView::Shown::Content)
        return; // where the user is in it stays
    m_text = source.text;
    m_states->showContent();
    if (isVisible())
        m_view->setSource(source.text, source.fileName);
    else
        m_waiting = source;
}

void InstanceSource::setError(const Error &error, std::function<void()> retry)
{
    if (error.kind == Error::Kind::NotFound)
        setSource({});
    else
        m_states->showError(error, std::move(retry));
}

void InstanceSource::showPart(const QString &state, const QString &branch, const QString &action)
{
    m_view->showPart(state, branch, action);
}

void InstanceSource::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (const auto source = std::exchange(m_waiting, {}))
        m_view->setSource(source->text, source->fileName);
}

} // namespace podium
