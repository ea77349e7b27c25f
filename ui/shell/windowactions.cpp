// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/livefeed.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/topbar.h"
#include "ui/workspace/workspaceview.h"

#include <QActionGroup>
#include <QApplication>

namespace podium {

using namespace Qt::StringLiterals;

// What can be done in the window: every action with its id, text and keys, in one place.

void MainWindow::createActions()
{
    createGoActions();
    createTabActions();
    createDisplayActions();
    createHelpActions();
}

void MainWindow::createGoActions()
{
    m_actions.add({u"palette.open"_s, tr("Command palette"), u"palette"_s, {QKeySequence(u"Ctrl+K"_s)}, false},
                  [this] { m_palette->open(); });
    m_actions.add({u"go.back"_s, tr("Back"), u"back"_s, {QKeySequence(u"Alt+Left"_s)}},
                  [this] { currentView()->goBack(); });
    m_actions.add({u"go.forward"_s, tr("Forward"), u"forward"_s, {QKeySequence(u"Alt+Right"_s)}},
                  [this] { currentView()->goForward(); });
    m_actions.add({u"view.refresh"_s, tr("Refresh"), u"refresh"_s, {QKeySequence(u"F5"_s), QKeySequence(u"Ctrl+R"_s)}},
                  [this] { currentView()->refresh(); });
    int number = 0;
    for (const PageEntry &page : m_pages) {
        if (!page.railName)
            continue;
        const QKeySequence keys(u"Alt+%1"_s.arg(++number));
        m_actions.add({u"go."_s % page.kind, tr("Go to %1").arg(page.railName()), page.iconName, {keys}, false},
                      [this, kind = page.kind] {
                          open({kind, {}, {}});
                      });
    }
    m_actions.add({u"go.workspace"_s, tr("Go to Workspace"), u"workspace"_s, {QKeySequence(u"Alt+%1"_s.arg(++number))}},
                  [this] { showWorkspace(true); });
    m_actions.add({u"journal.open"_s, tr("Journal of actions"), u"document"_s, {}}, [this] {
        open({u"journal"_s, {}, {}});
    });
    m_actions.add({u"bulks.open"_s, tr("Actions on many instances"), u"document"_s, {}}, [this] {
        open({u"bulks"_s, {}, {}});
    });
    m_actions.add({u"watch.open"_s, tr("Watch rules"), u"eye"_s, {}}, [this] { open({u"watch"_s, {}, {}}); });
    m_actions.add(
        {u"environments.choose"_s, tr("Change the environment"), u"environment"_s, {QKeySequence(u"Ctrl+E"_s)}},
        [this] { m_topBar->openEnvironmentMenu(); });
    m_actions.add({u"environments.edit"_s, tr("Environments…"), u"settings"_s, {QKeySequence(u"Ctrl+Shift+E"_s)}},
                  [this] { editEnvironments(); });
    m_actions.add({u"environments.import"_s, tr("Import an environment…"), u"import"_s, {}},
                  [this] { importEnvironment(); });
    m_actions.add({u"menu.open"_s, tr("Menu"), u"menu"_s, {QKeySequence(u"F10"_s)}, false},
                  [this] { m_topBar->openUserMenu(); });
    m_actions.add({u"session.signOut"_s, tr("Sign out"), u"sign-out"_s, {}},
                  [this] { currentView()->console().session.signOut(); });
}

void MainWindow::createTabActions()
{
    const auto tabs = [this] { return currentView() ? currentView()->tabs() : nullptr; };
    const auto add = [this, tabs](const QString &id, const QString &text, const QString &icon,
                                  const QList<QKeySequence> &keys, void (*run)(TabArea *)) {
        m_actions.add({id, text, icon, keys}, [tabs, run] {
            if (TabArea *area = tabs())
                run(area);
        });
    };
    m_actions.add({u"tab.close"_s, tr("Close the tab"), u"close"_s, {QKeySequence(u"Ctrl+W"_s)}}, [this, tabs] {
        if (isWorkspaceShown())
            m_workspace->closeCurrent();
        else if (TabArea *area = tabs())
            area->closeCurrent();
    });
    add(u"tab.closeOthers"_s, tr("Close the other tabs"), u"close"_s, {}, [](TabArea *area) { area->closeOthers(); });
    add(u"tab.reopen"_s, tr("Open the closed tab again"), u"retry"_s, {QKeySequence(u"Ctrl+Shift+T"_s)},
        [](TabArea *area) { area->reopenClosed(); });
    add(u"tab.next"_s, tr("Next tab"), u"forward"_s, {QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)},
        [](TabArea *area) { area->step(1); });
    add(u"tab.previous"_s, tr("Previous tab"), u"back"_s,
        {QKeySequence(u"Ctrl+Shift+Tab"_s), QKeySequence(u"Ctrl+PgUp"_s)}, [](TabArea *area) { area->step(-1); });
    for (int i = 1; i <= 9; ++i) {
        const QString text = i == 9 ? tr("Last tab") : tr("Tab %1").arg(i);
        m_actions.add({u"tab.%1"_s.arg(i), text, {}, {QKeySequence(u"Ctrl+%1"_s.arg(i))}, false}, [tabs, i] {
            if (TabArea *area = tabs())
                area->selectTab(i == 9 ? area->count() - 1 : i - 1);
        });
    }
}

