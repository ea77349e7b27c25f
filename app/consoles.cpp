// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/consoles.h"

#include "models/services/environmentservice.h"
#include "models/watch/watchrules.h"

#include <QTimer>

#include <algorithm>

namespace podium {

Consoles::Consoles(EnvironmentService &environments, KeychainStore &keychain,
                   const EnvironmentConsole::Folders &folders, Desktop *desktop, const Clock &clock, Tracer &tracer)
    : m_environments(environments)
    , m_keychain(keychain)
    , m_folders(folders)
    , m_desktop(desktop)
    , m_clock(clock)
    , m_tracer(tracer)
{
}

Consoles::~Consoles() = default;

Console *Consoles::console(const QString &environmentName)
{
    const QList<Environment> known = m_environments.environments();
    const auto found = std::find_if(known.cbegin(), known.cend(),
                                    [&](const Environment &candidate) { return candidate.name == environmentName; });
    if (found == known.cend()) {
        // Removed: nothing of it goes on in the background.
        if (const auto old = m_consoles.find(environmentName); old != m_consoles.end()) {
            retire(std::move(old->second));
            m_consoles.erase(old);
        }
        return nullptr;
    }
    std::unique_ptr<EnvironmentConsole> &slot = m_consoles[environmentName];
    if (!slot || slot->console().environment != *found) {
        retire(std::move(slot));
        slot = std::make_unique<EnvironmentConsole>(*found, m_keychain, m_folders, m_desktop, m_clock, m_tracer);
        Q_EMIT made(&slot->console());
    }
    return &slot->console();
}

EnvironmentConsole *Consoles::existing(const Environment &environment) const
{
    const auto found = m_consoles.find(environment.name);
    const bool same = found != m_consoles.end() && found->second && found->second->console().environment == environment;
    return same ? found->second.get() : nullptr;
}

bool Consoles::hasWatchRules(const QString &environmentName) const
{
    return WatchRules(EnvironmentConsole::watchRulesPath(m_folders, environmentName)).hasActive();
}

void Consoles::retire(std::unique_ptr<EnvironmentConsole> console)
{
    if (!console)
        return;
    m_retired.push_back(std::move(console));
    QTimer::singleShot(0, this, [this] { m_retired.clear(); });
}

} // namespace podium
