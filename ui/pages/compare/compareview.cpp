// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compare/compareview.h"

#include "ui/graph/differencelegend.h"
#include "ui/graph/graphview.h"
#include "ui/pages/compare/comparedtexts.h"
#include "ui/pages/compare/differencedetails.h"
#include "ui/pages/compare/textdiffview.h"
#include "ui/pages/instances/detailsplit.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_graph(new GraphView)
    , m_tabs(detailTabs(tr("Parts of the comparison")))
    , m_model(new DifferenceListModel(this))
    , m_list(new QListView)
    , m_listNote(captionLabel({}))
    , m_details(new DifferenceDetails)
    , m_changesOnly(new QCheckBox(tr("&Changes only")))
    , m_text(new TextDiffView)
    , m_textChangesOnly(new QCheckBox(tr("&Changes only")))
    , m_textSummary(captionLabel({}))
{
    m_split = new DetailSplit(m_graph, m_tabs);
    m_graphPart = makeGraph();
    m_split->insertWidget(0, m_graphPart); // with its legend, in the place of the graph alone
    m_tabs->addTab(makeDifferences(), tr("Differences"));
    m_tabs->addTab(makeText(), tr("Text"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    setFocusProxy(m_list);
    connectParts();
}

// Views that go tell of selections that go with them.
CompareView::~CompareView()
{
    for (QObject *part : std::initializer_list<QObject *>{m_tabs, m_list->selectionModel(), m_text, m_graph})
        part->disconnect(this);
}

QWidget *CompareView::makeGraph()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_graphStates = new StateView(m_graph);
    column->addWidget(m_graphStates, 1);
    column->addWidget(new DifferenceLegend);
    widget->setMinimumSize(m_graph->minimumSize());
    return widget;
}

QWidget *CompareView::makeDifferences()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, 0, space::m, 0);
    row->addWidget(m_changesOnly);
    row->addStretch(1);
    column->addLayout(row);
    m_changesOnly->setChecked(true);
    m_changesOnly->setToolTip(tr("List only what differs, or all states and transitions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DifferenceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Differences"));
    m_list->setMinimumSize(120, 80);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_listNote, 1);
    rows->addWidget(m_list, 1);
    m_listNote->setAlignment(Qt::AlignCenter);
    m_listNote->setWordWrap(true);
    m_listNote->setMargin(space::l);
    showListNote({});
    m_listStates = new StateView(content);
    column->addWidget(m_listStates, 1);
    m_listSplit = new QSplitter(Qt::Vertical);
    m_listSplit->addWidget(list);
    m_listSplit->addWidget(m_details);
    m_listSplit->setChildrenCollapsible(false);
    m_listSplit->setStretchFactor(0, 3);
    m_listSplit->setStretchFactor(1, 2);
    m_listSplit->setSizes({300, 200});
    return m_listSplit;
}

QWidget *CompareView::makeText()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, 0, space::m, 0);
    row->addWidget(m_textChangesOnly);
    row->addStretch(1);
    row->addWidget(m_textSummary);
    column->addLayout(row);
    m_textChangesOnly->setChecked(true);
    m_textChangesOnly->setToolTip(tr("Show the changes with some lines around them, or both texts as a whole"));
    m_textStates = new StateView(m_text);
    column->addWidget(m_textStates, 1);
    return page;
}

void CompareView::connectParts()
{
    connect(m_changesOnly, &QCheckBox::toggled, this, &CompareView::setChangesOnly);
    connect(m_textChangesOnly, &QCheckBox::toggled, this, &CompareView::setTextChangesOnly);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CompareView::positionChanged);
    connect(m_graph, &GraphView::partSelected, this, [this](int node) { choose(node, -1, From::Graph); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // A list that gets the focus has a current row, which nobody chose.
        if (!m_following && index.isValid() && index.row() == selectedRow())
            chooseRow(index.row());
    });
    const auto toText = [this](const SourcePlace &place) {
        if (place.line <= 0)
            return;
        m_tabs->setCurrentIndex(TextTab);
        m_text->showLine(place.line, place.old);
        m_text->setFocus();
    };
    connect(m_list, &QListView::activated, this, [this, toText](const QModelIndex &index) {
        toText(sourcePlace(*m_comparison->whole->difference, m_model->entryAt(index.row())));
    });
    connect(m_details, &DifferenceDetails::sourceWanted, this, toText);
    connect(m_graph, &GraphView::stateActivated, this, [this, toText](const QString &, int) {
        if (m_node >= 0 && m_comparison)
            toText(sourcePlace(*m_comparison->whole->difference, entryOf(m_node, -1)));
    });
    connect(m_text, &TextDiffView::currentChangeMoved, this, &CompareView::positionChanged);
    connect(m_text, &TextDiffView::wholeTextWanted, this, [this] { m_textChangesOnly->setChecked(false); });
    connect(m_text, &TextDiffView::lineChosen, this, [this](int oldLine, int newLine) {
        if (!m_comparison)
            return;
        const SourcePlace place = newLine > 0 ? SourcePlace{newLine, false} : SourcePlace{oldLine, true};
        if (const int node = nodeAtPlace(*m_comparison->whole->difference, place); node >= 0)
            choose(node, -1, From::Text);
    });
}

void CompareView::showLoading()
{
    m_comparison.reset();
    m_node = m_edge = -1;
    m_model->setComparison({});
    m_text->setDifference({});
    m_details->clear();
    m_graphPart->show();
    m_graphStates->showLoading(tr("Comparing…"));
    m_listStates->showLoading(tr("Comparing…"));
    m_textStates->showLoading(tr("Comparing the texts…"));
    Q_EMIT positionChanged();
}

