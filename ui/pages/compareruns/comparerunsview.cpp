// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/comparerunsview.h"

#include "models/compare/comparedstatesmodel.h"
#include "models/items/itemroles.h"
#include "models/items/workflowresult.h"
#include "ui/graph/graphview.h"
#include "ui/graph/runlegend.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/pages/compareruns/sharedelegate.h"
#include "ui/pages/instances/detailsplit.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/widgets/displaysettings.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTabWidget>

#include <array>

namespace podium {

using namespace Qt::StringLiterals;

CompareRunsView::CompareRunsView(DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_graph(new GraphView)
    , m_model(new ComparedStatesModel(this))
    , m_filter(new ComparedStatesFilter(*m_model, this))
    , m_table(new ListView)
    , m_all(new QCheckBox(tr("All states")))
    , m_summary(captionLabel({}))
    , m_input(new JsonChangesView(tr("Differences of the input")))
    , m_variables(new JsonChangesView(tr("Differences of the variables")))
    , m_tabs(detailTabs(tr("Parts of the comparison")))
{
    m_split = new DetailSplit(m_graph, m_tabs);
    m_split->insertWidget(0, makeGraph()); // with its legend, in the place of the graph alone
    m_tabs->addTab(makeStates(), tr("States"));
    m_tabs->addTab(m_input, tr("Input"));
    m_tabs->addTab(m_variables, tr("Variables"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    setFocusProxy(m_table);
    for (ListView *list : {m_table, m_input->list(), m_variables->list()})
        list->follow(display);
    connectParts();
}

// Views that go tell of selections that go with them.
CompareRunsView::~CompareRunsView()
{
    for (QObject *part : std::initializer_list<QObject *>{m_tabs, m_table->selectionModel(), m_graph})
        part->disconnect(this);
}

QWidget *CompareRunsView::makeGraph()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_graphStates = new StateView(m_graph);
    column->addWidget(m_graphStates, 1);
    column->addWidget(new RunLegend);
    widget->setMinimumSize(m_graph->minimumSize());
    return widget;
}

QWidget *CompareRunsView::makeStates()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::m, 0, space::m, 0);
    m_all->setToolTip(tr("Also the states that neither run reached"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setAccessibleName(tr("Summary"));
    row->addWidget(m_summary, 1);
    row->addWidget(m_all);
    column->addLayout(row);
    m_tableStates = new StateView(m_table);
    column->addWidget(m_tableStates, 1);

    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("States with the times of both runs"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ComparedStatesModel::ShareColumn, new ShareDelegate(m_table));
    m_table->setStretchColumn(ComparedStatesModel::StateColumn);
    m_table->setColumn(ComparedStatesModel::StateColumn, 92);
    m_table->setColumn(ComparedStatesModel::ShareColumn, 100);
    m_table->setColumn(ComparedStatesModel::TimeAColumn, 84);
    m_table->setColumn(ComparedStatesModel::TimeBColumn, 84);
    m_table->setColumn(ComparedStatesModel::DifferenceColumn, 92);
    m_table->setColumn(ComparedStatesModel::VisitsAColumn, 66, false);
    m_table->setColumn(ComparedStatesModel::VisitsBColumn, 66, false);
    m_table->setColumn(ComparedStatesModel::OutcomeAColumn, 110, false);
    m_table->setColumn(ComparedStatesModel::OutcomeBColumn, 110, false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ComparedStatesModel::DifferenceColumn, Qt::DescendingOrder);
    return content;
}

void CompareRunsView::connectParts()
{
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        m_filter->setShowAll(all);
        choose(m_chosen);
    });
    connect(m_graph, &GraphView::partSelected, this, [this](int node) {
        if (!m_selecting)
            choose(m_subject && node >= 0 ? m_subject->graph.model.nodes.at(node).id : QString());
    });
    connect(m_graph, &GraphView::painted, this, &CompareRunsView::painted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (m_selecting || !current.isValid())
                    return;
                const QScopedValueRollback<bool> selecting(m_selecting, true);
                const ComparedState &state = m_filter->stateAt(current.row());
                m_chosen = state.nodeId;
                m_graph->showPart(state.node);
            });
    connect(m_table, &ListView::rowActivated, this, [this](const QModelIndex &index) {
        m_graph->showPart(m_filter->stateAt(index.row()).node);
        m_graph->setFocus();
    });
    connect(m_graph, &GraphView::stateActivated, this, [this] {
        m_tabs->setCurrentIndex(StatesTab);
        m_table->setFocus();
    });
    for (JsonChangesView *view : {m_input, m_variables}) {
        view->setSides({tr("In A"), tr("In B"), tr("Only in B"), tr("Only in A"), tr("Differs")});
        connect(view, &JsonChangesView::changed, this, &CompareRunsView::showTabs);
        view->setSameTexts({view == m_input ? tr("The input of both runs is the same")
                                            : tr("The data of both runs is the same"),
                            tr("Every value is equal; the order of members does not count.")});
    }
}

