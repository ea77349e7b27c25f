// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/environmentstack.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/widgets/themesheet.h"
#include "ui/workspace/editorpane.h"
#include "ui/workspace/workspaceview.h"

#include <QStackedWidget>

namespace podium {

using namespace Qt::StringLiterals;

// The workspace in the window: beside the environments, and there without any.

QWidget *MainWindow::makeAreas(WorkspaceService &workspace)
{
    m_workspace = new WorkspaceView(workspace);
    m_areas = new QStackedWidget;
    m_areas->addWidget(m_stack);
    m_areas->addWidget(m_workspace);
    wearTheme(m_workspace);
    m_rail->addPlace(u"workspace"_s, tr("Workspace"), u"workspace"_s);
    connect(m_workspace, &WorkspaceView::titleChanged, this, [this] {
        if (isWorkspaceShown())
            updateChrome();
        saveSoon();
    });
    return m_areas;
}

bool MainWindow::isWorkspaceShown() const
{
    return m_areas->currentWidget() == m_workspace;
}

void MainWindow::showWorkspace(bool show)
{
    if (isWorkspaceShown() == show)
        return;
    m_areas->setCurrentWidget(show ? static_cast<QWidget *>(m_workspace) : m_stack);
    updateChrome();
}

void MainWindow::openFile(const QString &path)
{
    showWorkspace(true);
    m_workspace->open(path);
}

QString MainWindow::workspaceTitle() const
{
    const EditorPane *pane = m_workspace->current();
    return pane ? pane->name() : tr("Workspace");
}

} // namespace podium
