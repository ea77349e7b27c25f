// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QTimer>

class QTabWidget;

namespace podium {

class DetailSplit;
class ErrorView;
class GraphView;
class InstanceActions;
class InstanceHeader;
class InstanceSource;
class InstanceVariables;
class JobsView;
class LiveBanner;
class NodeSelection;
class NodeActions;
class RelatedView;
class ReplayControl;
class ResultView;
class StateView;
class SubRunOpener;
class TimelineView;
class VariablesView;

/// One instance: state and actions, graph with live node states, timeline, variables, error, result, family, jobs.
/// (InstancePage is the value that a list of instances is answered with.)
class InstanceDetailPage : public Page
{
    Q_OBJECT
public:
    InstanceDetailPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);
    ~InstanceDetailPage() override;

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTabWidget *tabs() const { return m_tabs; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { TimelineTab, VariablesTab, ErrorTab, ResultTab, RelatedTab, JobsTab, InputTab, SourceTab, TabCount };

    QWidget *makeContent();
    void makeTabs();
    void connectParts();
    void connectSubRuns();
    void connectNodes();
    void readInstance();
    void readDefinition();
    void readSource();
    void showInstance(const WorkflowInstance &instance);
    void showTabs();
    void chooseTab();
    void pointAt(const QString &part);
    void pointAtNode();
    void showGraph();
    void tick();
    void showDisplay();

    InstanceHeader *m_header;
    InstanceActions *m_actions;
    NodeActions *m_nodeActions;
    LiveBanner *m_banner;
    StateView *m_states;
    DetailSplit *m_split;
    GraphView *m_graph;
    ReplayControl *m_replay;
    QTabWidget *m_tabs;
    TimelineView *m_timeline;
    InstanceVariables *m_variables;
    ErrorView *m_error;
    ResultView *m_result;
    RelatedView *m_related;
    SubRunOpener *m_subRuns = nullptr;
    JobsView *m_jobs;
    VariablesView *m_input;
    InstanceSource *m_source;
    NodeSelection *m_selection;

    WorkflowInstance m_instance;
    WorkflowDefinition m_definition;
    bool m_hasInstance = false;
    bool m_hasDefinition = false;
    bool m_watching = false;
    bool m_tabChosen = false;
    QString m_wantedNode; ///< NodeInstance::id to be selected once instance and definition are read
    bool m_graphPainted = false;
    qint64 m_openedAt = 0;
    Pending m_reading;
    Pending m_readingDefinition;
    Pending m_readingSource;
    QTimer m_ticks;
};

} // namespace podium
