// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace podium {

// Members of an answer, read so that no type a server could send does harm: what is missing or of another type is the
// empty value. Any thread.

QString textAt(const Json &object, const char *key); ///< strings, and numbers and booleans as they were written
QStringList textsAt(const Json &object, const char *key);
std::optional<bool> boolAt(const Json &object, const char *key);
std::optional<qint64> integerAt(const Json &object, const char *key); ///< whole numbers only, also as text
int intAt(const Json &object, const char *key);                       ///< 0 where absent; limited to the range
SharedJson sharedAt(Json &object, const char *key); ///< moved out of `object`; null where absent or null

/// ISO 8601 with 0–9 fraction digits, cut to the millisecond, or epoch milliseconds; no zone means UTC. Always UTC.
QDateTime timeFrom(const Json &value);
QDateTime timeAt(const Json &object, const char *key);
/// As Data Index takes it: 2026-03-02T14:30:00.123Z.
QString dataIndexTime(const QDateTime &time);

} // namespace podium
