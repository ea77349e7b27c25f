// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemModel>
#include <QSortFilterProxyModel>
#include <QTreeView>

namespace podium {

/// Folders first, then files by name; nothing that is hidden or built.
class WorkspaceFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

/// The definitions, schemas, specifications and properties of one folder and those below. The model reads and watches
/// folders in the background.
class WorkspaceTree : public QTreeView
{
    Q_OBJECT
public:
    explicit WorkspaceTree(QWidget *parent = nullptr);

    void setFolder(const QString &path);
    QString folder() const { return m_folder; }
    void select(const QString &path); ///< "" selects nothing

Q_SIGNALS:
    void fileActivated(const QString &path);
    void renamed(const QString &from, const QString &to);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString pathAt(const QModelIndex &index) const;

    QString m_folder;
    QFileSystemModel *m_files;
    WorkspaceFilter *m_filter;
};

} // namespace podium
