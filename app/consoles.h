// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"

#include <QObject>

#include <memory>
#include <unordered_map>
#include <vector>

namespace podium {

class EnvironmentConsole;
class EnvironmentService;
class KeychainStore;

/// One EnvironmentConsole for each environment that was opened. An environment that was edited gets a new one when it
/// is asked for again; the old one lives on until control returns to the event loop, so that pages can let go of it.
class Consoles : public QObject, public ConsoleProvider
{
    Q_OBJECT
public:
    /// Journals of actions and inputs are kept in folders within `dataFolder`.
    Consoles(EnvironmentService &environments, KeychainStore &keychain, const QString &dataFolder, const Clock &clock,
             Tracer &tracer);
    ~Consoles() override;

    Console *console(const QString &environmentName) override;
    /// The console of an environment that is open already, whose settings are exactly these; else nullptr.
    EnvironmentConsole *existing(const Environment &environment) const;

private:
    void retire(std::unique_ptr<EnvironmentConsole> console);

    EnvironmentService &m_environments;
    KeychainStore &m_keychain;
    QString m_dataFolder;
    const Clock &m_clock;
    Tracer &m_tracer;
    std::unordered_map<QString, std::unique_ptr<EnvironmentConsole>> m_consoles;
    std::vector<std::unique_ptr<EnvironmentConsole>> m_retired;
};

} // namespace podium
