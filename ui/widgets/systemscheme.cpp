// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/systemscheme.h"

#include "ui/widgets/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kSpace = u"org.freedesktop.appearance"_s;
const QString kKey = u"color-scheme"_s;

/// Portals differ in how often they wrap the value.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_dark(podium::isDark(QGuiApplication::palette()))
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask();
}

void SystemScheme::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << kSpace << kKey;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            onSettingChanged(kSpace, kKey, reply.value());
    });
}

void SystemScheme::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != kSpace || key != kKey)
        return;
    // 0 no preference, 1 dark, 2 light.
    const uint preference = unwrapped(QVariant::fromValue(value)).toUInt();
    if (preference == 1 || preference == 2)
        setDark(preference == 1);
}

void SystemScheme::setDark(bool dark)
{
    if (std::exchange(m_dark, dark) != dark)
        Q_EMIT changed();
}

} // namespace podium
