// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/result.h"
#include "models/domain/notification.h"

#include <QList>
#include <QObject>
#include <QString>

namespace podium {

/// One message for the notifications of the desktop. All texts are plain text.
struct DesktopMessage
{
    struct Action
    {
        QString id; ///< "open" is what a click on the message itself does
        QString text;
        bool operator==(const Action &) const = default;
    };

    QString key; ///< a message of the same key that is still shown is replaced
    QString title;
    QString body;
    Notification::Severity severity = Notification::Severity::Normal;
    QList<Action> actions;

    bool operator==(const DesktopMessage &) const = default;
};

/// Shows messages outside of the window. UI thread; nothing blocks.
class DesktopNotifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual bool isAvailable() const = 0;
    /// Why messages are not shown, translated plain text; "" while they are.
    virtual QString problem() const = 0;
    /// What cannot be shown is dropped: the notices in the window hold it all the same.
    virtual void show(const DesktopMessage &message) = 0;
    virtual void withdraw(const QString &key) = 0; ///< unknown keys are ignored

Q_SIGNALS:
    void availabilityChanged();
    void activated(const QString &key, const QString &actionId);
};

/// Whether Podium starts with the session of the desktop.
class Autostart
{
public:
    virtual ~Autostart() = default;
    virtual bool isOn() const = 0;
    /// Kind::Storage when it cannot be written: then nothing has changed.
    virtual Result<Done> setOn(bool on) = 0;
};

class AlertSettings;

/// What surrounds the window, the same for all environments. The references live as long as the application.
struct Desktop
{
    AlertSettings &settings;
    DesktopNotifier &notifier;
    Autostart &autostart;
};

} // namespace podium
