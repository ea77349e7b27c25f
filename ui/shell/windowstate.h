// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/displaysettings.h"

#include <QJsonObject>
#include <QSettings>

class QMainWindow;

namespace podium {

/// What the window remembers between starts, in QSettings. Broken or foreign values read as if they were absent.
class WindowState
{
public:
    void restoreGeometry(QMainWindow *window) const; ///< a comfortable size within the screen the first time
    void saveGeometry(const QMainWindow &window);

    void restoreDisplay(DisplaySettings &display) const;
    void saveDisplay(const DisplaySettings &display);

    QString lastEnvironment() const;
    void setLastEnvironment(const QString &name);

    /// Open tabs, lists and splitters of an environment.
    QJsonObject environmentState(const QString &name) const;
    void setEnvironmentState(const QString &name, const QJsonObject &state);

    QJsonObject workspaceState() const;
    void setWorkspaceState(const QJsonObject &state);

private:
    mutable QSettings m_settings;
};

} // namespace podium
