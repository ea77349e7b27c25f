// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/validatereport.h"

namespace podium {

/// `podium validate`: what Application is for the window. Files are checked on all processors; the report is in the
/// order of the paths.
class ValidateApplication
{
public:
    explicit ValidateApplication(ValidateRequest request);

    /// The exit code: 1 when something as bad as asked for was found, or a path could not be read.
    int run();

private:
    QStringList filesOf(const QString &path);

    const ValidateRequest m_request;
    bool m_missing = false; ///< a path leads nowhere
};

} // namespace podium
