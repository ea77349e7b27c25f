// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QList>

#include <functional>

namespace podium {

/// Where searchJson() found its text.
struct JsonMatch
{
    QString pointer; ///< JSON pointer of the member
    bool inName = false;
    bool operator==(const JsonMatch &) const = default;
};

/// Members whose name or plain value contains `text`, in document order, at most `limit`. Case does not matter. Pure
/// and safe on a worker; `cancelled` is asked often.
QList<JsonMatch> searchJson(const Json &document, const QString &text, int limit,
                            const std::function<bool()> &cancelled = {});

/// The member at a position of an array or object, and, of an object, its name. The position must exist.
const Json &jsonMember(const Json &container, qsizetype position, QString *name);

} // namespace podium
