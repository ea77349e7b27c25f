// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace podium {

// One category per area; switch with QT_LOGGING_RULES="podium.net.debug=true". Never log tokens or bodies.
Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logLive)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// `text` without anything that looks like a token (JWTs, "Bearer …", token and code parameters): the last guard
/// before a log, a message or a trace. Any thread.
QString redacted(QString text);

} // namespace podium
