// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/diagnostics/diagnostic.h"
#include "models/document/document.h"
#include "models/json/jqcheck.h"

namespace podium {

struct CheckOptions
{
    QString file;     ///< path of the definition, to find what it names beside it; "" when it has none yet
    QString jqWorker; ///< jqWorkerPath(); "": expressions are not checked
    std::shared_ptr<JqVerdicts> jqKnown; ///< may be null; an editor keeps one, so that checking again is quick
    std::function<bool()> cancelled;
};

/// A rule as it is shown in help and reports.
struct RuleInfo
{
    QString id;
    Severity severity = Severity::Warning;
    QString title; ///< translated: what the rule is about
};
QList<RuleInfo> diagnosticRules();

/// Everything that is to be said about a definition, in the order of the text. What the specification forbids is a
/// warning, what SonataFlow refuses an error, what it accepts and ignores an information. Of text that cannot be read
/// to its end only where and why: the rest would be guesses.
///
/// Silenced: by a comment `# podium-ignore RULE…` for what follows it (behind something: for its line; at the top of
/// the file: for all of it), in JSON by `podium-ignore` in the metadata of a state or of the workflow.
///
/// Some 50 ms for 5,000 lines; for workers. After `cancelled` says yes the answer is of no use.
QList<Diagnostic> checkDefinition(const SharedReading &reading, const CheckOptions &options = {});

/// The same on a worker. Cancelling the answer stops it.
Async<QList<Diagnostic>> checkLater(const SharedReading &reading, CheckOptions options);

} // namespace podium
