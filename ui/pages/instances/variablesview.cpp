// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/instances/variablesview.h"

#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMatches = 1000;
constexpr qsizetype kLongText = 60;          ///< from here on a text is shown below the tree, too
constexpr qsizetype kMostShown = 256 * 1024; ///< bytes of one value in that place

} // namespace

VariablesView::VariablesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(this))
    , m_tree(new QTreeView)
    , m_value(new CodeView)
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Variables"));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAlternatingRowColors(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->setColumnWidth(JsonTreeModel::NameColumn, 200);
    m_tree->setFont(monoFont());
    m_tree->header()->setFont(font());
    connect(m_tree, &QWidget::customContextMenuRequested, this, &VariablesView::openMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &VariablesView::showValue);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &VariablesView::showValue);
    auto *copyValue = new QAction(this);
    copyValue->setShortcut(QKeySequence::Copy);
    copyValue->setShortcutContext(Qt::WidgetShortcut);
    connect(copyValue, &QAction::triggered, this, [this] { copy(m_model->valueText(m_tree->currentIndex())); });
    m_tree->addAction(copyValue);

    m_value->setAccessibleName(tr("Selected value"));
    m_value->setFrameShape(QFrame::NoFrame);
    m_value->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_value->hide();
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(m_value);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    m_states = new StateView(split);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_states, 1);
    setFocusProxy(m_tree);
    setEmptyText(tr("No variables"), tr("The server told none for this instance."));
}

QWidget *VariablesView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    m_search = new SearchField(tr("Search names and values"));
    m_search->setAccessibleName(tr("Search in variables"));
    row->addWidget(m_search, 1);
    m_found = captionLabel({});
    m_found->setMinimumWidth(m_found->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(u"000"_s, u"000"_s)));
    row->addWidget(m_found);
    const auto addButton = [row](const QString &icon, const QString &name) {
        auto *button = new QToolButton;
        button->setIcon(themedIcon(icon));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setEnabled(false);
        row->addWidget(button);
        return button;
    };
    m_previous = addButton(u"up"_s, tr("Previous match"));
    m_next = addButton(u"down"_s, tr("Next match"));
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_search, &SearchField::searchChanged, this, &VariablesView::find);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
    auto *focusSearch = new QAction(this);
    focusSearch->setShortcut(QKeySequence::Find);
    focusSearch->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(focusSearch, &QAction::triggered, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    addAction(focusSearch);
    return bar;
}

void VariablesView::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    showState();
}

void VariablesView::showState()
{
    if (m_model->rowCount() == 0)
        m_states->showEmpty(u"json"_s, m_emptyTitle, m_emptyHint);
    else
        m_states->showContent();
}

void VariablesView::setJson(const SharedJson &json)
{
    if (json == m_model->json())
        return;
    m_model->setJson(json);
    showState();
    if (!m_expanded && m_model->rowCount() > 0) {
        m_expanded = true;
        // The first level opens by itself while it is short.
        for (int row = 0; row < qMin(m_model->rowCount(), 12); ++row) {
            const QModelIndex index = m_model->index(row, 0);
            if (m_model->hasChildren(index) && m_model->valueSize(index) <= 20)
                m_tree->expand(index);
        }
    }
    if (!m_text.isEmpty())
        find(m_text);
}

QString VariablesView::matchText() const
{
    return m_found->text();
}

void VariablesView::find(const QString &text)
{
    const bool same = text == m_text;
    m_text = text;
    m_searching = {};
    if (text.isEmpty() || !m_model->json()) {
        m_matches.clear();
        m_match = -1;
        m_found->clear();
        m_previous->setEnabled(false);
        m_next->setEnabled(false);
        return;
    }
    const AsyncSource<QList<JsonMatch>> source;
    (void)QtConcurrent::run([source, json = m_model->json(), text] {
        source.finish(searchJson(*json, text, kMostMatches, [&source] { return source.isCanceled(); }));
    });
    m_searching = deliver(source.future(), this, [this, same](Result<QList<JsonMatch>> result) {
        if (!result)
            return;
        m_matches = *result;
        m_previous->setEnabled(!m_matches.isEmpty());
        m_next->setEnabled(!m_matches.isEmpty());
        if (m_matches.isEmpty()) {
            m_match = -1;
            m_found->setText(tr("Not found"));
        } else if (same) { // the document changed under a search: stay where the user is
            m_match = qBound<qsizetype>(0, m_match, m_matches.size() - 1);
        } else {
            showMatch(0);
        }
    });
}

void VariablesView::showMatch(qsizetype index)
{
    m_match = index;
    const QString most = m_matches.size() >= kMostMatches ? u"+"_s : QString();
    m_found->setText(tr("%1 of %2").arg(QLocale().toString(index + 1), QLocale().toString(m_matches.size()) + most));
    const QModelIndex found = m_model->indexFor(m_matches.at(index).pointer);
    if (!found.isValid())
        return;
    m_tree->setCurrentIndex(found);
    m_tree->scrollTo(found);
}

void VariablesView::step(int by)
{
    if (!m_matches.isEmpty())
        showMatch((m_match + by + m_matches.size()) % m_matches.size());
}

void VariablesView::openMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex at(index);
    menu->addAction(themedIcon(u"copy"_s), tr("Copy value"), this, [this, at] { copy(m_model->valueText(at)); });
    menu->addAction(tr("Copy name"), this, [this, at] { copy(m_model->nameFor(at)); });
    menu->addAction(tr("Copy path (jq)"), this, [this, at] { copy(m_model->jqPathFor(at)); });
    menu->addAction(tr("Copy path (JSON pointer)"), this, [this, at] { copy(m_model->pointerFor(at)); });
    menu->addSeparator();
    menu->addAction(themedIcon(u"expand"_s), tr("Expand below"), this,
                    [this, at] { m_tree->expandRecursively(at, 4); });
    menu->addAction(themedIcon(u"collapse"_s), tr("Collapse all"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void VariablesView::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void VariablesView::showValue()
{
    const QModelIndex index = m_tree->currentIndex();
    const auto kind = static_cast<JsonTreeModel::Kind>(index.data(JsonTreeModel::KindRole).toInt());
    if (!index.isValid() || kind != JsonTreeModel::Kind::String) {
        m_value->hide();
        return;
    }
    const qsizetype size = m_model->valueSize(index);
    QString text = m_model->valueText(index, kMostShown);
    const bool isLong = size > kLongText || text.contains(u'\n');
    if (size > kMostShown)
        text += u"\n"_s + tr("… %1 in all").arg(sizeText(size));
    if (isLong && m_value->toPlainText() != text)
        m_value->setCode(text, CodeView::Language::PlainText);
    m_value->setVisible(isLong);
}

} // namespace podium
