// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/navigator.h"
#include "ui/pages/page.h"
#include "ui/shell/actions.h"
#include "ui/shell/windowstate.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/systemscheme.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QStackedWidget;

namespace podium {

class Banner;
class CommandPalette;
class ConsoleProvider;
class EnvironmentDialog;
class EnvironmentService;
class EnvironmentStack;
class EnvironmentView;
class NavigationRail;
class PaletteSource;
class RailViews;
class StatusLine;
class TopBar;
class WorkspaceService;
class WorkspaceView;

/// The window: puts the bar, the rail, the environments' pages and the status line together.
class MainWindow : public QMainWindow, public Navigator
{
    Q_OBJECT
public:
    MainWindow(ConsoleProvider &consoles, EnvironmentService &environments, WorkspaceService &workspace,
               const std::vector<PageEntry> &pages, Tracer &tracer, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openEnvironment(const QString &name); ///< an unknown name shows why
    void openFile(const QString &path);        ///< in the workspace; a folder becomes it
    EnvironmentView *currentView() const;
    WorkspaceView *workspace() const { return m_workspace; }
    DisplaySettings &display() { return m_display; }

    // Navigator, for the current environment
    void open(const Location &location) override;
    void openRun(const QString &workflowId, const QString &version, const SharedJson &input) override;
    void openLink(const QUrl &url) override;
    void showMessage(const QString &text) override;
    void showError(const Error &error) override;
    void close(const Location &location) override;
    int beginWork(const QString &title, std::function<void()> cancel) override;
    void setWorkProgress(int work, qint64 done, qint64 total) override;
    void endWork(int work) override;

    using QWidget::close;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout(WorkspaceService &workspace);
    void createActions(); ///< windowactions.cpp
    void createGoActions();
    void createTabActions();
    void createDisplayActions();
    void createHelpActions();
    QAction *addChoice(const QString &id, const QString &text, const QString &iconName, QActionGroup *group,
                       std::function<void()> run);
    void checkChoices();

    QWidget *makeAreas(WorkspaceService &workspace); ///< windowworkspace.cpp
    void showWorkspace(bool show);
    bool isWorkspaceShown() const;
    QString workspaceTitle() const;
    void onViewChanged();
    void followBulks(EnvironmentView *view);
    void updateChrome(); ///< everything around the pages that depends on where the user is
    void updateLive();
    void updateSeen();
    void applyScheme();
    void saveSoon();
    void save();
    void editEnvironments(bool add = false);
    void importEnvironment();
    void openHelp(const QString &page = {});

    ConsoleProvider &m_consoles;
    EnvironmentService &m_environments;
    const std::vector<PageEntry> m_pages;
    Tracer &m_tracer;
    WindowState m_state;
    SystemScheme m_systemScheme;
    DisplaySettings m_display;
    Actions m_actions;
    TopBar *m_topBar = nullptr;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_areas = nullptr; ///< the environments, and the workspace, which needs none
    EnvironmentStack *m_stack = nullptr;
    WorkspaceView *m_workspace = nullptr;
    Banner *m_banner = nullptr;
    StatusLine *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<PaletteSource> m_paletteSource;
    std::unique_ptr<RailViews> m_railViews;
    QPointer<EnvironmentDialog> m_environmentDialog;
    Location m_wanted; ///< asked for before an environment was open
    QTimer m_saveDelay;
    QTimer m_liveTick;
    bool m_started = false;
    bool m_painted = false;
    bool m_isThemed = false;
};

} // namespace podium
