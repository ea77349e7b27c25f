// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/browseropener.h"

#include <QDesktopServices>
#include <QProcess>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

/// One argument of a BROWSER entry with its marks filled in.
QString filled(const QString &argument, const QString &address, bool &placed)
{
    QString out;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        const QChar next = i + 1 < argument.size() ? argument.at(i + 1) : QChar();
        if (argument.at(i) != u'%' || (next != u's' && next != u'c' && next != u'%')) {
            out += argument.at(i);
            continue;
        }
        ++i;
        if (next == u's') {
            out += address;
            placed = true;
        } else {
            out += next == u'c' ? u':' : u'%';
        }
    }
    return out;
}

} // namespace

QList<QStringList> browserCommands(const QString &variable, const QUrl &url)
{
    const QString address = url.toString(QUrl::FullyEncoded);
    QList<QStringList> commands;
    for (const QString &entry : variable.split(u':', Qt::SkipEmptyParts)) {
        QStringList words = QProcess::splitCommand(entry);
        if (words.isEmpty())
            continue;
        bool placed = false;
        for (QString &word : words)
            word = filled(word, address, placed);
        if (!placed)
            words << address;
        commands << words;
    }
    return commands;
}

BrowserOpener desktopBrowser()
{
    return [](const QUrl &url) {
        for (const QStringList &command : browserCommands(qEnvironmentVariable("BROWSER"), url)) {
            if (QProcess::startDetached(command.first(), command.sliced(1)))
                return true;
        }
        return QDesktopServices::openUrl(url);
    };
}

} // namespace podium
