// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationlink.h"

#include "models/domain/environment.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLink = 4000;
constexpr qsizetype kLongestId = 200;

/// Ids as servers make them; anything else is no id, and goes to the hub.
bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestId && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    });
}

/// "instance:ID" or "workflow:ID" for a path of the Orchestrator; "" for others.
QString orchestratorLocation(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const qsizetype at = parts.lastIndexOf(u"orchestrator"_s);
    if (at < 0 || at + 2 >= parts.size() || !isId(parts.at(at + 2)))
        return {};
    const QString &kind = parts.at(at + 1);
    const qsizetype more = parts.size() - at - 3;
    if (kind == "instances"_L1 && more == 0)
        return u"instance:"_s % parts.at(at + 2);
    if (kind == "workflows"_L1 && more <= 1)
        return u"workflow:"_s % parts.at(at + 2);
    return {};
}

} // namespace

NotificationLink linkOf(const Notification &notification, const QUrl &hub)
{
    if (!notification.target.isEmpty())
        return {notification.target, {}};
    const QString text = notification.link.trimmed();
    if (text.isEmpty() || text.size() > kLongestLink)
        return {};
    QUrl link(text, QUrl::StrictMode);
    if (!link.isValid())
        return {};
    const bool relative = link.isRelative() && link.host().isEmpty();
    if (relative && hub.isEmpty())
        return {};
    QUrl base = hub;
    if (relative && !base.path().endsWith(u'/')) // the hub may live below a path
        base.setPath(base.path() % u'/');
    if (relative) {
        const QString path = link.path(QUrl::FullyEncoded);
        link.setPath(path.startsWith(u'/') ? path.mid(1) : path, QUrl::StrictMode);
    }
    if (link.isRelative()) // also //host/path
        link = base.resolved(link);
    if (originOf(link).isEmpty() || link.scheme().startsWith("ws"_L1) || !link.userInfo().isEmpty())
        return {};
    if (originOf(link) == originOf(hub)) {
        if (const QString location = orchestratorLocation(link.path(QUrl::FullyEncoded)); !location.isEmpty())
            return {location, {}};
    }
    return {{}, link};
}

} // namespace podium
