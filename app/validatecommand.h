// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/diagnostics/diagnostic.h"

#include <QStringList>

namespace podium {

/// What `podium validate` was asked for.
struct ValidateRequest
{
    enum class Format { Text, JsonText, Sarif, GitHub };
    QStringList paths; ///< files and folders
    Format format = Format::Text;
    Severity failOn = Severity::Error; ///< the least severity that makes the command fail
};

/// The command line of `podium validate`.
struct ValidateCommand
{
    ValidateRequest request;
    QString help;  ///< set when help was asked for
    QString fault; ///< set when the arguments are wrong: why

    /// `arguments` with the program's name first and "validate" second.
    static ValidateCommand parse(const QStringList &arguments);
};

} // namespace podium
