// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/relatedview.h"

#include "models/items/itemtexts.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/statebadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace podium {

using namespace Qt::StringLiterals;

RelatedView::RelatedView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_parentRow(new QWidget)
    , m_parent(new QPushButton)
    , m_parentState(new StateBadge)
    , m_root(new QPushButton(themedIcon(u"up"_s), tr("Open the first of the family")))
    , m_children(new InstanceList(context))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout(m_parentRow);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    row->addWidget(captionLabel(tr("Started by")));
    m_parent->setFlat(true);
    row->addWidget(m_parent);
    row->addWidget(m_parentState);
    row->addStretch(1);
    m_root->setFlat(true);
    row->addWidget(m_root);
    layout->addWidget(m_parentRow);
    layout->addWidget(m_children, 1);
    setFocusProxy(m_children);

    m_children->view()->setAccessibleName(tr("Instances that this one started"));
    m_children->setEmpty({tr("It started no other instance"), tr("Instances of sub-workflows appear here."), {}, {}});
    connect(m_children, &InstanceList::opened, this, &RelatedView::open);
    connect(m_parent, &QPushButton::clicked, this, [this] { open(m_instance.parentId); });
    connect(m_root, &QPushButton::clicked, this, [this] { open(m_instance.rootId); });
}

void RelatedView::setInstance(const WorkflowInstance &instance)
{
    m_instance = instance;
    m_parentRow->setVisible(!instance.parentId.isEmpty());
    QString name = instance.parentId;
    if (instance.parent)
        name = instance.parent->workflowName.isEmpty() ? instance.parent->workflowId : instance.parent->workflowName;
    const QString shown = singleLine(name.isEmpty() ? instance.parentId : name, 80);
    m_parent->setText(QString(shown).replace(u'&', "&&"_L1));
    m_parent->setAccessibleName(tr("Open the parent instance %1").arg(shown));
    m_parentState->setVisible(instance.parent.has_value());
    if (instance.parent)
        m_parentState->setState(instance.parent->state);
    m_root->setVisible(!instance.rootId.isEmpty() && instance.rootId != instance.parentId &&
                       instance.rootId != instance.id);
    if (isVisible())
        showEvent(nullptr);
}

void RelatedView::showEvent(QShowEvent *event)
{
    if (event)
        QWidget::showEvent(event);
    if (m_instance.id.isEmpty())
        return;
    InstanceQuery query;
    query.parentId = m_instance.id;
    m_children->setQuery(query); // once: the same query again does nothing
}

void RelatedView::refresh()
{
    m_children->refresh();
}

void RelatedView::open(const QString &id)
{
    m_context.navigator.open(Location{u"instance"_s, id, {}});
}

} // namespace podium
