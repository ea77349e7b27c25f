// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/jsonfile.h"
#include "models/core/result.h"

#include <QDateTime>
#include <QObject>
#include <QTime>

namespace podium {

/// Hours of the day, of this computer's time zone, in which the desktop is not told. They may go over midnight.
struct QuietHours
{
    bool isOn = false;
    QTime from{22, 0};
    QTime to{7, 0};
    bool letCriticalThrough = true;

    bool contains(const QTime &local) const;
    bool operator==(const QuietHours &) const = default;
};

/// When and how the user wants to be told outside of the window: for all environments, in one file. A file that cannot
/// be read is set aside under another name, and problem() says so. UI thread.
class AlertSettings : public QObject
{
    Q_OBJECT
public:
    struct Values
    {
        bool onDesktop = true; ///< messages of the desktop; else only in the window
        QuietHours quiet;
        QDateTime silentUntil;     ///< UTC: nothing at all on the desktop until then; invalid for none
        bool inTray = true;        ///< an icon beside the clock
        bool keepsRunning = false; ///< closing the window leaves Podium in the tray
        bool operator==(const Values &) const = default;
    };

    /// "" keeps them in memory only.
    explicit AlertSettings(const QString &path, QObject *parent = nullptr);

    const Values &values() const { return m_values; }
    /// Kind::Storage when they cannot be kept: then nothing has changed.
    Result<Done> setValues(const Values &values);
    QString problem() const { return m_problem; } ///< translated plain text; "" when all is well

Q_SIGNALS:
    void changed();

private:
    JsonFile m_file;
    Values m_values;
    QString m_problem;
};

QJsonObject toJson(const AlertSettings::Values &values);
AlertSettings::Values alertValuesFromJson(const QJsonObject &json); ///< any JSON: what is none is the default

} // namespace podium
