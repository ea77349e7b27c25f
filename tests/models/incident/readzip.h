// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>

#include <archive.h>
#include <archive_entry.h>

namespace podium {

/// The files of a zip archive by name; empty for what is none.
inline QMap<QString, QByteArray> readZip(const QString &path)
{
    QMap<QString, QByteArray> files;
    archive *reader = archive_read_new();
    archive_read_support_format_zip(reader);
    if (archive_read_open_filename(reader, QFile::encodeName(path).constData(), 65536) == ARCHIVE_OK) {
        archive_entry *entry = nullptr;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            QByteArray content;
            char buffer[8192];
            for (la_ssize_t got = 1; got > 0;) {
                got = archive_read_data(reader, buffer, sizeof buffer);
                content.append(buffer, qMax<qsizetype>(got, 0));
            }
            files.insert(QString::fromUtf8(archive_entry_pathname(entry)), content);
        }
    }
    archive_read_free(reader);
    return files;
}

} // namespace podium
