// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/savedviews.h"
#include "ui/pages/location.h"

#include <functional>

class QMenu;
class QWidget;

namespace podium {

/// What can be done to saved views, wherever they are shown. Nothing blocks; what fails is told to `failed`.
class SavedViewActions
{
public:
    using Failed = std::function<void(const Error &)>;

    /// `views` outlives what is opened on `parent`.
    SavedViewActions(SavedViews &views, QWidget *parent, Failed failed);

    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &named) const;
    void rename(int index) const; ///< asks for the name
    void remove(int index) const; ///< asks whether
    void move(int index, int by) const;
    /// Rename, move and delete as menu entries.
    void fill(QMenu *menu, int index) const;

private:
    void told(const Result<Done> &result) const;

    SavedViews &m_views;
    QWidget *m_parent;
    Failed m_failed;
};

/// "instances:view=NAME"
Location locationOf(const SavedView &view);

} // namespace podium
