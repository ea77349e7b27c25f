// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/document/documentmap.h"
#include "models/document/structureeditor.h"
#include "models/workflow/workflowdocument.h"

#include <functional>

namespace podium {

using Severity = WorkflowProblem::Severity;

/// A change that would mend a problem. Made when it is wanted, from the text as it is then; an error where it no longer
/// fits.
struct QuickFix
{
    QString label; ///< translated
    std::function<Result<TextEdit>(const TextTree &)> make;
};

/// One thing about a definition that its author should know.
struct Diagnostic
{
    QString rule; ///< id: see diagnosticRules() and resources/help/diagnostics.md
    Severity severity = Severity::Warning;
    QString message; ///< translated, plain text
    SourceSpan span; ///< bytes of the text without its byte order mark; the first line where no place is to blame
    QList<QuickFix> fixes;
};

/// Those that touch a stretch of text, of a list as checkDefinition() answers it.
QList<Diagnostic> diagnosticsIn(const QList<Diagnostic> &all, ByteRange range);

} // namespace podium
