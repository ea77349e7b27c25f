// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/environmentservice.h"

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace podium {

class Banner;
class EnvironmentEditor;

/// Adds, edits, tests, imports and exports environments. What was typed stays with its environment until it is saved or
/// given up on purpose.
class EnvironmentDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EnvironmentDialog(EnvironmentService &service, QWidget *parent = nullptr);

    void select(const QString &name);
    void addEnvironment();
    void importFile(const QString &path);

    void reject() override; ///< asks first when something is not saved

private:
    struct Entry
    {
        QString storedName; ///< "" for one that was never saved
        EnvironmentEditor *editor = nullptr;
        QWidget *page = nullptr;
    };

    QWidget *buildList();
    QWidget *buildButtons();
    QToolButton *listButton(const QString &iconName, const QString &text, void (EnvironmentDialog::*run)());
    void load();
    QListWidgetItem *addItem(const Environment &environment, const QString &storedName);
    Entry &entryOf(const QListWidgetItem *item);
    Entry *current();
    void onCurrentChanged();
    void updateItem(QListWidgetItem *item);
    void updateButtons();
    bool saveItem(QListWidgetItem *item);
    void save();
    void revert();
    void add();
    void duplicate();
    void remove();
    void removeCurrent();
    void chooseImport();
    void chooseExport();
    QString freeName(const QString &wanted) const;
    QList<QListWidgetItem *> changedItems();

    EnvironmentService &m_service;
    Banner *m_banner;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QWidget *m_none;
    QPushButton *m_save = nullptr;
    QPushButton *m_revert = nullptr;
    QToolButton *m_duplicate = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_export = nullptr;
    QHash<int, Entry> m_entries; ///< by the item's id
    int m_nextId = 1;
    bool m_saving = false;
};

} // namespace podium
