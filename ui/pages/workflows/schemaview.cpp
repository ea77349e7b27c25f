// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/schemaview.h"

#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/workflows/schematree.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/stateview.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

SchemaView::SchemaView(QWidget *parent)
    : QWidget(parent)
    , m_fields(new SchemaTree)
    , m_text(new CodeView)
    , m_tabs(detailTabs(tr("Ways to see the schema")))
{
    m_text->setAccessibleName(tr("JSON Schema"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_text, tr("JSON Schema"));
    m_states = new StateView(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
}

void SchemaView::setSchemas(const WorkflowSchemas &schemas)
{
    if (!schemas.input) {
        m_states->showEmpty(u"json"_s, tr("No input schema"),
                            tr("This workflow does not say what its input looks like. It takes any JSON object."));
        return;
    }
    m_fields->setSchema(schemas.input);
    m_text->setCode(toBytes(*schemas.input, 2), CodeView::Language::JsonText);
    m_states->showContent();
}

} // namespace podium
