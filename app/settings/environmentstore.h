// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/environmentservice.h"

#include <QFileSystemWatcher>

#include <functional>
#include <optional>

namespace podium {

/// Environments as one JSON file each (see toJson()) in a folder. A file that cannot be read is told in problems() and
/// otherwise left alone: never overwritten, never deleted. Changes that others make to the folder are followed. UI
/// thread.
class EnvironmentStore : public EnvironmentService
{
    Q_OBJECT
public:
    /// Asks one service of an environment; the store itself knows no network.
    using Tester = std::function<Async<ConnectionCheck>(const Environment &, ConnectionCheck::Service)>;

    /// Reads `folder`, which is made when something is saved. Without a tester every check is skipped.
    explicit EnvironmentStore(const QString &folder, Tester tester = {}, QObject *parent = nullptr);

    QList<Environment> environments() const override;
    /// Kind::Validation when the environment cannot be used, Conflict when another one has its name, NotFound when
    /// `previousName` is none, Storage when the file cannot be written: then nothing has changed.
    Result<Done> save(const QString &previousName, const Environment &environment) override;
    Result<Done> remove(const QString &name) override;
    Result<Environment> importFile(const QString &path) override;
    Result<Done> exportFile(const QString &name, const QString &path) override;
    Async<ConnectionCheck> check(const Environment &environment, ConnectionCheck::Service service) override;

    /// What is wrong with files of the folder that are not among environments().
    QList<Error> problems() const { return m_problems; }
    /// All of them in one message; nothing when there are none.
    std::optional<Error> problem() const;

    /// "Über uns / Prod" → "uber-uns-prod": letters, digits and hyphens of ASCII, at most 40, never empty.
    static QString fileNameFor(const QString &environmentName);
    /// The same with a part of a hash, as different names may look the same by these: for what belongs to one.
    static QString uniqueFileNameFor(const QString &environmentName);

private:
    struct Entry
    {
        Environment environment;
        QString file; ///< name in the folder
        bool operator==(const Entry &) const = default;
    };

    void reload();
    void watch();
    QList<Entry> readFolder(QList<Error> &problems) const;
    const Entry *find(const QString &name) const;
    Result<Done> write(const Environment &environment, const Entry *replaced);
    QString freeFileName(const QString &environmentName, const QString &ownFile) const;

    QString m_folder;
    Tester m_tester;
    QList<Entry> m_entries; ///< by name
    QList<Error> m_problems;
    QStringList m_problemTexts;
    QFileSystemWatcher m_watcher;
};

} // namespace podium
