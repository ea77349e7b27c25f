// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include "ui/widgets/icons.h"

#include <QWidget>

namespace podium {

QAction *Actions::add(const Description &description, std::function<void()> run)
{
    auto *action = new QAction(description.text, m_window);
    action->setObjectName(description.id);
    action->setShortcuts(description.shortcuts);
    action->setProperty("iconName", description.iconName);
    action->setProperty("inPalette", description.inPalette);
    if (!description.iconName.isEmpty())
        action->setIcon(themedIcon(description.iconName));
    QObject::connect(action, &QAction::triggered, m_window, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    m_byId.insert(description.id, action);
    m_all << action;
    return action;
}

QString Actions::iconName(const QAction *action)
{
    return action->property("iconName").toString();
}

bool Actions::inPalette(const QAction *action)
{
    return action->property("inPalette").toBool();
}

} // namespace podium
