// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

QString absoluteText(const QDateTime &time, const QDateTime &now)
{
    const QString clock = time.toString(u"HH:mm:ss"_s);
    if (time.date() == now.date())
        return clock;
    return time.date().toString(u"yyyy-MM-dd"_s) % u' ' % clock;
}

QString relativeText(qint64 seconds)
{
    const bool past = seconds >= 0;
    const qint64 s = qAbs(seconds);
    if (s < 5)
        return Texts::tr("now");
    if (s < 60)
        return past ? Texts::tr("%n s ago", nullptr, int(s)) : Texts::tr("in %n s", nullptr, int(s));
    if (s < 3600)
        return past ? Texts::tr("%n min ago", nullptr, int(s / 60)) : Texts::tr("in %n min", nullptr, int(s / 60));
    if (s < 48 * 3600)
        return past ? Texts::tr("%n h ago", nullptr, int(s / 3600)) : Texts::tr("in %n h", nullptr, int(s / 3600));
    return past ? Texts::tr("%n d ago", nullptr, int(s / 86400)) : Texts::tr("in %n d", nullptr, int(s / 86400));
}

} // namespace

QString timeText(const QDateTime &utc, TimeStyle style, const QDateTime &nowUtc)
{
    if (!utc.isValid())
        return u"–"_s;
    switch (style) {
    case TimeStyle::Local:
        return absoluteText(utc.toLocalTime(), nowUtc.toLocalTime());
    case TimeStyle::Utc:
        return Texts::tr("%1 UTC").arg(absoluteText(utc.toUTC(), nowUtc.toUTC()));
    case TimeStyle::Relative:
        break;
    }
    return relativeText(utc.secsTo(nowUtc));
}

QString timeToolTip(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QString format = u"yyyy-MM-dd HH:mm:ss.zzz"_s;
    const QDateTime local = utc.toLocalTime();
    return Texts::tr("%1 %2\n%3 UTC")
        .arg(local.toString(format), local.timeZoneAbbreviation(), utc.toUTC().toString(format));
}

QString durationText(qint64 ms)
{
    if (ms < 0)
        return u"–"_s;
    if (ms < 1000)
        return Texts::tr("%n ms", nullptr, int(ms));
    if (ms < 59'950)
        return Texts::tr("%1 s").arg(QLocale().toString(double(ms) / 1000.0, 'f', 1));
    const qint64 s = (ms + 500) / 1000;
    if (s < 3600)
        return Texts::tr("%1 min %2 s").arg(s / 60).arg(s % 60);
    if (s < 86'400)
        return Texts::tr("%1 h %2 min").arg(s / 3600).arg(s % 3600 / 60);
    return Texts::tr("%1 d %2 h").arg(s / 86'400).arg(s % 86'400 / 3600);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

} // namespace podium
