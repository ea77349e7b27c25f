// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/parts/savedviewactions.h"

#include <QToolButton>

namespace podium {

/// The saved views on the page: opens them, saves what the page shows as one, and edits them.
class SavedViewsMenu : public QToolButton
{
    Q_OBJECT
public:
    /// `shown` tells what the page shows, with the name of the view it came from.
    SavedViewsMenu(const PageContext &context, std::function<SavedView()> shown, QWidget *parent = nullptr);

    void saveAs(const QString &name);

Q_SIGNALS:
    void chosen(const podium::SavedView &view);
    void saved(const QString &name);

private:
    void fill();

    PageContext m_context;
    std::function<SavedView()> m_shown;
    SavedViewActions m_actions;
    QMenu *m_menu;
};

} // namespace podium
