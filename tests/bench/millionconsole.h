// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "tests/services/sandboxconsole.h"
#include "ui/pages/page.h"
#include "ui/widgets/displaysettings.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

#include <functional>
#include <optional>

namespace podium {

/// Passes requests on, and remembers from when to when each was under way. Times are ms since it was made.
class WatchedNetwork : public QNetworkAccessManager
{
public:
    struct Request
    {
        double from = 0;
        double to = -1; ///< of its last byte; -1 while it is under way
        bool ofInstances = false;
    };

    WatchedNetwork() { m_clock.start(); }

    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }
    const QList<Request> &requests() const { return m_requests; }
    /// The first one for instances that was sent since.
    std::optional<Request> firstSince(double from) const;
    int besides(const Request &one) const; ///< how many others were under way at the same time

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    QElapsedTimer m_clock;
    QList<Request> m_requests;
};

/// What a page needs, on the full sandbox: its real services, and a live feed that keeps quiet while we measure.
class MillionConsole
{
public:
    MillionConsole();

    PageContext context() { return {m_console, m_navigator, m_display}; }
    SandboxConsole &sandbox() { return m_sandbox; }
    const WatchedNetwork &network() const { return m_network; }
    BulkRuns &bulks() { return m_bulks; }
    /// For the next minute no request has to wait for a token.
    void renewToken();

    /// Milliseconds until the bytes of the answer are here, which nobody reads.
    double plainMs(const GraphqlRequest &request);

private:
    WatchedNetwork m_network;
    SandboxConsole m_sandbox;
    FakeConsole m_fake;
    FakeNavigator m_navigator;
    DisplaySettings m_display;
    Clock m_clock;
    BulkRuns m_bulks;
    Console m_console;
};

/// That one console, under the name of its environment.
class MillionConsoles : public ConsoleProvider
{
public:
    explicit MillionConsoles(MillionConsole &console)
        : m_console(console.context().console)
        , m_environments({m_console.environment.name})
    {
    }

    Console *console(const QString &name) override { return name == m_console.environment.name ? &m_console : nullptr; }
    FakeEnvironments &environments() { return m_environments; }

private:
    Console &m_console;
    FakeEnvironments m_environments;
};

/// Waits until a widget or one in it has been painted while `ready` holds.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *root, std::function<bool()> ready);

    bool wait(); ///< false when it did not come within 30 s

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_root;
    std::function<bool()> m_ready;
    bool m_seen = false;
    bool m_painted = false;
};

} // namespace podium
