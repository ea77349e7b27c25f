// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/hubservice.h"

#include <QByteArrayView>

#include <optional>

namespace podium {

// Answers of Backstage's notifications backend (0.2 to 0.6), read so that nothing a server could send does harm: what
// has no id is left out, texts are cut to what a list and a page can hold. Any thread. Kind::Protocol for what is no
// JSON of the kind.

/// {"totalCount", "notifications": [...]}, or the bare list that older versions give.
Result<NotificationPage> decodeNotifications(QByteArrayView text);
Result<Notification> decodeNotification(QByteArrayView text);
/// "unread" of {"unread", "read"}, and "read".
struct HubCounts
{
    qint64 unread = 0;
    qint64 read = 0;
    bool operator==(const HubCounts &) const = default;
};
Result<HubCounts> decodeCounts(QByteArrayView text);
Result<QStringList> decodeTopics(QByteArrayView text);
Result<NotificationSettings> decodeSettings(QByteArrayView text);
QByteArray encodeSettings(const NotificationSettings &settings);

/// What a signal of the channel "notifications" tells.
struct HubSignal
{
    enum class Action { New, Read, Unread };
    Action action = Action::New;
    QStringList ids; ///< at most a thousand: there may be more
    bool operator==(const HubSignal &) const = default;
};
/// Nothing for other channels, other actions, and what is no signal at all.
std::optional<HubSignal> decodeSignal(QByteArrayView text);

/// Longest text of a notification that is kept.
inline constexpr qsizetype kMaxHubText = 20'000;

} // namespace podium
