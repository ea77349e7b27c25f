// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline.h"
#include "models/core/clock.h"
#include "models/core/trace.h"

#include <QCoreApplication>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

namespace podium {

class ConnectionTester;
class DesktopApplication;
class Consoles;
class EnvironmentStore;
class KeychainStore;
class MainWindow;
class SingleInstance;
class WorkspaceFiles;

/// The one place that creates services and hands them to the ui. Lives as long as the event loop.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(const CommandLine &line);
    ~Application() override;

    /// Hands over to a window that already runs, or shows the window and runs until it is closed. The exit code.
    int run();
    void show(); ///< the window, and what the command line asked for; without the event loop

    static void setNames();
    /// The translations of the user's language; they last as long as the answer.
    static std::vector<std::unique_ptr<QTranslator>> installTranslations();

private:
    void follow(const CommandLine &line);
    /// Name of the environment that `nameOrFile` means: a file is imported first. "" with the reason shown to the user.
    QString environmentFor(const QString &nameOrFile);
    /// Without being asked; once a session of earlier was tried.
    void signInTo(const QString &environment);
    void finishTrace();

    CommandLine m_line;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    Clock m_clock;
    std::unique_ptr<Tracer> m_tracer;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<KeychainStore> m_keychain;
    std::unique_ptr<EnvironmentStore> m_environments;
    std::unique_ptr<ConnectionTester> m_tester;
    std::unique_ptr<DesktopApplication> m_desktop;
    std::unique_ptr<Consoles> m_consoles;
    std::unique_ptr<WorkspaceFiles> m_workspace;
    std::unique_ptr<MainWindow> m_window; ///< last: gone before what it uses
};

} // namespace podium
