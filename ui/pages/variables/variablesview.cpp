// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/variablesview.h"

#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/variables/jqline.h"
#include "ui/pages/variables/jsontreepane.h"
#include "ui/pages/variables/lazytext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stateview.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMatches = 1000;

} // namespace

VariablesView::VariablesView(QWidget *parent)
    : QWidget(parent)
    , m_tree(new JsonTreePane(tr("Variables")))
    , m_text(new LazyText(tr("Variables as text")))
    , m_pages(new QStackedWidget)
    , m_jq(new JqLine)
    , m_modes(new QButtonGroup(this))
{
    m_states = new StateView(m_pages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar(layout);
    layout->addWidget(m_jq);
    layout->addWidget(m_states, 1);
    makeModes();
    connect(m_jq, &JqLine::filtered, this, [this](const SharedJson &results) {
        m_filtered = results;
        showDocument(results ? results : m_json);
    });
    setFocusProxy(m_tree);
    setEmptyText(tr("No variables"), tr("The server told none for this instance."));
}

void VariablesView::makeBar(QVBoxLayout *layout)
{
    auto *bar = new QWidget;
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(space::m, space::s, space::m, space::s);
    m_bar->setSpacing(space::xs);
    m_search = new SearchField(tr("Search names and values"));
    m_search->setAccessibleName(tr("Search in variables"));
    m_search->setMinimumWidth(90);
    m_bar->addWidget(m_search, 1);
    m_found = captionLabel({});
    m_found->setMinimumWidth(m_found->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(u"000"_s, u"000"_s)));
    m_bar->addWidget(m_found);
    m_previous = iconButton(u"up"_s, tr("Previous match"), bar);
    m_next = iconButton(u"down"_s, tr("Next match"), bar);
    for (QToolButton *button : {m_previous, m_next}) {
        button->setEnabled(false);
        m_bar->addWidget(button);
    }
    m_bar->addSpacing(space::s);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_search, &SearchField::searchChanged, this, &VariablesView::find);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
    auto *focusSearch = new QAction(this);
    focusSearch->setShortcut(QKeySequence::Find);
    focusSearch->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(focusSearch, &QAction::triggered, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_tree->addAction(focusSearch); // in the text the same key searches in the text
    layout->addWidget(bar);
}

void VariablesView::makeModes()
{
    m_modes->setExclusive(true);
    addMode(m_tree, u"json"_s, tr("Show as tree"))->setChecked(true);
    addMode(m_text, u"document"_s, tr("Show as text"));
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) {
        m_pages->setCurrentIndex(id);
        showText();
        modeChanged();
    });
    auto *fold = iconButton(u"expand"_s, tr("Expand and collapse"), this);
    fold->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(fold);
    m_tree->addFoldActions(menu);
    fold->setMenu(menu);
    m_bar->addWidget(fold);
}

QToolButton *VariablesView::addMode(QWidget *page, const QString &icon, const QString &name)
{
    QToolButton *button = iconButton(icon, name, this);
    button->setCheckable(true);
    const QList<QAbstractButton *> others = m_modes->buttons();
    m_bar->insertWidget(others.isEmpty() ? -1 : m_bar->indexOf(others.constLast()) + 1, button);
    m_modes->addButton(button, m_pages->addWidget(page));
    return button;
}

void VariablesView::showMode(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_modes->button(m_pages->indexOf(page))->setChecked(true);
    showText();
}

bool VariablesView::isShowing(const QWidget *page) const
{
    return m_pages->currentWidget() == page;
}

QTreeView *VariablesView::tree() const
{
    return m_tree->tree();
}

JsonTreeModel *VariablesView::model() const
{
    return m_tree->model();
}

void VariablesView::setSubject(const QString &name)
{
    tree()->setAccessibleName(name);
}

void VariablesView::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    updateState();
}

void VariablesView::updateState()
{
    if (m_filtered && model()->rowCount() == 0)
        m_states->showEmpty(u"filter"_s, tr("No results"), tr("The filter leaves nothing."));
    else if (model()->rowCount() == 0 && !m_filtered)
        m_states->showEmpty(u"json"_s, m_emptyTitle, m_emptyHint);
    else
        m_states->showContent();
}

void VariablesView::setJson(const SharedJson &json)
{
    if (json == m_json)
        return;
    m_json = json;
    m_jq->setDocument(json);
    if (!m_filtered || !json)
        showDocument(json);
}

void VariablesView::showDocument(const SharedJson &shown)
{
    m_tree->setJson(shown);
    updateState();
    expandFirst();
    showText();
    if (!m_searched.isEmpty())
        find(m_searched);
}

/// The first level opens by itself while it is short.
void VariablesView::expandFirst()
{
    if (m_expanded || model()->rowCount() == 0)
        return;
    m_expanded = true;
    for (int row = 0; row < qMin(model()->rowCount(), 12); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (model()->hasChildren(index) && model()->valueSize(index) <= 20)
            tree()->expand(index);
    }
}

void VariablesView::showText()
{
    const SharedJson shown = model()->json();
    if (!isShowing(m_text) || shown == m_asText || !shown)
        return;
    m_printing = deliver(runOnWorker<QByteArray>([shown] { return Result(toBytes(*shown, 2)); }), this,
                         [this, shown](const Result<QByteArray> &printed) {
                             if (!printed)
                                 return;
                             m_asText = shown;
                             m_text->setText(*printed, CodeView::Language::JsonText);
                         });
}

QString VariablesView::matchText() const
{
    return m_found->text();
}

void VariablesView::find(const QString &text)
{
    const bool same = text == m_searched;
    m_searched = text;
    m_searching = {};
    if (text.isEmpty() || !model()->json()) {
        m_matches.clear();
        m_match = -1;
        m_found->clear();
        m_previous->setEnabled(false);
        m_next->setEnabled(false);
        return;
    }
    if (!same)
        showMode(m_tree);
    const AsyncSource<QList<JsonMatch>> source;
    (void)QtConcurrent::run([source, json = model()->json(), text] {
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
    (void)m_tree->showPointer(m_matches.at(index).pointer);
}

void VariablesView::step(int by)
{
    if (!m_matches.isEmpty())
        showMatch((m_match + by + m_matches.size()) % m_matches.size());
}

} // namespace podium
