// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/itemtexts.h"
#include "ui/pages/compareruns/runcomparer.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QLabel;
class QTabWidget;

namespace podium {

class ComparedStatesFilter;
class ComparedStatesModel;
class DetailSplit;
class DisplaySettings;
class GraphView;
class JsonChangesView;
class ListView;
class StateView;

/// Two runs: the graph with both paths, beside it the states with their times, and what differs in input and variables.
/// One selection goes through graph and table.
class CompareRunsView : public QWidget
{
    Q_OBJECT
public:
    explicit CompareRunsView(DisplaySettings &display, QWidget *parent = nullptr);
    ~CompareRunsView() override;

    void showLoading(); ///< what is shown belongs to other runs
    void setSubject(const SharedRunsSubject &subject);
    void setCompared(const RunPair &runs, const QList<ComparedState> &states, const QDateTime &nowUtc);
    void setNow(const QDateTime &nowUtc);
    void setVariables(const WorkflowInstance &a, const WorkflowInstance &b);
    void setTexts(const ItemTexts &texts);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

    GraphView *graph() const { return m_graph; }
    ListView *table() const { return m_table; }
    ComparedStatesFilter *states() const { return m_filter; }
    QTabWidget *tabs() const { return m_tabs; }
    JsonChangesView *input() const { return m_input; }
    JsonChangesView *variables() const { return m_variables; }

Q_SIGNALS:
    void painted();

private:
    enum Tab { StatesTab, InputTab, VariablesTab };

    QWidget *makeGraph();
    QWidget *makeStates();
    void connectParts();
    void choose(const QString &nodeId);
    void selectRow(int row);
    void showSummary();
    void showTabs();

    SharedRunsSubject m_subject;
    QString m_chosen; ///< node id
    bool m_selecting = false;
    QDateTime m_now;
    GraphView *m_graph;
    StateView *m_graphStates = nullptr;
    ComparedStatesModel *m_model;
    ComparedStatesFilter *m_filter;
    ListView *m_table;
    QCheckBox *m_all;
    QLabel *m_summary;
    StateView *m_tableStates = nullptr;
    JsonChangesView *m_input;
    JsonChangesView *m_variables;
    QTabWidget *m_tabs;
    DetailSplit *m_split;
};

} // namespace podium