void CompareRunsView::showLoading()
{
    m_subject.reset();
    m_chosen.clear();
    m_model->setStates({}, {});
    m_summary->clear();
    m_graphStates->showLoading(tr("Drawing the graph…"));
    m_tableStates->showLoading(tr("Comparing…"));
    m_input->showLoading(tr("Comparing…"));
    m_variables->showLoading(tr("Comparing…"));
}

void CompareRunsView::setSubject(const SharedRunsSubject &subject)
{
    m_subject = subject;
    if (subject->whole) {
        m_graph->setGraph(subject->whole);
        m_graphStates->showContent();
    } else {
        m_graphStates->showEmpty(u"workflow"_s, tr("There is no graph to draw"),
                                 tr("The server does not keep the text of the definition. The states are compared by "
                                    "their names."));
    }
}

void CompareRunsView::setCompared(const RunPair &runs, const QList<ComparedState> &states, const QDateTime &nowUtc)
{
    const bool first = m_model->rowCount() == 0;
    m_now = nowUtc;
    m_model->setStates(states, nowUtc);
    if (first)
        m_filter->sort(m_filter->sortColumn(), m_filter->sortOrder());
    if (m_subject->whole)
        m_graph->setRuns(runs);
    choose(m_chosen); // rows that came did not take the selection along
    if (m_filter->rowCount() == 0)
        m_tableStates->showEmpty(u"instance"_s, tr("No state was reached yet"), tr("What the runs do appears here."));
    else
        m_tableStates->showContent();
    showSummary();
}

void CompareRunsView::setNow(const QDateTime &nowUtc)
{
    m_now = nowUtc;
    m_model->setNow(nowUtc);
}

void CompareRunsView::setVariables(const WorkflowInstance &a, const WorkflowInstance &b)
{
    const QString hint = tr("The server does not tell it, so there is nothing to compare.");
    const auto show = [&hint](JsonChangesView *view, const SharedJson &left, const SharedJson &right,
                              const std::array<QString, 3> &titles) {
        view->setDocuments(left, right, {titles.at(left ? 0 : right ? 1 : 2), hint});
    };
    show(m_input, inputOf(a.variables), inputOf(b.variables),
         {tr("The input of run B is not known"), tr("The input of run A is not known"),
          tr("The input of both runs is not known")});
    show(m_variables, workflowDataOf(a.variables), workflowDataOf(b.variables),
         {tr("The data of run B is not known"), tr("The data of run A is not known"),
          tr("The data of both runs is not known")});
}

void CompareRunsView::setTexts(const ItemTexts &texts)
{
    m_model->setTexts(texts);
}

void CompareRunsView::choose(const QString &nodeId)
{
    m_chosen = nodeId;
    const QScopedValueRollback<bool> selecting(m_selecting, true);
    int row = m_filter->rowOfNode(nodeId);
    if (row < 0 && m_subject) { // a part: its state
        const int node = m_subject->graph.model.indexOf(nodeId);
        if (node >= 0)
            row = m_filter->rowOfNode(GraphModel::stateId(m_subject->graph.model.nodes.at(node).stateName));
    }
    selectRow(row);
}

void CompareRunsView::selectRow(int row)
{
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    if (m_table->currentIndex().row() != row || !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_filter->index(row, 0));
    }
}

void CompareRunsView::showSummary()
{
    int counts[4] = {};
    for (int row = 0; row < m_model->rowCount(); ++row)
        ++counts[static_cast<int>(m_model->stateAt(row).share)];
    const int onlyA = counts[static_cast<int>(RunShare::OnlyA)];
    const int onlyB = counts[static_cast<int>(RunShare::OnlyB)];
    if (onlyA + onlyB == 0) {
        m_summary->setText(tr("Both took the same states"));
        return;
    }
    QStringList parts{tr("%n in both", "states", counts[static_cast<int>(RunShare::Both)])};
    if (onlyA > 0)
        parts << tr("%n only in A", "states", onlyA);
    if (onlyB > 0)
        parts << tr("%n only in B", "states", onlyB);
    m_summary->setText(parts.join(u" \u00B7 "_s));
}

void CompareRunsView::showTabs()
{
    const auto text = [](const QString &name, int count) {
        return count > 0 ? tr("%1 (%2)").arg(name).arg(count) : name;
    };
    m_tabs->setTabText(InputTab, text(tr("Input"), m_input->count()));
    m_tabs->setTabText(VariablesTab, text(tr("Variables"), m_variables->count()));
}

QJsonObject CompareRunsView::saveState() const
{
    QJsonObject state = m_split->saveDetail();
    state.insert(u"states"_s, m_table->saveState());
    state.insert(u"all"_s, m_all->isChecked());
    return state;
}

void CompareRunsView::restoreState(const QJsonObject &state)
{
    m_table->restoreState(state.value("states"_L1).toObject());
    m_all->setChecked(state.value("all"_L1).toBool());
    m_split->restoreDetail(state);
}

} // namespace podium
