// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <nlohmann/json.hpp>

#include <memory>

namespace podium {

/// JSON that keeps the order of members, as users wrote it.
using Json = nlohmann::ordered_json;
/// Shared between models and views without copying; never changed once shared.
using SharedJson = std::shared_ptr<const Json>;

/// Deepest nesting that parseJson() accepts: beyond it an answer is hostile, not data.
inline constexpr int kMaxJsonDepth = 512;

/// Strict UTF-8 JSON. Kind::Protocol with line and column in `details` for anything else. Any thread.
Result<Json> parseJson(QByteArrayView text);

QString toQString(const Json &value);                      ///< a string's text, "" for other kinds
QString stringAt(const Json &object, const char *key);     ///< "" where absent or not a string
const Json *memberAt(const Json &object, const char *key); ///< nullptr where absent, or `object` is no object
QByteArray toBytes(const Json &value, int indent = -1);    ///< invalid UTF-8 is replaced, never thrown
/// One escaped token of a JSON pointer (RFC 6901).
QString pointerToken(const QString &key);

} // namespace podium
