// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/graph/runcomparison.h"
#include "ui/graph/graphheat.h"
#include "ui/graph/graphpicture.h"

#include <QByteArray>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;

namespace podium {

/// The graph of a workflow definition, with the states of one instance laid over it. It shows its own loading, error
/// and empty state. Reading and layout run on a worker; the graph before stays until the new one is ready.
class GraphView : public QWidget
{
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);
    ~GraphView() override;

    /// Serverless Workflow text (YAML or JSON), any bytes. The same text again does nothing.
    void setDefinition(const QByteArray &source);
    /// A graph that was made already, such as the one of a comparison.
    void setGraph(const SharedWhole &whole);
    /// Lays the instance over the graph; nothing moves. May come before the definition is ready.
    void setOverlay(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance);
    void clearOverlay();
    /// Shows the run as it was at `time`, and says so in a badge; an invalid time: as it is now.
    void setReplay(const QDateTime &time, const QString &badge);

    /// Colours the nodes by what many runs did instead of by their type; heatChanged() tells when it is painted.
    void setHeat(const QList<NodeDefinition> &definitions, const QList<WorkflowInstance> &runs, HeatMeasure measure);
    void setHeatMeasure(HeatMeasure measure);
    void clearHeat();

    /// Lays two runs over the graph instead of one: over the one that setGraph() gave last.
    void setRuns(const RunPair &runs);

    /// Whether a banner tells what is wrong with the definition (the default): off beside a list that does.
    void setProblemsShown(bool shown);

    /// A button for the action in the tool bar of the graph; its menu, if it has one, opens with it.
    void addTool(QAction *action);
    /// Below the graph. Takes it over.
    void setFooter(QWidget *footer);

    /// Selects and shows the state; "" selects nothing. A state that is not there (yet) is remembered until a
    /// definition has it. Emits nothing.
    void selectState(const QString &stateName);
    QString selectedState() const;

    /// The same for any node of the whole graph, or for a transition together with the node that it leaves; what is
    /// folded away is unfolded.
    void showPart(int node, int edge = -1);

    void zoomIn();
    void zoomOut();
    void fit();
    void find(); ///< opens the find field

    const SharedWhole &graph() const; ///< what is drawn or about to be; null before it is read

    QByteArray saveState() const; ///< direction, minimap, folds, details
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    void partSelected(int node); ///< by the user, a state or a part of it: index in the whole graph; -1: nothing
    void stateSelected(const QString &stateName, int sourceLine);  ///< by the user; "" and 0: nothing is selected
    void stateActivated(const QString &stateName, int sourceLine); ///< double click or Enter
    void partActivated(int node);                                  ///< the same: index in the whole graph
    /// The menu of a node is about to open: add what can be done to it. node: index in the whole graph.
    void nodeMenuRequested(QMenu *menu, int node);
    void heatChanged(const HeatLook &look);
    void painted(); ///< the first paint after a definition or an overlay was set

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace podium
