// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace podium {

class CompareMenu;
class DetailSplit;
class GraphView;
class HeatControl;
class InstanceList;
class LiveBanner;
class SchemaView;
class SourceView;
class StateBadge;
class StateView;
class SummaryView;

/// One workflow definition: graph, summary, input schema, source, recent runs.
class WorkflowPage : public Page
{
    Q_OBJECT
public:
    WorkflowPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTabWidget *tabs() const { return m_tabs; }

private:
    enum Tab { SummaryTab, SchemaTab, SourceTab, RunsTab };

    QWidget *makeContent();
    QWidget *makeHeader();
    void makeTabs();
    void readDefinition();
    void readSource();
    void readSchemas();
    void findEvents(const QByteArray &text);
    QWidget *makeMore();
    void probe();
    void showDefinition(const WorkflowDefinition &definition);
    void showAvailability(const Availability &availability);
    void showStatistics();

    QLabel *m_name;
    QLabel *m_version;
    StateBadge *m_badge;
    QPushButton *m_run;
    QPushButton *m_sendEvent;
    CompareMenu *m_compareMenu = nullptr;
    LiveBanner *m_banner;
    StateView *m_states;
    HeatControl *m_heat;
    DetailSplit *m_split;
    GraphView *m_graph;
    QTabWidget *m_tabs;
    SummaryView *m_summary;
    SchemaView *m_schema;
    SourceView *m_source;
    StateView *m_sourceStates;
    InstanceList *m_runs;

    WorkflowDefinition m_definition;
    Availability m_availability;
    bool m_hasDefinition = false;
    Pending m_reading;
    Pending m_readingSource;
    Pending m_findingEvents;
    Pending m_readingSchemas;
    Pending m_probing;
};

} // namespace podium
