// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/savedviews.h"

#include <optional>

namespace podium {

/// The saved views of an environment as one JSON file: {"views":[{"name","filter","order","columns"}]}. A file that
/// cannot be read is left alone: nothing is saved over it. UI thread; the file is small.
class SavedViewsFile : public SavedViews
{
    Q_OBJECT
public:
    /// In `folder`, which is made when something is saved.
    SavedViewsFile(const QString &folder, const QString &environmentName, QObject *parent = nullptr);

    QList<SavedView> views() const override { return m_views; }
    Result<Done> setViews(const QList<SavedView> &views) override;

    QString path() const { return m_path; }

private:
    void read();
    Error unsaved(const QString &why, const QString &remedy) const;

    QString m_path;
    QList<SavedView> m_views;
    QString m_unreadable; ///< why the file was not read
};

/// Views of any bytes: what is none is left out; nothing where the text is no list of views at all.
std::optional<QList<SavedView>> viewsFromJson(const QByteArray &text);
QByteArray toJson(const QList<SavedView> &views);

} // namespace podium
