// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/navigator.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace podium {

class EnvironmentView;
class NavigationRail;
class ViewButton;

/// Keeps on the navigation rail what belongs to the environment in front: its saved views, with how many instances each
/// lists, and how many notifications are unread.
class RailViews : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostShown = 10; ///< the others are in the menu of the page

    RailViews(NavigationRail &rail, Navigator &window);

    /// nullptr for none, or while nobody is signed in.
    void setView(EnvironmentView *view);

private:
    void rebuild();
    void connectButton(ViewButton *button, int index);
    void showUnread();
    void showCounts(const QList<std::optional<qint64>> &counts);

    NavigationRail &m_rail;
    Navigator &m_window;
    QPointer<EnvironmentView> m_view;
    QList<ViewButton *> m_buttons;
    QList<ViewButton *> m_counted; ///< those with a filter that can be counted, in the order of the counts
};

} // namespace podium
