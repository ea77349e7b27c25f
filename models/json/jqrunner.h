// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <functional>

namespace podium {

struct JqLimits
{
    int timeMs = 5000; ///< beside what it takes to read the document
    qsizetype results = 10'000;
    qint64 outputBytes = 16 << 20;
    qint64 memoryBytes = 1 << 30; ///< of the worker's address space, beside what the document itself takes
};

/// What an expression made of a document.
struct JqOutcome
{
    SharedJson results;     ///< an array, never null
    QString failure;        ///< why the expression stopped, in jq's words; results before it count
    bool truncated = false; ///< there are more results than the limits allow
};

/// Evaluates a jq expression. Blocks until it is done, cancelled or at its limits: for workers only. `cancelled` is
/// asked every few milliseconds. Kind::Validation for an expression that cannot be compiled, with jq's words in `why`;
/// Kind::Timeout at the limit of time.
///
/// An expression can run for ever (`def f: f; f`) and take all memory (`[range(1e9)]`), libjq offers no way to
/// interrupt it, and parts of it abort the process that they run in. So it runs in a process of its own, `worker`
/// (app/jq/main.cpp), which is killed at the limit, has its address space limited by the system, sees an empty
/// environment (`env`), and can take nothing of Podium with it when it crashes. Expression and document reach it
/// through a pipe: neither shows in the list of processes.
///
/// libjq 1.6 computes with doubles: whole numbers beyond 2^53 come back rounded.
Result<JqOutcome> runJq(const QString &worker, const Json &document, const QString &expression,
                        const JqLimits &limits = {}, const std::function<bool()> &cancelled = {});

/// The worker of this installation: beside the program, or in its libexec folder. PODIUM_JQ_WORKER names another one.
QString jqWorkerPath();

/// What the worker wrote. Kind::Internal for what ends before its end. Any bytes, any thread.
Result<JqOutcome> decodeJqAnswer(QByteArrayView answer);

} // namespace podium
