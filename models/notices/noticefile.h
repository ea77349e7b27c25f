// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/notification.h"

#include <QJsonObject>

#include <optional>

namespace podium {

/// One of Podium's own notifications as a file has it. Its environment is that of the file.
QJsonObject toJson(const Notification &notice);
/// Nothing for what has no id or no title.
std::optional<Notification> noticeFromJson(const QJsonObject &json);

} // namespace podium
