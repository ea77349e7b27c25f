// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/workspaceservice.h"

#include <QHash>

namespace podium {

/// Files that are nowhere but here, for tests of what is around the workspace.
class FakeWorkspace : public WorkspaceService
{
    Q_OBJECT
public:
    Async<TextFile> read(const QString &path) override
    {
        return files.contains(path) ? ready(TextFile::decode(files.value(path))) : ready<TextFile>(missing());
    }
    Async<Done> write(const QString &path, const QByteArray &bytes, const QByteArray &) override
    {
        files.insert(path, bytes);
        return ready<Done>(Done());
    }
    void watch(const QString &) override {}
    void unwatch(const QString &) override {}
    void keep(const UnsavedText &text) override { texts.insert(text.id, text); }
    void forget(const QString &id) override { texts.remove(id); }
    Async<QList<UnsavedText>> kept() override { return ready<QList<UnsavedText>>(texts.values()); }
    QStringList folders() const override { return {}; }
    void noteFolder(const QString &) override {}

    QHash<QString, QByteArray> files;
    QHash<QString, UnsavedText> texts;

private:
    static Error missing()
    {
        Error error;
        error.kind = Error::Kind::NotFound;
        return error;
    }
};

} // namespace podium
