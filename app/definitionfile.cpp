// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/definitionfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace podium {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenderApplication)
};

} // namespace

Error unreadableDefinition(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = Texts::tr("The definition cannot be read.");
    error.why = why;
    return error;
}

Result<QByteArray> definitionContent(const QString &path, qsizetype most)
{
    QFile file(path);
    if (!file.exists())
        return unreadableDefinition(Texts::tr("There is no such file."));
    if (QFileInfo(path).isDir())
        return unreadableDefinition(Texts::tr("It is a folder."));
    if (!file.open(QIODevice::ReadOnly))
        return unreadableDefinition(file.errorString() + u'.');
    // In pieces: a pipe gives no more at once. One byte too many is enough for the reader to refuse.
    QByteArray content;
    while (content.size() <= most) {
        const QByteArray piece = file.read(most + 1 - content.size());
        if (piece.isEmpty())
            break;
        content += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return unreadableDefinition(file.errorString() + u'.');
    return content;
}

} // namespace podium
