// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspacetree.h"

#include "ui/widgets/icons.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <array>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kEndings{".yaml", ".yml", ".json", ".properties", ".proto", ".md"};
constexpr std::array kBuilt{"target", "build", "node_modules"};

} // namespace

bool WorkspaceFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *files = static_cast<const QFileSystemModel *>(sourceModel());
    const QModelIndex index = files->index(row, 0, parent);
    const QString name = files->fileName(index);
    if (files->isDir(index)) {
        return std::none_of(kBuilt.begin(), kBuilt.end(),
                            [&](const char *built) { return name == QLatin1StringView(built); });
    }
    return std::any_of(kEndings.begin(), kEndings.end(), [&](const char *ending) {
        return name.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    });
}

QVariant WorkspaceFilter::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DecorationRole)
        return QSortFilterProxyModel::data(index, role);
    const auto *files = static_cast<const QFileSystemModel *>(sourceModel());
    const QModelIndex source = mapToSource(index);
    if (files->isDir(source))
        return themedIcon(u"workspace"_s);
    return themedIcon(files->fileName(source).contains(".sw."_L1) ? u"workflow"_s : u"document"_s);
}

bool WorkspaceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *files = static_cast<const QFileSystemModel *>(sourceModel());
    if (files->isDir(left) != files->isDir(right))
        return files->isDir(left);
    return QString::localeAwareCompare(files->fileName(left), files->fileName(right)) < 0;
}

WorkspaceTree::WorkspaceTree(QWidget *parent)
    : QTreeView(parent)
    , m_files(new QFileSystemModel(this))
    , m_filter(new WorkspaceFilter(this))
{
    m_files->setOption(QFileSystemModel::DontUseCustomDirectoryIcons);
    m_files->setFilter(QDir::AllDirs | QDir::Files | QDir::NoDotAndDotDot);
    m_files->setReadOnly(false);
    m_filter->setSourceModel(m_files);
    m_filter->setDynamicSortFilter(true);
    m_filter->sort(0);
    setModel(m_filter);
    for (int column = 1; column < m_filter->columnCount(); ++column)
        hideColumn(column);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(EditKeyPressed);
    setUniformRowHeights(true);
    setAccessibleName(tr("Files of the workspace"));
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString path = pathAt(index);
        if (!m_files->isDir(m_filter->mapToSource(index)))
            Q_EMIT fileActivated(path);
    });
    connect(m_files, &QFileSystemModel::fileRenamed, this,
            [this](const QString &folder, const QString &from, const QString &to) {
                Q_EMIT renamed(QDir(folder).filePath(from), QDir(folder).filePath(to));
            });
}

void WorkspaceTree::setFolder(const QString &path)
{
    m_folder = path;
    const QModelIndex root = m_files->setRootPath(path);
    setRootIndex(m_filter->mapFromSource(root));
}

QString WorkspaceTree::pathAt(const QModelIndex &index) const
{
    return m_files->filePath(m_filter->mapToSource(index));
}

void WorkspaceTree::select(const QString &path)
{
    const QModelIndex index = path.isEmpty() ? QModelIndex() : m_filter->mapFromSource(m_files->index(path));
    if (index.isValid())
        setCurrentIndex(index);
    else
        selectionModel()->clear();
}

void WorkspaceTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QPersistentModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_files->isDir(m_filter->mapToSource(index)))
        menu->addAction(tr("Open"), this, [this, index] { Q_EMIT fileActivated(pathAt(index)); });
    menu->addAction(tr("Rename…"), QKeySequence(Qt::Key_F2), this, [this, index] { edit(index); });
    menu->popup(event->globalPos());
}

} // namespace podium
