// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/json.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace podium {

/// What a typed number is worth. Podium keeps numbers as 64-bit integers and doubles; a number that would be rounded is
/// told to the user instead of changed behind his back.
struct TypedNumber
{
    enum class Outcome { Ok, NotANumber, Rounded } outcome = Outcome::NotANumber;
    Json value; ///< for Ok
};

/// JSON's spelling of a number, a leading plus and spaces around it allowed. Whole numbers become integers.
TypedNumber typedNumber(const QString &text);

/// The first number of a JSON text that would be rounded, as it is spelled there; "" when all are kept exactly.
QString roundedNumber(QByteArrayView json);

} // namespace podium
