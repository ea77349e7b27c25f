// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace podium {

/// One JSON object in a file of its own, replaced as a whole or not at all (QSaveFile). Small files: UI thread.
class JsonFile
{
public:
    /// "" keeps nothing: reads as absent, and every write succeeds.
    explicit JsonFile(const QString &path);

    struct Content
    {
        QJsonObject object; ///< empty where there is no file
        QString problem;    ///< translated, why the file was not read; "" when it was, or there is none
    };
    Content read(qint64 mostBytes) const;
    /// Why it could not be written, translated; "" when it was. Makes the folder.
    QString write(const QJsonObject &object) const;
    /// Renames the file so that a new one can take its place, and tells its new path; "" where that fails.
    QString setAside() const;

    QString path() const { return m_path; }

private:
    QString m_path;
};

} // namespace podium
