// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/itemsaccessible.h"

#include <QWidget>

namespace podium {

ItemAccessible::ItemAccessible(QWidget *view, QAccessible::Role role)
    : m_view(view)
    , m_role(role)
{
}

QWindow *ItemAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *ItemAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

ItemsAccessible::~ItemsAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *ItemsAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto it = m_children.constFind(index); it != m_children.constEnd())
        return QAccessible::accessibleInterface(*it);
    QAccessibleInterface *item = makeItem(index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int ItemsAccessible::indexOfChild(const QAccessibleInterface *item) const
{
    for (auto it = m_children.cbegin(); it != m_children.cend(); ++it) {
        if (QAccessible::accessibleInterface(*it) == item)
            return it.key();
    }
    return -1;
}

void announceItem(QWidget *view, int index)
{
    if (!QAccessible::isActive() || index < 0)
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace podium
