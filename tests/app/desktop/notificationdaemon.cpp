// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/desktop/notificationdaemon.h"

#include <QUuid>

namespace podium {

using namespace Qt::StringLiterals;

NotificationDaemon::NotificationDaemon(const QStringList &capabilities, QObject *parent)
    : QObject(parent)
    , m_name(u"daemon-"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    , m_capabilities(capabilities)
{
    m_isThere = m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
                m_bus.registerService(u"org.freedesktop.Notifications"_s);
}

NotificationDaemon::~NotificationDaemon()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    QDBusConnection::disconnectFromBus(m_name);
}

uint NotificationDaemon::Notify(const QString &, uint replaces, const QString &, const QString &title,
                                const QString &body, const QStringList &actions, const QVariantMap &hints, int)
{
    const uint id = replaces != 0 ? replaces : ++m_last;
    calls << Call{id, replaces, title, body, actions, hints.value(u"urgency"_s, -1).toInt()};
    return id;
}

QString NotificationDaemon::GetServerInformation(QString &vendor, QString &version, QString &specification)
{
    vendor = u"Podium"_s;
    version = u"1"_s;
    specification = u"1.2"_s;
    return u"Recorder"_s;
}

void NotificationDaemon::press(uint id, const QString &action)
{
    Q_EMIT ActionInvoked(id, action);
}

void NotificationDaemon::close(uint id)
{
    Q_EMIT NotificationClosed(id, 2);
}

} // namespace podium
