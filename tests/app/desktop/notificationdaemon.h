// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace podium {

/// A server of notifications on the session bus, as desktops have one (Desktop Notifications Specification 1.2), which
/// shows nothing and remembers everything.
class NotificationDaemon : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Call
    {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions; ///< ids and texts in turn
        int urgency = -1;
    };

    /// Has a connection of its own, so that what is tested talks to another one. `capabilities` as it would tell them.
    explicit NotificationDaemon(const QStringList &capabilities, QObject *parent = nullptr);
    ~NotificationDaemon() override;

    bool isThere() const { return m_isThere; }
    /// Presses a button, or the message itself ("default").
    void press(uint id, const QString &action);
    void close(uint id);

    QList<Call> calls;
    QList<uint> closed; ///< by the program

public Q_SLOTS:
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int timeoutMs);
    QStringList GetCapabilities() { return m_capabilities; }
    void CloseNotification(uint id) { closed << id; }
    QString GetServerInformation(QString &vendor, QString &version, QString &specification);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QString m_name;
    QDBusConnection m_bus;
    QStringList m_capabilities;
    bool m_isThere = false;
    uint m_last = 0;
};

} // namespace podium
