// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/desktop.h"

namespace podium {

/// Starts Podium, minimised, with the session of the desktop: by a desktop entry in the user's autostart folder
/// (freedesktop.org Desktop Application Autostart Specification 0.5). Only a file that Podium wrote is removed or
/// replaced.
class AutostartFile : public Autostart
{
public:
    /// `folder`: usually ~/.config/autostart. `program`: what is to be started, an absolute path.
    AutostartFile(const QString &folder, const QString &program);

    bool isOn() const override;
    Result<Done> setOn(bool on) override;

    QString path() const { return m_path; }
    /// One argument of the key Exec, in quotes and escaped as the Desktop Entry Specification wants it.
    static QString quotedForExec(const QString &argument);

private:
    bool isOurs() const;

    QString m_path;
    QString m_program;
};

} // namespace podium
