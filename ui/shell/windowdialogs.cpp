// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/environmentservice.h"
#include "ui/environments/environmentdialog.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/mainwindow.h"

#include <QFileDialog>

namespace podium {

using namespace Qt::StringLiterals;

// The dialogs that the window opens.

void MainWindow::editEnvironments(bool add)
{
    EnvironmentView *view = currentView();
    if (!m_environmentDialog) {
        m_environmentDialog = new EnvironmentDialog(m_environments, this);
        m_environmentDialog->setAttribute(Qt::WA_DeleteOnClose);
        if (view)
            m_environmentDialog->select(view->console().environment.name);
    }
    m_environmentDialog->open();
    if (add)
        m_environmentDialog->addEnvironment();
}

void MainWindow::importEnvironment()
{
    auto *dialog = new QFileDialog(this, tr("Import an environment"), {}, tr("Environments (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<Environment> imported = m_environments.importFile(path);
        if (imported)
            openEnvironment(imported->name);
        else
            showError(imported.error());
    });
    dialog->open();
}

void MainWindow::openHelp(const QString &page)
{
    auto *help = new HelpDialog(this);
    connect(help, &HelpDialog::linkActivated, this, &MainWindow::openLink);
    if (!page.isEmpty())
        help->openPage(page);
    help->open();
}

} // namespace podium
