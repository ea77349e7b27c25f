// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace podium {

class Banner;
class DocumentTabBar;
class EditorPane;
class OutlineView;
class StateView;
class WorkspaceService;
class WorkspaceTree;

/// Definitions on this machine, edited without any server: the files of a folder, and a tab for each that is open.
class WorkspaceView : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceView(WorkspaceService &service, QWidget *parent = nullptr);

    void openFolder(const QString &path);
    /// Brings its tab to the front, or opens one; a folder becomes the workspace.
    EditorPane *open(const QString &path);
    EditorPane *createNew();
    EditorPane *current() const;
    QList<EditorPane *> panes() const;

    void save();
    void saveAs();
    void closeCurrent();

    QJsonObject saveState() const;
    /// Brings back what was open, and what was not saved, once somebody looks: reading files is no part of the start.
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void titleChanged(); ///< of what is in front

protected:
    void showEvent(QShowEvent *event) override;

private:
    void restore();
    void restoreUnsaved();
    QWidget *makeSide();
    QWidget *makeTabs();
    void add(EditorPane *pane);
    void closeTab(int index);
    void removePane(EditorPane *pane);
    void updateTitle(EditorPane *pane);
    void updateButtons();
    void updateEmpty();
    void chooseFolder();
    void fillFolderMenu();
    int indexOf(const EditorPane *pane) const;

    WorkspaceService &m_service;
    Banner *m_banner = nullptr;
    WorkspaceTree *m_tree = nullptr;
    StateView *m_treeState = nullptr;
    OutlineView *m_outline = nullptr;
    QToolButton *m_folder = nullptr;
    QMenu *m_folderMenu = nullptr;
    DocumentTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    StateView *m_state = nullptr;
    QPushButton *m_save = nullptr;
    QSplitter *m_split = nullptr;
    Pending m_kept;
    int m_untitled = 0;
    std::optional<QJsonObject> m_toRestore;
};

} // namespace podium
