// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/rendercommand.h"
#include "app/validatecommand.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace podium {

/// What the command line asks for.
struct CommandLine
{
    enum class Action { Run, Render, Validate, PrintAndExit, Fail } action = Action::Run;
    QString output; ///< for PrintAndExit (standard output) and Fail (standard error)

    QString environment;    ///< name of a known environment, or path of an environment file
    QString open;           ///< location to open, e.g. "instance:ID"
    bool signIn = false;    ///< at once, instead of when the user asks
    QStringList files;      ///< and folders, absolute: for the workspace
    bool minimized = false; ///< no window in front
    QString traceFile;
    RenderRequest render;     ///< for Render
    ValidateRequest validate; ///< for Validate

    /// `arguments` with the program's name first. Needs a QCoreApplication, but no display.
    static CommandLine parse(const QStringList &arguments);
    /// The arguments a second start hands over to the running window: file paths made absolute.
    QStringList forHandOver() const;
};

} // namespace podium
