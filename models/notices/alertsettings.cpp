// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/alertsettings.h"

#include "models/core/logging.h"

#include <QDir>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64 * 1024;

QTime timeAt(const QJsonObject &json, QLatin1StringView key, const QTime &otherwise)
{
    const QTime time = QTime::fromString(json.value(key).toString(), u"HH:mm"_s);
    return time.isValid() ? time : otherwise;
}

} // namespace

bool QuietHours::contains(const QTime &local) const
{
    if (!isOn || from == to)
        return false;
    return from < to ? local >= from && local < to : local >= from || local < to;
}

QJsonObject toJson(const AlertSettings::Values &values)
{
    QJsonObject json{{u"onDesktop"_s, values.onDesktop},
                     {u"quiet"_s, values.quiet.isOn},
                     {u"quietFrom"_s, values.quiet.from.toString(u"HH:mm"_s)},
                     {u"quietTo"_s, values.quiet.to.toString(u"HH:mm"_s)},
                     {u"criticalThrough"_s, values.quiet.letCriticalThrough},
                     {u"inTray"_s, values.inTray},
                     {u"keepsRunning"_s, values.keepsRunning}};
    if (values.silentUntil.isValid())
        json.insert(u"silentUntil"_s, values.silentUntil.toUTC().toString(Qt::ISODate));
    return json;
}

AlertSettings::Values alertValuesFromJson(const QJsonObject &json)
{
    AlertSettings::Values values;
    values.onDesktop = json.value("onDesktop"_L1).toBool(values.onDesktop);
    values.quiet.isOn = json.value("quiet"_L1).toBool(values.quiet.isOn);
    values.quiet.from = timeAt(json, "quietFrom"_L1, values.quiet.from);
    values.quiet.to = timeAt(json, "quietTo"_L1, values.quiet.to);
    values.quiet.letCriticalThrough = json.value("criticalThrough"_L1).toBool(values.quiet.letCriticalThrough);
    values.inTray = json.value("inTray"_L1).toBool(values.inTray);
    values.keepsRunning = json.value("keepsRunning"_L1).toBool(values.keepsRunning);
    values.silentUntil = QDateTime::fromString(json.value("silentUntil"_L1).toString(), Qt::ISODate).toUTC();
    return values;
}

AlertSettings::AlertSettings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{
    const JsonFile::Content content = m_file.read(kMostBytes);
    if (content.problem.isEmpty()) {
        m_values = alertValuesFromJson(content.object);
        return;
    }
    const QString aside = m_file.setAside();
    m_problem = tr("The settings of notifications in %1 were not read. %2")
                    .arg(QDir::toNativeSeparators(m_file.path()), content.problem);
    if (!aside.isEmpty())
        m_problem += u' ' % tr("The file is now %1.").arg(QDir::toNativeSeparators(aside));
    else
        m_file = JsonFile({});
    qCWarning(logStore, "%s", qUtf8Printable(m_problem));
}

Result<Done> AlertSettings::setValues(const Values &values)
{
    if (values == m_values)
        return Done();
    Error error;
    error.kind = Error::Kind::Storage;
    error.why = m_file.write(toJson(values));
    if (!error.why.isEmpty()) {
        error.what =
            tr("The settings of notifications could not be saved in %1.").arg(QDir::toNativeSeparators(m_file.path()));
        error.remedy = tr("Check the folder's permissions and free space, then try again.");
        return error;
    }
    m_values = values;
    Q_EMIT changed();
    return Done();
}

} // namespace podium