// A comparison of the same versions as before keeps what is selected, where it is still there.
void CompareView::setGraph(const SharedComparison &comparison)
{
    const QString id = m_comparison && m_node >= 0 ? m_comparison->whole->model.nodes.at(m_node).id : QString();
    const QScopedValueRollback<bool> following(m_following, true);
    m_comparison = comparison;
    m_model->setComparison(comparison);
    m_graph->setGraph(comparison->whole);
    m_graphPart->show();
    m_graphStates->showContent();
    m_listStates->showContent();
    m_node = m_edge = -1;
    setChangesOnly(m_model->changesOnly());
    m_details->clear();
    if (const int node = comparison->whole->model.indexOf(id); node >= 0)
        choose(node, -1, From::Text);
    Q_EMIT positionChanged();
}

void CompareView::setNoGraph()
{
    m_comparison.reset();
    m_node = m_edge = -1;
    m_model->setComparison({});
    m_details->clear();
    m_graphPart->hide();
    m_listStates->showContent();
    showListNote(tr("There is no graph to compare. The texts are compared all the same."));
    m_tabs->setCurrentIndex(TextTab);
    Q_EMIT positionChanged();
}

void CompareView::setText(const SharedTextDifference &text)
{
    m_text->setDifference(text);
    m_textSummary->setText(summaryOf(*text));
    m_textStates->showContent();
    Q_EMIT positionChanged();
}

void CompareView::showTextTab()
{
    m_tabs->setCurrentIndex(TextTab);
    m_text->setFocus();
}

// ---- selection ----

DifferenceEntry CompareView::entryOf(int node, int edge) const
{
    const auto &entries = m_comparison->entries;
    const auto it = std::find_if(entries.cbegin(), entries.cend(), [node, edge](const DifferenceEntry &entry) {
        return entry.node == node && entry.edge == edge;
    });
    return it == entries.cend() ? DifferenceEntry{node, edge, GraphChange::Same, false, false} : *it;
}

int CompareView::selectedRow() const
{
    const QModelIndex current = m_list->currentIndex();
    return m_list->selectionModel()->isSelected(current) ? current.row() : -1;
}

void CompareView::chooseRow(int row)
{
    const DifferenceEntry &entry = m_model->entryAt(row);
    choose(entry.node, entry.edge, From::List);
}

void CompareView::choose(int node, int edge, From from)
{
    if (!m_comparison)
        return;
    const QScopedValueRollback<bool> following(m_following, true);
    m_node = node;
    m_edge = edge;
    if (from != From::List) {
        const int row = node < 0 ? -1 : m_model->rowOf(node, edge);
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
        if (row < 0)
            m_list->clearSelection();
    }
    if (from != From::Graph)
        m_graph->showPart(node, edge);
    if (node < 0) {
        m_details->clear();
    } else {
        const DifferenceEntry entry = entryOf(node, edge);
        m_details->setEntry(m_comparison, entry);
        const SourcePlace place = sourcePlace(*m_comparison->whole->difference, entry);
        if (from != From::Text && place.line > 0)
            m_text->showLine(place.line, place.old);
    }
    Q_EMIT positionChanged();
}

void CompareView::showListNote(const QString &text)
{
    m_listNote->setText(text);
    m_listNote->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
}

void CompareView::setChangesOnly(bool on)
{
    const QScopedValueRollback<bool> following(m_following, true);
    m_model->setChangesOnly(on);
    if (!m_comparison)
        return;
    showListNote(m_model->rowCount() == 0 ? tr("Nothing differs: both versions draw and say the same.") : QString());
    const int row = m_node < 0 ? -1 : m_model->rowOf(m_node, m_edge);
    if (row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    }
    Q_EMIT positionChanged();
}

void CompareView::setTextChangesOnly(bool on)
{
    m_text->setChangesOnly(on);
    Q_EMIT positionChanged();
}

// ---- steps ----

void CompareView::step(bool backward)
{
    if (m_tabs->currentIndex() == TextTab)
        return m_text->step(backward);
    const int count = m_model->changeCount();
    if (count == 0)
        return;
    // From where the selection is, also when it is on something that is the same; round the ends.
    const int row = selectedRow();
    int next = backward ? count - 1 : 0;
    if (row >= 0 && backward) {
        while (next >= 0 && m_model->rowOfChange(next) >= row)
            --next;
        next = next < 0 ? count - 1 : next;
    } else if (row >= 0) {
        while (next < count && m_model->rowOfChange(next) <= row)
            ++next;
        next = next == count ? 0 : next;
    }
    const QModelIndex index = m_model->index(m_model->rowOfChange(next));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

int CompareView::position() const
{
    return m_tabs->currentIndex() == TextTab ? m_text->diff()->changeAt(m_text->currentIndex().row())
                                             : m_model->changeAt(selectedRow());
}

int CompareView::count() const
{
    return m_tabs->currentIndex() == TextTab ? m_text->diff()->changeCount() : m_model->changeCount();
}

QJsonObject CompareView::saveState() const
{
    QJsonObject state = m_split->saveDetail();
    state.insert(u"changesOnly"_s, m_changesOnly->isChecked());
    state.insert(u"textChangesOnly"_s, m_textChangesOnly->isChecked());
    state.insert(u"list"_s, QString::fromLatin1(m_listSplit->saveState().toBase64()));
    return state;
}

void CompareView::restoreState(const QJsonObject &state)
{
    m_split->restoreDetail(state);
    m_changesOnly->setChecked(state.value("changesOnly"_L1).toBool(true));
    m_textChangesOnly->setChecked(state.value("textChangesOnly"_L1).toBool(true));
    m_listSplit->restoreState(QByteArray::fromBase64(state.value("list"_L1).toString().toLatin1()));
}

} // namespace podium
