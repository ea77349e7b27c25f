// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/page.h"
#include "ui/shell/palettemodel.h"

#include <QPointer>

namespace podium {

class Actions;
class EnvironmentView;
class WorkList;

/// What the command palette offers: actions, environments, list pages, and the saved views and workflows of the
/// environment.
class PaletteSource : public QObject
{
    Q_OBJECT
public:
    PaletteSource(const Actions &actions, const std::vector<PageEntry> &pages, WorkList &work, Navigator &window);

    /// nullptr for none. Workflows are asked for when the palette is opened, at most once a minute.
    void setView(EnvironmentView *view);
    QList<PaletteItem> items();
    /// What exists for a text alone: an instance id that was pasted.
    QList<PaletteItem> itemsFor(const QString &text) const;

Q_SIGNALS:
    void changed(); ///< workflows arrived

private:
    void addSending(QList<PaletteItem> &items, const WorkflowDefinition &workflow) const;
    void addPageActions(QList<PaletteItem> &items) const;
    void askForWorkflows();

    const Actions &m_actions;
    const std::vector<PageEntry> &m_pages;
    WorkList &m_work;
    Navigator &m_window;
    QPointer<EnvironmentView> m_view;
    QList<WorkflowDefinition> m_workflows;
    QDateTime m_askedAt;
    Pending m_pending;
    int m_workId = 0;
};

} // namespace podium
