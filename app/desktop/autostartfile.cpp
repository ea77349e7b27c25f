// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/autostartfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AutostartFile)
};

constexpr qint64 kMostBytes = 64 * 1024;
const QLatin1StringView kMark("X-Podium-Autostart=true");

Error unsaved(const QString &path, const QString &why)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = Texts::tr("Whether Podium starts with the desktop could not be saved in %1.")
                     .arg(QDir::toNativeSeparators(path));
    error.why = why;
    error.remedy = Texts::tr("Check the file and the permissions of its folder, then try again.");
    return error;
}

} // namespace

AutostartFile::AutostartFile(const QString &folder, const QString &program)
    : m_path(QDir(folder).filePath(u"podium.desktop"_s))
    , m_program(program)
{
}

QString AutostartFile::quotedForExec(const QString &argument)
{
    // Within quotes " ` $ and \ are escaped by a backslash; the file format escapes each backslash once more; and
    // a percent sign would start a field code.
    QString quoted;
    for (const QChar c : argument) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            quoted += u'\\';
        quoted += c == u'%' ? u"%%"_s : QString(c);
    }
    return u'"' % quoted.replace(u'\\', u"\\\\"_s) % u'"';
}

bool AutostartFile::isOurs() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QStringList lines = QString::fromUtf8(file.read(kMostBytes)).split(u'\n');
    return lines.contains(kMark);
}

bool AutostartFile::isOn() const
{
    return isOurs();
}

Result<Done> AutostartFile::setOn(bool on)
{
    const bool exists = QFileInfo::exists(m_path);
    if (exists && !isOurs())
        return unsaved(m_path, Texts::tr("There is a file of this name that Podium did not write."));
    if (!on) {
        QFile file(m_path);
        return !exists || file.remove() ? Result<Done>(Done()) : unsaved(m_path, file.errorString());
    }
    const QString entry = u"[Desktop Entry]\nType=Application\nName=Podium\nIcon=podium\nExec=%1 --minimized\n"
                          "Terminal=false\nX-GNOME-Autostart-enabled=true\n%2\n"_s.arg(quotedForExec(m_program), kMark);
    QSaveFile file(m_path);
    const QByteArray text = entry.toUtf8();
    const bool isKept = QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
                        file.write(text) == text.size() && file.commit();
    return isKept ? Result<Done>(Done()) : unsaved(m_path, file.errorString());
}

} // namespace podium
