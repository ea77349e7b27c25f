// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspaceview.h"

#include "models/items/itemtexts.h"
#include "models/services/workspaceservice.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/documenttabbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateview.h"
#include "ui/workspace/codeeditor.h"
#include "ui/workspace/editorpane.h"
#include "ui/workspace/outlineview.h"
#include "ui/workspace/workspacetree.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideWidth = 240;

/// What a new definition starts from: the least that runs.
QString newDefinition()
{
    return QString::fromUtf8(R"(id: my_workflow
version: '1.0'
specVersion: '0.8'
name: My workflow
start: Greet
states:
  - name: Greet
    type: inject
    data:
      message: Hello
    end: true
)");
}

} // namespace

WorkspaceView::WorkspaceView(WorkspaceService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
{
    m_banner = new Banner(this);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->addWidget(makeSide());
    m_split->addWidget(makeTabs());
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({kSideWidth, 1000});
    m_split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_split, 1);
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    key(QKeySequence::Save, [this] { save(); });
    key(QKeySequence::SaveAs, [this] { saveAs(); });
    key(QKeySequence::New, [this] { createNew(); });
    key(QKeySequence::Open, [this] { chooseFolder(); });
    updateEmpty();
    updateButtons();
}

QWidget *WorkspaceView::makeSide()
{
    auto *side = new QWidget;
    m_folder = new QToolButton;
    m_folder->setObjectName(u"WorkspaceFolder"_s);
    m_folder->setText(tr("Open a folder"));
    m_folder->setAccessibleName(tr("Folder of the workspace"));
    m_folder->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_folder->setIcon(themedIcon(u"workspace"_s));
    m_folder->setPopupMode(QToolButton::InstantPopup);
    m_folder->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_folderMenu = new QMenu(m_folder);
    m_folder->setMenu(m_folderMenu);
    connect(m_folderMenu, &QMenu::aboutToShow, this, &WorkspaceView::fillFolderMenu);
    QToolButton *add = iconButton(u"add"_s, tr("New definition (Ctrl+N)"), side);
    connect(add, &QToolButton::clicked, this, &WorkspaceView::createNew);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, space::s, space::s, space::s);
    head->setSpacing(space::xs);
    head->addWidget(m_folder, 1);
    head->addWidget(add);
    m_tree = new WorkspaceTree;
    m_treeState = new StateView(m_tree);
    m_outline = new OutlineView;
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_treeState);
    parts->addWidget(m_outline);
    parts->setSizes({300, 300});
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(parts, 1);
    connect(m_tree, &WorkspaceTree::fileActivated, this, &WorkspaceView::open);
    side->setMinimumWidth(160);
    return side;
}

QWidget *WorkspaceView::makeTabs()
{
    auto *area = new QWidget;
    m_tabs = new DocumentTabBar;
    m_tabs->setAccessibleName(tr("Open definitions"));
    m_save = new QPushButton(tr("Save"));
    m_save->setIcon(themedIcon(u"save"_s));
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    connect(m_save, &QPushButton::clicked, this, &WorkspaceView::save);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, space::m, 0);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_save);
    m_stack = new QStackedWidget;
    m_state = new StateView(m_stack);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_state, 1);
    connect(m_tabs, &DocumentTabBar::closeWanted, this, &WorkspaceView::closeTab);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        QWidget *moved = m_stack->widget(from);
        m_stack->removeWidget(moved);
        m_stack->insertWidget(to, moved);
        m_stack->setCurrentIndex(m_tabs->currentIndex());
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        m_tree->select(current() ? current()->path() : QString());
        m_outline->follow(current());
        updateButtons();
        Q_EMIT titleChanged();
    });
    return area;
}

void WorkspaceView::restoreUnsaved()
{
    m_kept = deliver(m_service.kept(), this, [this](Result<QList<UnsavedText>> kept) {
        if (!kept || kept->isEmpty())
            return;
        for (const UnsavedText &text : *kept) {
            // The file may be open already, as it is on disk.
            const QList<EditorPane *> open = panes();
            for (EditorPane *pane : open) {
                if (!text.path.isEmpty() && pane->path() == text.path)
                    removePane(pane);
            }
            add(new EditorPane(m_service, text));
        }
        m_banner->setMessage(Tone::Info, tr("%n text(s) that you had not saved were brought back.", nullptr,
                                            static_cast<int>(kept->size())));
    });
}

void WorkspaceView::openFolder(const QString &path)
{
    m_tree->setFolder(path);
    m_service.noteFolder(path);
    m_folder->setText(QDir(path).dirName().isEmpty() ? path : QDir(path).dirName());
    m_folder->setToolTip(plainToolTip(QDir::toNativeSeparators(path)));
    updateEmpty();
}

EditorPane *WorkspaceView::open(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir()) {
        openFolder(file.absoluteFilePath());
        return nullptr;
    }
    const QList<EditorPane *> open = panes();
    for (EditorPane *pane : open) {
        if (pane->path() == file.absoluteFilePath()) {
            m_tabs->setCurrentIndex(indexOf(pane));
            pane->setFocus(Qt::OtherFocusReason);
            return pane;
        }
    }
    auto *pane = new EditorPane(m_service, file.absoluteFilePath());
    add(pane);
    return pane;
}

EditorPane *WorkspaceView::createNew()
{
    const QString name = m_untitled == 0 ? tr("untitled.sw.yaml") : tr("untitled-%1.sw.yaml").arg(m_untitled + 1);
    ++m_untitled;
    auto *pane = new EditorPane(m_service, name, newDefinition());
    add(pane);
    return pane;
}

