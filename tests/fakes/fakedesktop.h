// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notices/alertsettings.h"
#include "models/services/desktop.h"

namespace podium {

/// Remembers what would be shown; the test says what is clicked.
class FakeNotifier : public DesktopNotifier
{
    Q_OBJECT
public:
    using DesktopNotifier::DesktopNotifier;

    bool isAvailable() const override { return m_problem.isEmpty(); }
    QString problem() const override { return m_problem; }
    void show(const DesktopMessage &message) override { shown << message; }
    void withdraw(const QString &key) override { withdrawn << key; }

    void setProblem(const QString &text)
    {
        m_problem = text;
        Q_EMIT availabilityChanged();
    }

    QList<DesktopMessage> shown;
    QStringList withdrawn;

private:
    QString m_problem;
};

class FakeAutostart : public Autostart
{
public:
    bool isOn() const override { return on; }
    Result<Done> setOn(bool wanted) override
    {
        if (storageError)
            return *storageError;
        on = wanted;
        return Done();
    }

    bool on = false;
    std::optional<Error> storageError;
};

/// Around a window that a test made; settings are kept in memory.
struct FakeDesktop
{
    AlertSettings settings{QString()};
    FakeNotifier notifier;
    FakeAutostart autostart;
    Desktop desktop{settings, notifier, autostart};
};

} // namespace podium
