// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QFileDevice>

namespace podium {

/// Files of lines that are only added to, which only their owner may read. Any thread.
inline constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Adds `lines` in one piece, so that two windows do not write into each other's; makes file and folder where there is
/// none. A line that was cut off when Podium was killed is ended first. Why it failed, else "".
QString appendLines(const QString &path, const QByteArray &lines);
/// The last `most` bytes of the first `size` ones, from the beginning of a line.
Result<QByteArray> endOfFile(const QString &path, qint64 size, qint64 most);

} // namespace podium
