// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"
#include "models/services/eventservice.h"

#include <QString>
#include <QUrl>

namespace podium {

/// One word of a POSIX shell, whatever is in it: within single quotes, where nothing has a meaning. Zero bytes, which
/// no command line can hold, are left out.
QString shellQuoted(const QString &word);
/// The command that starts the same run: $TOKEN stands for the token. For POSIX shells.
QString curlCommand(const QUrl &address, const Json &input);
/// The same for an event.
QString curlCommand(const QUrl &address, const EventMessage &message);

} // namespace podium
