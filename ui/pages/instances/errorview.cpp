// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/errorview.h"

#include "models/items/itemtexts.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

ErrorView::ErrorView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_place(plainLabel())
    , m_show(new QPushButton(themedIcon(u"workflow"_s), tr("Show in the graph")))
    , m_message(new CodeView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::m);
    auto *top = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(strongFont(m_title->font()));
    m_title->setWordWrap(true);
    m_place->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_place);
    top->addLayout(words, 1);
    top->addWidget(m_show, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_message->setAccessibleName(tr("Error message"));
    m_message->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    layout->addWidget(m_message, 1);
    setFocusProxy(m_message);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT nodeRequested(m_state, m_definitionId); });
}

void ErrorView::setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions)
{
    const InstanceError error = instance.error.value_or(InstanceError{});
    m_definitionId = error.nodeDefinitionId;
    m_state.clear();
    QString node;
    const auto definition =
        std::find_if(definitions.cbegin(), definitions.cend(), [&error](const NodeDefinition &each) {
            return !error.nodeDefinitionId.isEmpty() && each.uniqueId == error.nodeDefinitionId;
        });
    if (definition != definitions.cend()) {
        m_state = definition->state;
        node = definition->action.isEmpty() ? definition->name : definition->action;
    } else {
        for (const NodeInstance &visit : instance.nodes) {
            if (visit.id == error.nodeInstanceId || (node.isEmpty() && visit.definitionId == error.nodeDefinitionId))
                node = visit.name;
        }
    }
    m_title->setText(node.isEmpty() ? tr("This instance failed") : tr("Failed at “%1”").arg(singleLine(node, 200)));
    if (!m_state.isEmpty() && m_state != node)
        m_place->setText(tr("In state “%1”").arg(singleLine(m_state, 200)));
    else if (node.isEmpty())
        m_place->setText(tr("The server did not tell at which node."));
    else
        m_place->clear();
    m_place->setVisible(!m_place->text().isEmpty());
    m_show->setVisible(!m_state.isEmpty());
    const QString message = error.message.isEmpty() ? tr("The server told no message.") : error.message;
    if (m_message->toPlainText() != message)
        m_message->setCode(message, CodeView::Language::PlainText);
}

} // namespace podium
