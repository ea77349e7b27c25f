// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <QCoreApplication>

namespace podium {

/// The work behind buildGraph().
class GraphBuilder
{
    Q_DECLARE_TR_FUNCTIONS(podium::GraphBuilder)
public:
    explicit GraphBuilder(const WorkflowDocument &document)
        : m_document(document)
    {
    }
    GraphModel build();

private:
    int add(GraphNode node);
    int addChild(int parent, GraphNode node);
    void addState(const State &state);
    void fillState(int index, const State &state);
    void fillEvent(int index, const State &state);
    void fillCallback(int index, const State &state);
    void fillParallel(int index, const State &state);
    void addActions(int parent, const QList<Action> &actions, bool parallel);
    void addAction(int parent, const Action &action, int number);
    void addRetryBadge(GraphNode &node, const Action &action) const;
    void addHandler(int parent, const EventHandler &handler, const QString &timeout);
    void addEventWait(int parent, const QList<Reference> &events, const QString &timeout, const EventFilter &filter);
    void chain(int parent);
    void addBadges(GraphNode &node, const State &state) const;
    void addActionBadges(GraphNode &node, const Action &action);

    void connectStart();
    void connectState(int from, const State &state);
    void connectConditions(int from, const State &state);
    void connectOutcome(int from, const Outcome &outcome, GraphEdge edge);
    int endNode(int from, const End &end);
    void connectErrors(int from, const State &state);
    int targetNode(const Reference &state);
    QString endText(const End &end) const;
    static void markBroken(GraphNode &node, const QString &text);
    void markWhatIsMissing(GraphNode &node, const State &state) const;
    void markUnknown(int node, const QList<ProducedEvent> &events);
    bool knowsEvent(const Reference &event) const;

    const WorkflowDocument &m_document;
    GraphModel m_model;
    QList<int> m_states; ///< node of each state, by index in the document
    QSet<QString> m_functions;
    QSet<QString> m_events;
    QSet<QString> m_stateNames;
    QHash<QString, int> m_copies; ///< how many ids were made of one that was taken
};

} // namespace podium
