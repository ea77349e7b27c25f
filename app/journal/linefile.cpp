// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/linefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace podium {

namespace {

Error storageError(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.why = why;
    return error;
}

/// Whether what is appended now begins a line: not after a line that was cut off when Podium was killed.
bool endsWithALine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return true;
    char last = '\n';
    return !file.seek(file.size() - 1) || !file.getChar(&last) || last == '\n';
}

} // namespace

Result<QByteArray> endOfFile(const QString &path, qint64 size, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storageError(file.errorString());
    const qint64 from = qMax<qint64>(0, size - most);
    if (from > 0 && !file.seek(from - 1)) // one earlier: a line may begin right there
        return storageError(file.errorString());
    QByteArray text = file.read(from > 0 ? most + 1 : size);
    if (file.error() != QFileDevice::NoError)
        return storageError(file.errorString());
    if (from > 0) {
        const qsizetype cut = text.indexOf('\n');
        text.remove(0, cut < 0 ? text.size() : cut + 1);
    }
    return text;
}

QString appendLines(const QString &path, const QByteArray &lines)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return QCoreApplication::translate("LineFile", "The folder %1 could not be made.")
            .arg(QDir::toNativeSeparators(folder));
    const QByteArray text = endsWithALine(path) ? lines : QByteArray('\n' + lines);
    QFile file(path);
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered, kOwnerOnly) || file.write(text) != text.size())
        return file.errorString();
    return {};
}

} // namespace podium
