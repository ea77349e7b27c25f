// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/hub/hubnotifications.h"
#include "models/core/clock.h"
#include "models/core/trace.h"
#include "tests/app/auth/memorykeychain.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QProcess>
#include <QTest>

namespace podium {

/// The sandbox's script with arguments; empty where it fails. With the surroundings of its first call: a journey has
/// folders of its own after that.
inline QByteArray hubScript(const QStringList &arguments)
{
    static const QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    QProcess script;
    script.setProcessEnvironment(surroundings);
    script.start(QStringLiteral(PODIUM_SOURCE_DIR "/installer/sandbox/sandbox"), arguments);
    const bool ended = script.waitForFinished(30000) && script.exitCode() == 0;
    return ended ? script.readAllStandardOutput().trimmed() : QByteArray();
}

/// Whether the hub of the sandbox runs.
inline bool hubRuns()
{
    return hubScript({QStringLiteral("status"), QStringLiteral("--hub")}).contains("hub: ready");
}

/// Sends a notification as a workflow would; "--to", … as the script takes them. The answer is the hub's: empty for a
/// refusal.
inline QByteArray notify(const QString &title, const QStringList &options = {})
{
    return hubScript(QStringList{QStringLiteral("notify"), title} + options);
}

/// One user's view of the sandbox's hub, as Podium has it.
struct HubUser
{
    explicit HubUser(const Environment &environment)
        : hub(
              environment, keychain, [this](const QUrl &url) { return browser && browser(url); }, clock, tracer)
    {
    }

    bool signIn(int timeoutMs = 20000)
    {
        hub.setActive(true);
        return QTest::qWaitFor([this] { return hub.state() == HubService::State::SignedIn; }, timeoutMs);
    }

    MemoryKeychain keychain;
    Clock clock;
    Tracer tracer;
    BrowserOpener browser;
    HubNotifications hub;
};

} // namespace podium
