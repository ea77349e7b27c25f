// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/navigator.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QStackedWidget>

#include <vector>

namespace podium {

class ConsoleProvider;
class EnvironmentService;
class EnvironmentView;
class WelcomePage;
class WindowState;

/// The environments that are open in the window, one in front; the welcome page while there is none.
class EnvironmentStack : public QStackedWidget
{
    Q_OBJECT
public:
    EnvironmentStack(ConsoleProvider &consoles, EnvironmentService &environments, WindowState &state,
                     const std::vector<PageEntry> &pages, Navigator &window, DisplaySettings &display,
                     QWidget *parent = nullptr);
    ~EnvironmentStack() override;

    EnvironmentView *view() const { return m_view; } ///< the one in front; nullptr for none
    WelcomePage *welcome() const { return m_welcome; }

    bool openEnvironment(const QString &name); ///< false for an unknown name
    void openLast();                           ///< the one of the last time, else the first
    void save();
    void setSeen(bool seen); ///< whether the window is on screen: what nobody sees is read less often

Q_SIGNALS:
    void viewAdded(podium::EnvironmentView *view);
    void viewChanged();    ///< another environment is in front
    void contentChanged(); ///< where the user is within it, or who is signed in
    void liveChanged();    ///< how live its data is

private:
    void onEnvironmentsChanged();
    void addView(const QString &name, Console &console);
    void removeView(const QString &name);
    void showView(EnvironmentView *view);
    void updateForeground();

    ConsoleProvider &m_consoles;
    EnvironmentService &m_environments;
    WindowState &m_state;
    const std::vector<PageEntry> &m_pages;
    Navigator &m_window;
    DisplaySettings &m_display;
    WelcomePage *m_welcome;
    QHash<QString, EnvironmentView *> m_views;
    EnvironmentView *m_view = nullptr;
    bool m_seen = false;
};

} // namespace podium
