// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

namespace podium {

class Consoles;
class EnvironmentService;

/// Makes the consoles of environments that have watch rules although the window does not show them, and signs in there
/// where the keychain can: nobody is asked for anything. UI thread.
class BackgroundWatch : public QObject
{
    Q_OBJECT
public:
    /// Starts by itself, after what the window opens first.
    BackgroundWatch(Consoles &consoles, EnvironmentService &environments, QObject *parent = nullptr);

private:
    void open();

    Consoles &m_consoles;
    EnvironmentService &m_environments;
    QTimer m_later;
};

} // namespace podium
