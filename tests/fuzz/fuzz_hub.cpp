// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/decodehub.h"
#include "app/hub/hubauth.h"
#include "models/notifications/notificationlink.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace podium;

/// Any bytes as each answer of the hub, as a signal, as what the keychain holds, and as a link: nothing may crash or
/// hang; what was understood is the same once more, and a link leads nowhere but to a page or into Podium.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    (void)decodeCounts(bytes);
    (void)decodeTopics(bytes);
    (void)decodeSignal(bytes);
    (void)identityOf(text, {});
    (void)HubCredential::fromText(text);
    if (const auto settings = decodeSettings(bytes)) {
        const auto again = decodeSettings(encodeSettings(*settings));
        if (!again || *again != *settings)
            std::abort();
    }
    Notification notification;
    notification.link = text;
    QList<Notification> all{notification};
    if (const auto page = decodeNotifications(bytes))
        all += page->rows;
    if (const auto one = decodeNotification(bytes))
        all << *one;
    for (const Notification &each : std::as_const(all)) {
        const NotificationLink link = linkOf(each, QUrl(QStringLiteral("https://hub.example.com/base")));
        const QString scheme = link.address.scheme();
        if (!link.address.isEmpty() && scheme != QLatin1String("https") && scheme != QLatin1String("http"))
            std::abort();
    }
    return 0;
}
