// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "ui/graph/graphheat.h"
#include "ui/pages/page.h"
#include "ui/pages/workflows/heatreader.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include <optional>

class QAction;
class QActionGroup;
class QMenu;

namespace podium {

class GraphHeatLegend;
class GraphView;

/// Colours the graph of a workflow by what its last runs did: the choice, the legend, and reading the runs, which
/// starts once the page is seen with colours on.
class HeatControl : public QObject
{
    Q_OBJECT
public:
    HeatControl(const PageContext &context, GraphView *graph, QWidget *page);

    void setDefinition(const WorkflowDefinition &definition);
    void refresh(); ///< reads the runs again, where colours are on

    GraphHeatLegend *legend() const { return m_legend; }
    std::optional<HeatMeasure> measure() const { return m_measure; } ///< nothing: off
    void setMeasure(std::optional<HeatMeasure> measure);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeChoice(QWidget *page);
    void connectLegend();
    void connectReader();
    void next();
    void readIfNeeded();
    void read();
    void showMeasure();
    void showFacts();

    const PageContext m_context;
    GraphView *m_graph;
    QWidget *m_page;
    GraphHeatLegend *m_legend;
    HeatReader m_reader;
    QActionGroup *m_choices = nullptr;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_tool = nullptr;
    std::optional<HeatMeasure> m_measure;
    int m_count = 100;

    WorkflowDefinition m_definition;
    bool m_hasDefinition = false;
    bool m_stale = true;            ///< the runs are to be read (again) when they are seen
    QDateTime m_readAt;             ///< of what is shown; invalid when nothing is
    QList<WorkflowInstance> m_runs; ///< shown; while others are read, they stay
    int m_skipped = 0;
};

} // namespace podium
