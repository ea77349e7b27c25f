// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "syntheticgraphs.h"

using namespace Qt::StringLiterals;

namespace podium {

namespace {

int addNode(GraphModel &model, GraphNode::Kind kind, const QString &title)
{
    GraphNode node;
    node.id = title;
    node.kind = kind;
    node.title = title;
    node.stateName = title;
    node.subtitle = u"subtitle"_s;
    node.isState = kind != GraphNode::Kind::Start && kind != GraphNode::Kind::End;
    if (!node.isState)
        node.subtitle.clear();
    model.indexOfId.insert(title, static_cast<int>(model.nodes.size()));
    model.nodes.append(node);
    return static_cast<int>(model.nodes.size() - 1);
}

void addEdge(GraphModel &model, int from, int to, GraphEdge::Kind kind = GraphEdge::Kind::Transition,
             const QString &label = {})
{
    model.edges.append({from, to, kind, label, {}, 0});
}

} // namespace

GraphModel syntheticGraph(int states, unsigned seed)
{
    GraphModel model;
    const auto random = [&seed](int below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 8) % static_cast<unsigned>(below));
    };
    const int start = addNode(model, GraphNode::Kind::Start, u"Start"_s);
    for (int i = 0; i < states; ++i)
        addNode(model, i % 5 == 1 ? GraphNode::Kind::Switch : GraphNode::Kind::Operation, u"State %1"_s.arg(i));
    const int end = addNode(model, GraphNode::Kind::End, u"End"_s);
    addEdge(model, start, 1);
    for (int i = 1; i <= states; ++i) {
        const int next = i == states ? end : i + 1;
        if (i % 5 == 2 && i + 6 <= states) {
            addEdge(model, i, next, GraphEdge::Kind::Condition, u".value > %1"_s.arg(i));
            addEdge(model, i, i + 2 + random(4), GraphEdge::Kind::Default, u"otherwise"_s);
        } else if (i % 5 == 3 && i + 2 <= states) {
            addEdge(model, i, i + 2); // joins past its neighbour
        } else {
            addEdge(model, i, next);
        }
        if (i % 17 == 0)
            addEdge(model, i, i - random(10), GraphEdge::Kind::Condition, u"again"_s);
        if (i % 11 == 0 && i + 12 <= states)
            addEdge(model, i, i + 8 + random(4), GraphEdge::Kind::Error, u"failed"_s);
    }
    return model;
}

GraphModel thicketGraph(int states, int links, unsigned seed)
{
    GraphModel model = syntheticGraph(states, seed);
    const auto random = [&seed](int below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 8) % static_cast<unsigned>(below));
    };
    for (int i = 0; i < links; ++i) {
        const int from = 1 + random(states);
        addEdge(model, from, 1 + random(states));
    }
    return model;
}

GraphModel fanGraph(int branches)
{
    GraphModel model;
    const int start = addNode(model, GraphNode::Kind::Start, u"Start"_s);
    const int choice = addNode(model, GraphNode::Kind::Switch, u"Choose"_s);
    addEdge(model, start, choice);
    const int join = addNode(model, GraphNode::Kind::Inject, u"Join"_s);
    for (int i = 0; i < branches; ++i) {
        const int state = addNode(model, GraphNode::Kind::Operation, u"Branch %1"_s.arg(i));
        addEdge(model, choice, state, GraphEdge::Kind::Condition, u".n == %1"_s.arg(i));
        addEdge(model, state, join);
    }
    return model;
}

} // namespace podium
