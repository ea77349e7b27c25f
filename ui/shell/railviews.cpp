// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/railviews.h"

#include "models/notifications/notificationcentre.h"
#include "models/services/livefeed.h"
#include "ui/pages/parts/savedviewactions.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/viewbutton.h"

#include <QMenu>

namespace podium {

RailViews::RailViews(NavigationRail &rail, Navigator &window)
    : m_rail(rail)
    , m_window(window)
{
}

void RailViews::setView(EnvironmentView *view)
{
    if (m_view == view)
        return;
    if (m_view) {
        m_view->console().live.watchCounts({});
        m_view->console().live.disconnect(this);
        m_view->console().views.disconnect(this);
        if (m_view->console().notifications)
            m_view->console().notifications->disconnect(this);
    }
    m_view = view;
    if (view) {
        connect(&view->console().views, &SavedViews::changed, this, &RailViews::rebuild);
        connect(&view->console().live, &LiveFeed::countsChanged, this, &RailViews::showCounts);
        if (view->console().notifications)
            connect(view->console().notifications, &NotificationCentre::unreadChanged, this, &RailViews::showUnread);
    }
    rebuild();
    showUnread();
}

void RailViews::rebuild()
{
    int focused = -1;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            focused = i;
    }
    const QString focusedName = focused >= 0 ? m_buttons.at(focused)->name() : QString();
    m_buttons.clear();
    m_counted.clear();
    QList<InstanceQuery> queries;
    const QList<SavedView> views = m_view ? m_view->console().views.views() : QList<SavedView>();
    for (int i = 0; i < qMin<qsizetype>(views.size(), kMostShown); ++i) {
        auto *button = new ViewButton(views.at(i).name, &m_rail);
        connectButton(button, i);
        m_buttons << button;
        if (const auto query = views.at(i).query()) {
            queries << *query;
            m_counted << button;
        }
        if (views.at(i).name == focusedName)
            focused = i; // it was moved
    }
    m_rail.setViews(m_buttons);
    if (focused >= 0 && !m_buttons.isEmpty())
        m_buttons.at(qMin(focused, int(m_buttons.size()) - 1))->setFocus(Qt::OtherFocusReason);
    if (m_view)
        m_view->console().live.watchCounts(queries);
}

void RailViews::connectButton(ViewButton *button, int index)
{
    const auto actions = [this] {
        return SavedViewActions(m_view->console().views, &m_rail,
                                [this](const Error &error) { m_window.showError(error); });
    };
    connect(button, &ViewButton::clicked, this, [this, index] {
        const QList<SavedView> views = m_view->console().views.views();
        if (index < views.size())
            m_window.open(locationOf(views.at(index)));
    });
    connect(button, &ViewButton::renameWanted, this, [actions, index] { actions().rename(index); });
    connect(button, &ViewButton::removeWanted, this, [actions, index] { actions().remove(index); });
    connect(button, &ViewButton::moveWanted, this, [actions, index](int by) { actions().move(index, by); });
    connect(button, &QWidget::customContextMenuRequested, this, [actions, button, index](const QPoint &position) {
        auto *menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        actions().fill(menu, index);
        menu->popup(button->mapToGlobal(position));
    });
}

void RailViews::showUnread()
{
    const NotificationCentre *centre = m_view ? m_view->console().notifications : nullptr;
    m_rail.setBadge(QStringLiteral("notifications"), centre ? centre->unread() : 0);
}

void RailViews::showCounts(const QList<std::optional<qint64>> &counts)
{
    for (qsizetype i = 0; i < qMin(counts.size(), m_counted.size()); ++i)
        m_counted.at(i)->setCount(counts.at(i));
}

} // namespace podium
