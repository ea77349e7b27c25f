// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/environmentconsole.h"

#include <QObject>

#include <memory>
#include <unordered_map>
#include <vector>

namespace podium {

class EnvironmentService;
class KeychainStore;

/// One EnvironmentConsole for each environment that was opened. An environment that was edited gets a new one when it
/// is asked for again; the old one lives on until control returns to the event loop, so that pages can let go of it.
class Consoles : public QObject, public ConsoleProvider
{
    Q_OBJECT
public:
    /// `desktop` is what surrounds the window; nullptr for none.
    Consoles(EnvironmentService &environments, KeychainStore &keychain, const EnvironmentConsole::Folders &folders,
             Desktop *desktop, const Clock &clock, Tracer &tracer);
    ~Consoles() override;

    Console *console(const QString &environmentName) override;
    /// The console of an environment that is open already, whose settings are exactly these; else nullptr.
    EnvironmentConsole *existing(const Environment &environment) const;

    /// Whether there is anything to look after in an environment, open or not.
    bool hasWatchRules(const QString &environmentName) const;

Q_SIGNALS:
    void made(podium::Console *console); ///< for the first time, or anew because its settings changed

private:
    void retire(std::unique_ptr<EnvironmentConsole> console);

    EnvironmentService &m_environments;
    KeychainStore &m_keychain;
    EnvironmentConsole::Folders m_folders;
    Desktop *m_desktop;
    const Clock &m_clock;
    Tracer &m_tracer;
    std::unordered_map<QString, std::unique_ptr<EnvironmentConsole>> m_consoles;
    std::vector<std::unique_ptr<EnvironmentConsole>> m_retired;
};

} // namespace podium
