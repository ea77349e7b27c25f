// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/desktop.h"

#include <QObject>

#include <memory>

namespace podium {

struct Console;
class AlertSettings;
class AutostartFile;
class BackgroundWatch;
class Clock;
class Consoles;
class DBusNotifier;
class DesktopAlerts;
class EnvironmentService;
class MainWindow;
class TrayIcon;

/// Podium outside of its window: messages of the desktop and what their buttons do, the icon in the tray, watching
/// environments that are not in front.
class DesktopApplication : public QObject
{
    Q_OBJECT
public:
    DesktopApplication(const QString &configFolder, const Clock &clock, QObject *parent = nullptr);
    ~DesktopApplication() override;

    Desktop *desktop() { return m_desktop.get(); }
    /// From now on, until these go. Called once.
    void surround(Consoles &consoles, EnvironmentService &environments, MainWindow &window);
    void showWindow();     ///< to the front
    void startMinimized(); ///< in the tray where there is one

private:
    void follow(Console &console);
    void open(const QString &environment, const QString &target);
    void retry(const QString &environment, const QString &instanceId);
    void mute(const QString &environment, const QString &ruleId);
    void applySettings();
    void silence(bool silent);
    void quit();

    const Clock &m_clock;
    std::unique_ptr<AlertSettings> m_settings;
    std::unique_ptr<DBusNotifier> m_notifier;
    std::unique_ptr<AutostartFile> m_autostart;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<DesktopAlerts> m_alerts;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<BackgroundWatch> m_background;
    Consoles *m_consoles = nullptr;
    MainWindow *m_window = nullptr;
};

} // namespace podium
