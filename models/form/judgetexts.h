// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace podium {

/// A message of the validator, translated.
inline QString say(const char *message, int count = -1)
{
    return QCoreApplication::translate("FormValidator", message, nullptr, count);
}

} // namespace podium
