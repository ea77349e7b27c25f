// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakeconsole.h"
#include "tests/fakes/fakenavigator.h"
#include "tests/services/sandboxconsole.h"
#include "ui/pages/page.h"
#include "ui/widgets/displaysettings.h"

#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace podium {

/// What a page needs, on the full sandbox: its real services, and a live feed that keeps quiet while we measure.
class MillionConsole
{
public:
    MillionConsole();

    PageContext context() { return {m_console, m_navigator, m_display}; }
    SandboxConsole &sandbox() { return m_sandbox; }
    /// For the next minute no request has to wait for a token.
    void renewToken();

    /// Milliseconds until the bytes of the answer are here, which nobody reads.
    double plainMs(const GraphqlRequest &request);

private:
    SandboxConsole m_sandbox;
    FakeConsole m_fake;
    FakeNavigator m_navigator;
    DisplaySettings m_display;
    Clock m_clock;
    Console m_console;
};

/// Waits until a widget or one in it has been painted while `ready` holds.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *root, std::function<bool()> ready);

    /// Milliseconds of `timer` at that time; nothing when it did not come within 30 s.
    std::optional<double> wait(const QElapsedTimer &timer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_root;
    std::function<bool()> m_ready;
    bool m_seen = false;
    bool m_painted = false;
};

} // namespace podium
