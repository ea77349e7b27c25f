// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/jsonfile.h"
#include "models/services/workspaceservice.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QThreadPool>

namespace podium {

/// Workspace on the file system. Unsaved texts are a file each in `folder`/unsaved, the folders opened lately are in
/// `folder`/workspace.json.
class WorkspaceFiles : public WorkspaceService
{
    Q_OBJECT
public:
    explicit WorkspaceFiles(const QString &folder, QObject *parent = nullptr);
    ~WorkspaceFiles() override;

    Async<TextFile> read(const QString &path) override;
    Async<Done> write(const QString &path, const QByteArray &bytes, const QByteArray &base) override;
    void watch(const QString &path) override;
    void unwatch(const QString &path) override;
    void keep(const UnsavedText &text) override;
    void forget(const QString &id) override;
    Async<QList<UnsavedText>> kept() override;
    QStringList folders() const override { return m_folders; }
    void noteFolder(const QString &path) override;

private:
    QString keptPath(const QString &id) const;
    void onChanged(const QString &path);
    void readFolders();

    QString m_folder;
    JsonFile m_settings;
    QFileSystemWatcher m_watcher;
    QHash<QString, int> m_watched; ///< counted
    QStringList m_folders;
    QThreadPool m_keeping; ///< one thread: what was kept last is what stays
};

} // namespace podium
