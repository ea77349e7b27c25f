// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/workspace/textfile.h"
#include "models/workspace/unsavedtext.h"

#include <QObject>
#include <QStringList>

namespace podium {

/// Files on this machine, and the texts that are not in them yet. UI thread; reading and writing run on workers.
class WorkspaceService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Async<TextFile> read(const QString &path) = 0;
    /// Writes atomically. `base` is the fingerprint of the file that `bytes` came from; a file that is another one by
    /// now is left alone with Error::Kind::Conflict. An empty base writes whatever is there.
    virtual Async<Done> write(const QString &path, const QByteArray &bytes, const QByteArray &base) = 0;

    /// Tells of changes by others, and of the file's end, by changedOutside().
    virtual void watch(const QString &path) = 0;
    virtual void unwatch(const QString &path) = 0;

    /// Kept on disk until forget(); one of the same id is replaced.
    virtual void keep(const UnsavedText &text) = 0;
    virtual void forget(const QString &id) = 0;
    /// What an earlier start kept and did not forget, the oldest first.
    virtual Async<QList<UnsavedText>> kept() = 0;

    virtual QStringList folders() const = 0; ///< opened lately, the newest first
    virtual void noteFolder(const QString &path) = 0;

Q_SIGNALS:
    void changedOutside(const QString &path);
    /// A text could not be kept: what is typed now would be lost with Podium.
    void keepFailed(const podium::Error &error);
};

} // namespace podium
