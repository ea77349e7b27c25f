// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/jsontreepane.h"

#include "ui/graph/differencemarks.h"
#include "ui/pages/variables/lazytext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongText = 60;        ///< from here on a text is shown below the tree, too
constexpr qsizetype kFirstPart = 8 * 1024; ///< bytes of it, until the whole is asked for
constexpr int kMostOpened = 500;           ///< branches in one step
constexpr int kAllLevels = 100;

} // namespace

JsonTreePane::JsonTreePane(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView)
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegateForColumn(JsonTreeModel::NameColumn, new JsonMarkDelegate(m_tree));
    m_tree->setAccessibleName(accessibleName);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAlternatingRowColors(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->setColumnWidth(JsonTreeModel::NameColumn, 200);
    m_tree->setFont(monoFont());
    m_tree->header()->setFont(font());
    connect(m_tree, &QWidget::customContextMenuRequested, this, &JsonTreePane::openMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonTreePane::showValue);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JsonTreePane::showValue);
    connect(m_model, &QAbstractItemModel::modelReset, this, &JsonTreePane::showValue);
    auto *copyValue = new QAction(this);
    copyValue->setShortcut(QKeySequence::Copy);
    copyValue->setShortcutContext(Qt::WidgetShortcut);
    connect(copyValue, &QAction::triggered, this, [this] { copy(m_model->valueText(m_tree->currentIndex())); });
    m_tree->addAction(copyValue);

    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(makeValue());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    setFocusProxy(m_tree);
}

QWidget *JsonTreePane::makeValue()
{
    m_valueBox = new QWidget;
    m_value = new LazyText(tr("Selected value"));
    m_value->view()->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_whole = new QPushButton;
    m_whole->setFlat(true);
    connect(m_whole, &QPushButton::clicked, this, &JsonTreePane::showWhole);
    auto *layout = new QVBoxLayout(m_valueBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_value, 1);
    layout->addWidget(m_whole, 0, Qt::AlignLeft);
    m_valueBox->hide();
    return m_valueBox;
}

void JsonTreePane::setJson(const SharedJson &json)
{
    m_model->setJson(json);
}

int JsonTreePane::expandBelow(const QModelIndex &index, int levels, int budget)
{
    if (levels <= 0 || budget <= 0 || !m_model->hasChildren(index))
        return budget;
    m_model->fetchMore(index);
    if (index.isValid()) {
        m_tree->expand(index);
        --budget;
    }
    for (int row = 0; row < m_model->rowCount(index) && budget > 0; ++row)
        budget = expandBelow(m_model->index(row, 0, index), levels - 1, budget);
    return budget;
}

void JsonTreePane::expandLevels(int levels)
{
    m_tree->setUpdatesEnabled(false);
    m_tree->collapseAll();
    expandBelow({}, levels + 1, kMostOpened);
    m_tree->setUpdatesEnabled(true);
}

void JsonTreePane::collapseAll()
{
    m_tree->collapseAll();
}

bool JsonTreePane::showPointer(const QString &pointer)
{
    const QModelIndex found = m_model->indexFor(pointer);
    if (!found.isValid())
        return false;
    m_tree->setCurrentIndex(found);
    m_tree->scrollTo(found);
    return true;
}

void JsonTreePane::addFoldActions(QMenu *menu)
{
    menu->addAction(tr("Expand &1 level"), this, [this] { expandLevels(1); });
    menu->addAction(tr("Expand &2 levels"), this, [this] { expandLevels(2); });
    menu->addAction(tr("Expand &3 levels"), this, [this] { expandLevels(3); });
    menu->addAction(themedIcon(u"expand"_s), tr("&Expand all"), this, [this] { expandLevels(kAllLevels); });
    menu->addAction(themedIcon(u"collapse"_s), tr("&Collapse all"), this, &JsonTreePane::collapseAll);
}

void JsonTreePane::openMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex at(index.siblingAtColumn(0));
    menu->addAction(themedIcon(u"copy"_s), tr("Copy value"), this, [this, at] { copy(m_model->valueText(at)); });
    menu->addAction(tr("Copy name"), this, [this, at] { copy(m_model->nameFor(at)); });
    menu->addAction(tr("Copy path (jq)"), this, [this, at] { copy(m_model->jqPathFor(at)); });
    menu->addAction(tr("Copy path (JSON pointer)"), this, [this, at] { copy(m_model->pointerFor(at)); });
    menu->addSeparator();
    menu->addAction(themedIcon(u"expand"_s), tr("Expand below"), this, [this, at] { expandBelow(at, 4, kMostOpened); });
    menu->addAction(themedIcon(u"collapse"_s), tr("Collapse all"), this, &JsonTreePane::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void JsonTreePane::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void JsonTreePane::showValue()
{
    const QModelIndex index = m_tree->currentIndex();
    const auto kind = static_cast<JsonTreeModel::Kind>(index.data(JsonTreeModel::KindRole).toInt());
    if (!index.isValid() || kind != JsonTreeModel::Kind::String) {
        m_valueBox->hide();
        return;
    }
    const qsizetype size = m_model->valueSize(index);
    const QString pointer = m_model->pointerFor(index);
    if (pointer != m_wholeOf)
        m_wholeOf.clear();
    const bool whole = size <= kFirstPart || !m_wholeOf.isEmpty();
    const QString text = m_model->valueText(index, whole ? -1 : kFirstPart);
    const bool isLong = size > kLongText || text.contains(u'\n');
    if (isLong)
        m_value->setText(text.toUtf8(), CodeView::Language::PlainText);
    m_whole->setVisible(!whole);
    m_whole->setText(tr("Show the whole text (%1)").arg(sizeText(size)));
    m_valueBox->setVisible(isLong);
}

void JsonTreePane::showWhole()
{
    m_wholeOf = m_model->pointerFor(m_tree->currentIndex());
    showValue();
    m_value->setFocus();
}

void JsonMarkDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    using Mark = JsonTreeModel::Mark;
    const auto mark = static_cast<Mark>(index.data(JsonTreeModel::MarkRole).toInt());
    if (mark == Mark::None)
        return;
    const GraphChange change = mark == Mark::Added ? GraphChange::Added : GraphChange::Changed;
    option->text.prepend(mark == Mark::Inside ? u"· "_s : changeSign(change) + u' ');
    option->palette.setColor(QPalette::Text, changeColor(change, option->palette));
    if (mark != Mark::Inside)
        option->backgroundBrush = changeFill(change, option->palette);
}

} // namespace podium
