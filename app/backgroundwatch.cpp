// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/backgroundwatch.h"

#include "app/consoles.h"
#include "models/services/environmentservice.h"
#include "models/services/livefeed.h"
#include "models/services/sessionservice.h"

namespace podium {

using namespace std::chrono_literals;

BackgroundWatch::BackgroundWatch(Consoles &consoles, EnvironmentService &environments, QObject *parent)
    : QObject(parent)
    , m_consoles(consoles)
    , m_environments(environments)
{
    m_later.setSingleShot(true);
    m_later.setInterval(2s);
    connect(&m_later, &QTimer::timeout, this, &BackgroundWatch::open);
    connect(&environments, &EnvironmentService::changed, &m_later, qOverload<>(&QTimer::start));
    m_later.start();
}

void BackgroundWatch::open()
{
    const QList<Environment> known = m_environments.environments();
    for (const Environment &environment : known) {
        if (m_consoles.existing(environment) || !m_consoles.hasWatchRules(environment.name))
            continue;
        Console *console = m_consoles.console(environment.name);
        console->live.setForeground(false); // until the window shows it
        console->session.restore();
    }
}

} // namespace podium
