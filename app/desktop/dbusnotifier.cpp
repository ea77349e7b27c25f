// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/dbusnotifier.h"

#include "models/core/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const QLatin1StringView kService("org.freedesktop.Notifications");
const QLatin1StringView kPath("/org/freedesktop/Notifications");
constexpr int kAnswerMs = 5000;   ///< a server of notifications may be started by the call
constexpr int kMostEntries = 200; ///< messages that are shown at once
constexpr int kMostWaiting = 20;
constexpr int kServerDecides = -1; ///< expire_timeout

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

/// The byte "urgency" of the specification: low, normal, critical.
uchar urgencyOf(Notification::Severity severity)
{
    switch (severity) {
    case Notification::Severity::Critical:
        return 2;
    case Notification::Severity::Low:
        return 0;
    case Notification::Severity::High:
    case Notification::Severity::Normal:
        break;
    }
    return 1;
}

} // namespace

DBusNotifier::DBusNotifier(const QDBusConnection &bus, QObject *parent)
    : DesktopNotifier(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected()) {
        m_isKnown = true;
        m_problem = tr("There is no session bus, over which desktops take notifications.");
        return;
    }
    m_bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
    auto *owner = new QDBusServiceWatcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(owner, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) { onOwner(newOwner); });
    askCapabilities();
}

void DBusNotifier::onOwner(const QString &owner)
{
    // The ids of another server mean nothing to this one.
    m_entries.clear();
    if (owner.isEmpty())
        return setAvailable(false, tr("The desktop's server of notifications went away."));
    askCapabilities();
}

void DBusNotifier::askCapabilities()
{
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(u"GetCapabilities"_s), kAnswerMs), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &DBusNotifier::takeCapabilities);
}

void DBusNotifier::takeCapabilities(QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<QStringList> reply = *call;
    m_isKnown = true;
    const QList<DesktopMessage> waiting = std::exchange(m_waiting, {});
    if (reply.isError()) {
        qCInfo(logApp, "No notifications on the desktop: %s", qUtf8Printable(reply.error().message()));
        return setAvailable(false, tr("This desktop has no server of notifications."));
    }
    m_capabilities = reply.value();
    setAvailable(true, {});
    for (const DesktopMessage &message : waiting)
        show(message);
}

void DBusNotifier::setAvailable(bool available, const QString &problem)
{
    m_problem = problem;
    if (std::exchange(m_isAvailable, available) != available)
        Q_EMIT availabilityChanged();
}

void DBusNotifier::show(const DesktopMessage &message)
{
    if (!m_isKnown) {
        if (m_waiting.size() < kMostWaiting)
            m_waiting << message;
        return;
    }
    const bool isKnown = m_entries.contains(message.key);
    if (!m_isAvailable || (!isKnown && m_entries.size() >= kMostEntries))
        return;
    Entry &entry = m_entries[message.key];
    entry.message = message;
    entry.isNewer = true;
    if (!entry.isAsking) // else it is sent when the id of the one before is known: to replace it
        send(message.key);
}

void DBusNotifier::send(const QString &key)
{
    Entry &entry = m_entries[key];
    entry.isAsking = true;
    entry.isNewer = false;
    QStringList actions;
    if (m_capabilities.contains("actions"_L1)) {
        for (const DesktopMessage::Action &action : entry.message.actions) {
            if (action.id == "open"_L1)
                actions << u"default"_s << action.text; // a click on the message itself
            actions << action.id << action.text;
        }
    }
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(urgencyOf(entry.message.severity))},
                            {u"desktop-entry"_s, u"podium"_s}};
    QDBusMessage call = callOf(u"Notify"_s);
    call << u"Podium"_s << entry.id << u"podium"_s << entry.message.title << bodyText(entry.message.body) << actions
         << hints << kServerDecides;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kAnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, key](QDBusPendingCallWatcher *done) { takeId(key, done); });
}

void DBusNotifier::takeId(const QString &key, QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<uint> reply = *call;
    const auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        if (!reply.isError())
            close(reply.value()); // it was withdrawn meanwhile
        return;
    }
    found->isAsking = false;
    if (reply.isError()) {
        qCInfo(logApp, "A message was not shown: %s", qUtf8Printable(reply.error().message()));
        m_entries.erase(found);
        return;
    }
    found->id = reply.value();
    if (found->isNewer)
        send(key);
}

void DBusNotifier::withdraw(const QString &key)
{
    m_waiting.removeIf([&](const DesktopMessage &message) { return message.key == key; });
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    const uint id = found->id;
    m_entries.erase(found);
    if (id != 0)
        close(id);
}

void DBusNotifier::close(uint id)
{
    QDBusMessage call = callOf(u"CloseNotification"_s);
    call << id;
    m_bus.asyncCall(call, kAnswerMs);
}

QString DBusNotifier::keyOf(uint id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [id](const Entry &entry) { return id != 0 && entry.id == id; });
    return found == m_entries.cend() ? QString() : found.key();
}

void DBusNotifier::onActionInvoked(uint id, const QString &actionId)
{
    // Other programs' messages are told as well.
    const QString key = keyOf(id);
    if (!key.isEmpty())
        Q_EMIT activated(key, actionId == "default"_L1 ? u"open"_s : actionId);
}

void DBusNotifier::onClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    const auto found = m_entries.find(keyOf(id));
    if (found == m_entries.end())
        return;
    if (found->isAsking)
        found->id = 0; // a newer one is on its way, and gets an id of its own
    else
        m_entries.erase(found);
}

/// The body may hold markup where the server says so: then what looks like it is escaped.
QString DBusNotifier::bodyText(const QString &plain) const
{
    return m_capabilities.contains("body-markup"_L1) ? plain.toHtmlEscaped() : plain;
}

} // namespace podium
