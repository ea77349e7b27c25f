// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/workspace/workspacefiles.h"

#include "models/core/logging.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostFolders = 12;
constexpr qint64 kMaxSettings = 1 << 20;
/// Editors write a file in several steps; the last one is what counts.
constexpr auto kSettle = 200ms;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::WorkspaceFiles)
};

Error fileError(Error::Kind kind, const QString &what, const QString &path, const QString &why)
{
    Error error;
    error.kind = kind;
    error.what = what.arg(QDir::toNativeSeparators(path));
    error.why = why;
    return error;
}

/// Within the limit; one byte more tells that there is more.
Result<QByteArray> bytesOf(const QString &path, qint64 limit)
{
    const QString what = Texts::tr("The file %1 could not be read.");
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(Error::Kind::NotFound, what, path, Texts::tr("There is no such file."));
    if (!info.isFile())
        return fileError(Error::Kind::Storage, what, path, Texts::tr("It is not a regular file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(Error::Kind::Storage, what, path, file.errorString());
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fileError(Error::Kind::Storage, what, path, file.errorString());
    return bytes;
}

Result<Done> writeBytes(const QString &path, const QByteArray &bytes)
{
    const QString what = Texts::tr("The file %1 could not be saved.");
    // A link stays one: what it leads to is written.
    const QFileInfo info(path);
    const QString target = info.isSymLink() && info.exists() ? info.canonicalFilePath() : path;
    if (info.exists() && !info.isFile())
        return fileError(Error::Kind::Storage, what, path, Texts::tr("It is not a regular file."));
    QSaveFile file(target);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten)
        return Done();
    Error error = fileError(Error::Kind::Storage, what, path, file.errorString());
    error.remedy = Texts::tr("Check the folder's permissions and free space, or save it under another name. Nothing "
                             "of your text is lost.");
    return error;
}

Result<Done> writeChecked(const QString &path, const QByteArray &bytes, const QByteArray &base)
{
    if (!base.isEmpty()) {
        const Result<QByteArray> now = bytesOf(path, kMaxTextFile * 4);
        const bool isGone = !now && now.error().kind == Error::Kind::NotFound;
        if (!now && !isGone)
            return now.error();
        if (isGone || fingerprint(*now) != base) {
            return fileError(Error::Kind::Conflict, Texts::tr("The file %1 was not saved."), path,
                             isGone ? Texts::tr("It was removed since it was opened.")
                                    : Texts::tr("It was changed by another program since it was opened."));
        }
    }
    return writeBytes(path, bytes);
}

} // namespace

WorkspaceFiles::WorkspaceFiles(const QString &folder, QObject *parent)
    : WorkspaceService(parent)
    , m_folder(folder)
    , m_settings(folder % u"/workspace.json"_s)
{
    m_keeping.setMaxThreadCount(1);
    readFolders();
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &WorkspaceFiles::onChanged);
}

WorkspaceFiles::~WorkspaceFiles()
{
    m_keeping.waitForDone();
}

Async<TextFile> WorkspaceFiles::read(const QString &path)
{
    return runOnWorker<TextFile>([path]() -> Result<TextFile> {
        const Result<QByteArray> bytes = bytesOf(path, kMaxTextFile);
        if (!bytes)
            return bytes.error();
        Result<TextFile> file = TextFile::decode(*bytes);
        if (file)
            return file;
        Error error = file.error();
        error.what = Texts::tr("%1 cannot be edited here.").arg(QDir::toNativeSeparators(path));
        return error;
    });
}

Async<Done> WorkspaceFiles::write(const QString &path, const QByteArray &bytes, const QByteArray &base)
{
    return runOnWorker<Done>([path, bytes, base] { return writeChecked(path, bytes, base); });
}

void WorkspaceFiles::watch(const QString &path)
{
    if (m_watched[path]++ == 0)
        m_watcher.addPath(path);
}

void WorkspaceFiles::unwatch(const QString &path)
{
    if (const auto it = m_watched.find(path); it != m_watched.end() && --it.value() == 0) {
        m_watched.erase(it);
        m_watcher.removePath(path);
    }
}

void WorkspaceFiles::onChanged(const QString &path)
{
    QTimer::singleShot(kSettle, this, [this, path] {
        if (!m_watched.contains(path))
            return;
        // A file that was replaced is watched no more.
        if (!m_watcher.files().contains(path))
            m_watcher.addPath(path);
        Q_EMIT changedOutside(path);
    });
}

QString WorkspaceFiles::keptPath(const QString &id) const
{
    return m_folder % u"/unsaved/"_s % QString::fromLatin1(fingerprint(id.toUtf8()).left(24)) % u".txt"_s;
}

void WorkspaceFiles::keep(const UnsavedText &text)
{
    const QString path = keptPath(text.id);
    m_keeping.start([this, path, text] {
        QDir().mkpath(QFileInfo(path).path());
        const Result<Done> written = writeBytes(path, text.toBytes());
        if (written)
            return;
        Error error = written.error();
        error.what = tr("What is typed is not kept in case Podium ends unexpectedly.");
        error.remedy = tr("Save your files now.");
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT keepFailed(error); }, Qt::QueuedConnection);
    });
}

void WorkspaceFiles::forget(const QString &id)
{
    m_keeping.start([path = keptPath(id)] { QFile::remove(path); });
}

Async<QList<UnsavedText>> WorkspaceFiles::kept()
{
    return runOnWorker<QList<UnsavedText>>([folder =
                                                QString(m_folder % u"/unsaved"_s)]() -> Result<QList<UnsavedText>> {
        QList<UnsavedText> texts;
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.txt"_s}, QDir::Files, QDir::Time | QDir::Reversed);
        for (const QFileInfo &each : files) {
            const Result<QByteArray> bytes = bytesOf(each.filePath(), kMaxTextFile * 4);
            const Result<UnsavedText> text =
                bytes ? UnsavedText::fromBytes(*bytes) : Result<UnsavedText>(bytes.error());
            if (text)
                texts << *text;
            else
                qCWarning(logStore, "%s stays where it is: %s", qUtf8Printable(each.filePath()),
                          qUtf8Printable(text.error().why));
        }
        return texts;
    });
}

void WorkspaceFiles::readFolders()
{
    const JsonFile::Content kept = m_settings.read(kMaxSettings);
    if (!kept.problem.isEmpty())
        qCWarning(logStore, "The list of folders was not read: %s", qUtf8Printable(kept.problem));
    const QJsonArray folders = kept.object[u"folders"_s].toArray();
    for (const QJsonValue &folder : folders) {
        const QString path = folder.toString();
        if (QDir::isAbsolutePath(path) && !m_folders.contains(path) && m_folders.size() < kMostFolders)
            m_folders << path;
    }
}

void WorkspaceFiles::noteFolder(const QString &path)
{
    m_folders.removeAll(path);
    m_folders.prepend(path);
    while (m_folders.size() > kMostFolders)
        m_folders.removeLast();
    const QString problem = m_settings.write({{u"folders"_s, QJsonArray::fromStringList(m_folders)}});
    if (!problem.isEmpty())
        qCWarning(logStore, "The list of folders was not kept: %s", qUtf8Printable(problem));
}

} // namespace podium
