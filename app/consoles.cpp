// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/consoles.h"

#include "app/environmentconsole.h"
#include "models/services/environmentservice.h"

#include <QTimer>

#include <algorithm>

namespace podium {

Consoles::Consoles(EnvironmentService &environments, KeychainStore &keychain, const QString &dataFolder,
                   const Clock &clock, Tracer &tracer)
    : m_environments(environments)
    , m_keychain(keychain)
    , m_dataFolder(dataFolder)
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
    if (found == known.cend())
        return nullptr;
    std::unique_ptr<EnvironmentConsole> &slot = m_consoles[environmentName];
    if (!slot || slot->console().environment != *found) {
        retire(std::move(slot));
        slot = std::make_unique<EnvironmentConsole>(*found, m_keychain, m_dataFolder, m_clock, m_tracer);
    }
    return &slot->console();
}

EnvironmentConsole *Consoles::existing(const Environment &environment) const
{
    const auto found = m_consoles.find(environment.name);
    const bool same = found != m_consoles.end() && found->second && found->second->console().environment == environment;
    return same ? found->second.get() : nullptr;
}

void Consoles::retire(std::unique_ptr<EnvironmentConsole> console)
{
    if (!console)
        return;
    m_retired.push_back(std::move(console));
    QTimer::singleShot(0, this, [this] { m_retired.clear(); });
}

} // namespace podium