QAction *MainWindow::addChoice(const QString &id, const QString &text, const QString &iconName, QActionGroup *group,
                               std::function<void()> run)
{
    QAction *action = m_actions.add({id, text, iconName, {}}, std::move(run));
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void MainWindow::createDisplayActions()
{
    auto *times = new QActionGroup(this);
    addChoice(u"time.local"_s, tr("Local time"), u"clock"_s, times,
              [this] { m_display.setTimeStyle(TimeStyle::Local); });
    addChoice(u"time.utc"_s, tr("UTC"), u"clock"_s, times, [this] { m_display.setTimeStyle(TimeStyle::Utc); });
    addChoice(u"time.relative"_s, tr("Relative time"), u"clock"_s, times,
              [this] { m_display.setTimeStyle(TimeStyle::Relative); });
    auto *themes = new QActionGroup(this);
    addChoice(u"theme.system"_s, tr("As the system"), u"sun"_s, themes,
              [this] { m_display.setScheme(Scheme::System); });
    addChoice(u"theme.light"_s, tr("Light"), u"sun"_s, themes, [this] { m_display.setScheme(Scheme::Light); });
    addChoice(u"theme.dark"_s, tr("Dark"), u"sleep"_s, themes, [this] { m_display.setScheme(Scheme::Dark); });
    auto *rows = new QActionGroup(this);
    addChoice(u"density.comfortable"_s, tr("Comfortable rows"), u"menu"_s, rows,
              [this] { m_display.setDensity(Density::Comfortable); });
    addChoice(u"density.compact"_s, tr("Compact rows"), u"menu"_s, rows,
              [this] { m_display.setDensity(Density::Compact); });
}

void MainWindow::checkChoices()
{
    const std::pair<QString, bool> choices[] = {
        {u"time.local"_s, m_display.timeStyle() == TimeStyle::Local},
        {u"time.utc"_s, m_display.timeStyle() == TimeStyle::Utc},
        {u"time.relative"_s, m_display.timeStyle() == TimeStyle::Relative},
        {u"theme.system"_s, m_display.scheme() == Scheme::System},
        {u"theme.light"_s, m_display.scheme() == Scheme::Light},
        {u"theme.dark"_s, m_display.scheme() == Scheme::Dark},
        {u"density.comfortable"_s, m_display.density() == Density::Comfortable},
        {u"density.compact"_s, m_display.density() == Density::Compact},
    };
    for (const auto &[id, on] : choices) {
        if (on)
            m_actions[id]->setChecked(true);
    }
}

void MainWindow::createHelpActions()
{
    m_actions.add({u"help.shortcuts"_s,
                   tr("Keyboard shortcuts"),
                   u"palette"_s,
                   {QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+/"_s)}},
                  [this] { openShortcuts(this, m_actions); });
    m_actions.add({u"help.open"_s, tr("Help"), u"help"_s, {}}, [this] { openHelp(); });
    m_actions.add({u"help.about"_s, tr("About Podium"), u"info"_s, {}}, [this] { openAbout(this); });
    m_actions.add({u"app.quit"_s, tr("Quit"), u"close"_s, {QKeySequence(u"Ctrl+Q"_s)}}, [this] {
        if (QWidget::close())
            QApplication::quit(); // also where closing leaves an icon in the tray
    });
}

} // namespace podium