void WorkspaceView::add(EditorPane *pane)
{
    m_stack->addWidget(pane);
    const int index = m_tabs->addTab(themedIcon(u"document"_s), QString());
    m_tabs->addCloseButton(index);
    connect(pane, &EditorPane::titleChanged, this, [this, pane] { updateTitle(pane); });
    connect(pane, &EditorPane::saved, this, [this](const QString &path) { m_tree->select(path); });
    updateTitle(pane);
    m_tabs->setCurrentIndex(index);
    m_stack->setCurrentIndex(index);
    updateEmpty();
    updateButtons();
    pane->setFocus(Qt::OtherFocusReason);
}

QList<EditorPane *> WorkspaceView::panes() const
{
    QList<EditorPane *> panes;
    for (int i = 0; i < m_stack->count(); ++i)
        panes << static_cast<EditorPane *>(m_stack->widget(i));
    return panes;
}

EditorPane *WorkspaceView::current() const
{
    return m_stack->count() > 0 ? static_cast<EditorPane *>(m_stack->currentWidget()) : nullptr;
}

int WorkspaceView::indexOf(const EditorPane *pane) const
{
    return m_stack->indexOf(const_cast<EditorPane *>(pane));
}

void WorkspaceView::updateTitle(EditorPane *pane)
{
    const int index = indexOf(pane);
    if (index < 0)
        return;
    m_tabs->setTitle(index, pane->isEdited() ? tr("%1 •", "an edited file").arg(pane->name()) : pane->name());
    if (pane == current())
        Q_EMIT titleChanged();
    updateButtons();
}

void WorkspaceView::updateButtons()
{
    m_save->setVisible(current());
    m_save->setEnabled(current() && current()->isEdited());
}

void WorkspaceView::updateEmpty()
{
    if (m_tree->folder().isEmpty())
        m_treeState->showEmpty(u"workspace"_s, tr("No folder"),
                               tr("Open the folder of your definitions with the button above (Ctrl+O)."));
    else
        m_treeState->showContent();
    m_tabs->setVisible(m_stack->count() > 0);
    m_outline->setVisible(m_stack->count() > 0);
    m_outline->follow(current());
    if (m_stack->count() > 0)
        m_state->showContent();
    else
        m_state->showEmpty(u"edit"_s, tr("Nothing is open"),
                           tr("Open a definition from the folder, or write a new one. No server is needed."),
                           tr("New definition"), [this] { createNew(); });
}

void WorkspaceView::save()
{
    if (current())
        current()->save();
}

void WorkspaceView::saveAs()
{
    if (current())
        current()->chooseFile();
}

void WorkspaceView::closeCurrent()
{
    closeTab(m_tabs->currentIndex());
}

void WorkspaceView::closeTab(int index)
{
    auto *pane = static_cast<EditorPane *>(m_stack->widget(index));
    if (!pane)
        return;
    if (!pane->isEdited())
        return removePane(pane);
    m_tabs->setCurrentIndex(index);
    confirm(this,
            {tr("Close without saving?"),
             tr("What you changed in %1 would be lost.").arg(pane->name()),
             tr("Close without saving"),
             Tone::Danger,
             {},
             tr("Keep open")},
            [this, pane] {
                pane->discard();
                removePane(pane);
            });
}

void WorkspaceView::removePane(EditorPane *pane)
{
    const int index = indexOf(pane);
    m_stack->removeWidget(pane);
    m_tabs->removeTab(index);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    pane->deleteLater();
    updateEmpty();
    updateButtons();
    Q_EMIT titleChanged();
}

void WorkspaceView::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder of definitions"), m_tree->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceView::openFolder);
    dialog->open();
}

void WorkspaceView::fillFolderMenu()
{
    m_folderMenu->clear();
    m_folderMenu->addAction(themedIcon(u"workspace"_s), tr("Open a folder…"), this, &WorkspaceView::chooseFolder);
    const QStringList folders = m_service.folders();
    if (!folders.isEmpty())
        m_folderMenu->addSeparator();
    for (const QString &folder : folders) {
        QString text = QDir::toNativeSeparators(folder);
        m_folderMenu->addAction(text.replace(u'&', u"&&"_s), this, [this, folder] { openFolder(folder); });
    }
}

QJsonObject WorkspaceView::saveState() const
{
    if (m_toRestore)
        return *m_toRestore;
    QJsonArray files;
    for (const EditorPane *pane : panes()) {
        if (!pane->path().isEmpty())
            files << pane->path();
    }
    return {{u"folder"_s, m_tree->folder()},
            {u"files"_s, files},
            {u"current"_s, current() ? current()->path() : QString()},
            {u"split"_s, QString::fromLatin1(m_split->saveState().toBase64())}};
}

void WorkspaceView::restoreState(const QJsonObject &state)
{
    m_toRestore = state;
    if (isVisible())
        restore();
}

void WorkspaceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_toRestore)
        restore();
}

void WorkspaceView::restore()
{
    const QJsonObject state = *std::exchange(m_toRestore, std::nullopt);
    const QString folder = state[u"folder"_s].toString();
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
        openFolder(folder);
    const QJsonArray files = state[u"files"_s].toArray();
    for (const QJsonValue &file : files) {
        if (QFileInfo(file.toString()).isFile())
            open(file.toString());
    }
    if (const QString file = state[u"current"_s].toString(); QFileInfo(file).isFile())
        open(file);
    m_split->restoreState(QByteArray::fromBase64(state[u"split"_s].toString().toLatin1()));
    restoreUnsaved();
}

} // namespace podium
