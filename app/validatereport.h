// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/validatecommand.h"

namespace podium {

/// What was found in one file.
struct FileFindings
{
    QString path; ///< as given, or below a folder that was given
    QByteArray text;
    QList<Diagnostic> diagnostics;
};

/// Findings as the command writes them to standard output, UTF-8. Lines and columns count from 1, columns in Unicode
/// code points.
///   text    PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]
///   json    {"files": [{"path", "findings": [{"rule", "severity", "message", "line", "column", "endLine",
///           "endColumn"}]}], "errors", "warnings", "notes"}
///   sarif   https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
///   github  https://docs.github.com/actions/reference/workflow-commands-for-github-actions
QByteArray validateReport(const QList<FileFindings> &files, ValidateRequest::Format format);

/// How many there are of a severity.
int countOf(const QList<FileFindings> &files, Severity severity);

} // namespace podium
