// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/desktop.h"

#include <QDBusConnection>
#include <QHash>
#include <QSet>
#include <QStringList>

class QDBusPendingCallWatcher;

namespace podium {

/// Messages by the Desktop Notifications Specification 1.2 (org.freedesktop.Notifications on the session bus). What a
/// server of notifications cannot do, it is not asked for: actions and markup by its capabilities. A server that comes
/// later, goes or is replaced is followed. UI thread; all calls are asynchronous.
class DBusNotifier : public DesktopNotifier
{
    Q_OBJECT
public:
    explicit DBusNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    bool isAvailable() const override { return m_isAvailable; }
    QString problem() const override { return m_isAvailable ? QString() : m_problem; }
    void show(const DesktopMessage &message) override;
    void withdraw(const QString &key) override;

    QStringList capabilities() const { return m_capabilities; }

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &actionId);
    void onClosed(uint id, uint reason);

private:
    struct Entry
    {
        uint id = 0; ///< 0 before the server answered
        bool isAsking = false;
        DesktopMessage message; ///< the newest
        bool isNewer = false;   ///< than what the server was sent
    };

    void askCapabilities();
    void takeCapabilities(QDBusPendingCallWatcher *call);
    void onOwner(const QString &owner);
    void setAvailable(bool available, const QString &problem);
    void send(const QString &key);
    void takeId(const QString &key, QDBusPendingCallWatcher *call);
    void close(uint id);
    QString keyOf(uint id) const;
    QString bodyText(const QString &plain) const;

    QDBusConnection m_bus;
    QStringList m_capabilities;
    bool m_isAvailable = false;
    bool m_isKnown = false; ///< the server was asked what it can
    QString m_problem;
    QHash<QString, Entry> m_entries; ///< by key: what is shown, or about to be
    QList<DesktopMessage> m_waiting; ///< for the first answer of the server
};

} // namespace podium
