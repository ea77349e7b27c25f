// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/environment.h"

namespace podium {

/// Where the hub of an environment is: its notificationsUrl without a path of the API, which some people paste.
QUrl hubAddress(const Environment &environment);
/// `address`/api/PARTS.
QUrl hubApi(const QUrl &address, const QStringList &parts);
/// The environment as requests to the hub see it: tokens of the hub may go to the hub, and nowhere else.
Environment hubEnvironment(const Environment &environment);

} // namespace podium
