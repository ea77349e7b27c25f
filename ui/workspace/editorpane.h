// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/workspaceservice.h"
#include "ui/workspace/definitioncheck.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QListWidget;
class QSplitter;

namespace podium {

class Banner;
class CodeEditor;
class DefinitionActions;
class GraphView;
class StateView;

/// One file in the workspace: its text, its graph, and what is wrong with it. What is typed is kept by the service
/// within a second, until it is saved.
class EditorPane : public QWidget
{
    Q_OBJECT
public:
    /// A text without a file: `name` until it is saved.
    EditorPane(WorkspaceService &service, const QString &name, const QString &text, QWidget *parent = nullptr);
    EditorPane(WorkspaceService &service, const QString &path, QWidget *parent = nullptr);
    /// What an earlier start kept.
    EditorPane(WorkspaceService &service, const UnsavedText &kept, QWidget *parent = nullptr);
    ~EditorPane() override;

    QString path() const { return m_path; } ///< absolute; "" for none
    QString name() const;
    bool isEdited() const { return m_edited; }
    CodeEditor *editor() const { return m_editor; }
    GraphView *graph() const { return m_graph; }
    const CheckedText &checked() const { return m_checked; } ///< a moment behind what is typed

    void save();
    void saveAs(const QString &path);
    void chooseFile(); ///< then saves there
    /// What was typed and not saved goes, also what is kept of it.
    void discard();

Q_SIGNALS:
    void titleChanged();
    void saved(const QString &path);
    void partsChanged(); ///< see checked()

protected:
    void hideEvent(QHideEvent *event) override;

private:
    explicit EditorPane(WorkspaceService &service, QWidget *parent);
    void buildLayout();
    void load(std::function<void()> then);
    void show(const TextFile &file);
    void setPath(const QString &path);
    void onTyped();
    void setEdited(bool edited);
    void keepNow();
    void check();
    void showProblems(const CheckedText &checked);
    void write(const QString &path, const QByteArray &base);
    void onSaved(const QString &path, const QByteArray &bytes);
    void onChangedOutside(const QString &path);
    void offerOutsideChange(const TextFile &file);
    void goToState(const QString &state, int line);
    QString keptId() const;

    WorkspaceService &m_service;
    QString m_id; ///< names what is kept of a text without a file
    QString m_path;
    QString m_name;
    TextFile m_file; ///< as it is on disk
    QByteArray m_base;
    bool m_isWriting = false; ///< the text is on its way to the disk
    bool m_saveAgain = false;
    bool m_edited = false;
    bool m_loading = false;
    bool m_following = false;
    CheckedText m_checked;
    std::shared_ptr<JqVerdicts> m_jqKnown; ///< so that checking again is quick
    Banner *m_banner = nullptr;
    StateView *m_state = nullptr;
    CodeEditor *m_editor = nullptr;
    GraphView *m_graph = nullptr;
    QListWidget *m_problems = nullptr;
    DefinitionActions *m_actions = nullptr;
    QSplitter *m_columns = nullptr;
    QTimer m_keepDelay;
    QTimer m_checkDelay;
    Pending m_reading;
    Pending m_saving;
    Pending m_checking;
};

} // namespace podium
