// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/jsonfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JsonFile)
};

constexpr int kMostAside = 100;

} // namespace

JsonFile::JsonFile(const QString &path)
    : m_path(path)
{
}

JsonFile::Content JsonFile::read(qint64 mostBytes) const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
    if (file.size() > mostBytes)
        return {{}, Texts::tr("It is too large.")};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(mostBytes), &error);
    if (error.error != QJsonParseError::NoError)
        return {{}, Texts::tr("It is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset)};
    if (!document.isObject())
        return {{}, Texts::tr("It holds no JSON object.")};
    return {document.object(), {}};
}

QString JsonFile::write(const QJsonObject &object) const
{
    if (m_path.isEmpty())
        return {};
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(object).toJson();
    const bool isKept = QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
                        file.write(text) == text.size() && file.commit();
    if (isKept)
        return {};
    return file.errorString().isEmpty() ? Texts::tr("The file could not be written.") : file.errorString();
}

QString JsonFile::setAside() const
{
    for (int number = 1; number <= kMostAside; ++number) {
        const QString name = u"%1.unreadable-%2"_s.arg(m_path).arg(number);
        if (!QFileInfo::exists(name))
            return QFile::rename(m_path, name) ? name : QString();
    }
    return {};
}

} // namespace podium
