// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"

namespace podium {

/// Why an action was refused, in the user's words. Two forms are known:
/// - a Data Index of its own forwards to the runtime and the Job Service, and tells what they answered as
///   "FAILED: … errorCode:NNN errorStatus:… errorMessage:…" (its KogitoRuntimeClient), without a code when they are
///   away;
/// - a Data Index within the runtime acts itself and tells the reason as a sentence (seen with 10.1.0).
/// 401 Unauthorized, 403 Forbidden, 404 NotFound, 400 and 409 Conflict, else Server. `what` is left to the caller.
/// Any text, any thread.
Error decodeActionFailure(const QString &message);

} // namespace podium
