// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/overlay.h"

#include "models/graph/runpath.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace podium {

QString displayName(NodeState state)
{
    const auto text = [](const char *word) { return QCoreApplication::translate("podium::NodeState", word); };
    switch (state) {
    case NodeState::Pending:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Not reached"));
    case NodeState::Running:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Running"));
    case NodeState::Waiting:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Waiting"));
    case NodeState::Done:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Done"));
    case NodeState::Failed:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Failed"));
    case NodeState::Skipped:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Skipped"));
    case NodeState::Aborted:
        return text(QT_TRANSLATE_NOOP("podium::NodeState", "Aborted"));
    }
    return {};
}

namespace {

/// One node instance, seen from a node of the graph.
struct Visit
{
    const NodeInstance *instance = nullptr;
    bool principal = false;
    bool leaf = false;       ///< mapped to this very node, not to one inside it
    bool superseded = false; ///< another visit repeats it
    bool last = false;       ///< of its definition
    bool open() const { return !instance->exit.isValid(); }
};

bool waits(const NodeInstance &node)
{
    return node.type == "TimerNode"_L1 || node.type == "EventNode"_L1 || node.type == "HumanTaskNode"_L1;
}

bool holdsOthers(const NodeInstance &node)
{
    return node.type == "CompositeContextNode"_L1 || node.type == "ForEachNode"_L1 || node.type == "Split"_L1 ||
           node.type == "Join"_L1;
}

class OverlayBuilder
{
public:
    OverlayBuilder(const GraphModel &model, const WorkflowInstance &instance)
        : m_model(model)
        , m_instance(instance)
    {
        m_visits.resize(static_cast<size_t>(model.nodes.size()));
    }

    GraphOverlay run(const QHash<QString, NodeTarget> &targets)
    {
        collect(targets);
        walk();
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            if (!visits(i).empty())
                m_overlay.nodes.insert(m_model.nodes.at(i).id, overlayOf(i));
        }
        const int start = m_model.indexOf(u"start"_s);
        if (start >= 0 && visits(start).empty() && !m_overlay.nodes.isEmpty()) {
            NodeOverlay begun;
            begun.state = NodeState::Done;
            begun.visits = 1;
            m_overlay.nodes.insert(u"start"_s, begun);
        }
        return std::move(m_overlay);
    }

private:
    std::vector<Visit> &visits(int node) { return m_visits[static_cast<size_t>(node)]; }

    void collect(const QHash<QString, NodeTarget> &targets)
    {
        std::vector<const NodeInstance *> order;
        for (const NodeInstance &node : m_instance.nodes)
            order.push_back(&node);
        std::stable_sort(order.begin(), order.end(),
                         [](const NodeInstance *a, const NodeInstance *b) { return a->enter < b->enter; });
        QHash<QString, int> left; // visits of a definition that are still to come
        for (const NodeInstance *node : order)
            ++left[node->definitionId];
        for (const NodeInstance *node : order) {
            const bool later = --left[node->definitionId] > 0;
            const NodeTarget target = targets.value(node->definitionId);
            if (target.node < 0)
                continue;
            if (target.caught) {
                m_caught.insert(target.node, node->name.section(u'-', -1));
                continue;
            }
            Visit visit{node, target.principal, true, later && repeated(*node, target.node), !later};
            visits(target.node).push_back(visit);
            visit.principal = false;
            visit.leaf = false;
            for (int p = m_model.nodes.at(target.node).parent; p >= 0; p = m_model.nodes.at(p).parent)
                visits(p).push_back(visit);
        }
    }

    // A repeated visit never gets an exit. In a loop over a collection a visit without one may just be another
    // iteration.
    bool repeated(const NodeInstance &node, int target) const
    {
        if (node.exit.isValid())
            return false;
        if (!node.errorMessage.isEmpty())
            return true;
        for (int p = target; p >= 0; p = m_model.nodes.at(p).parent) {
            if (m_model.nodes.at(p).kind == GraphNode::Kind::ForEach)
                return isFinal(m_instance.state);
        }
        return true;
    }

    // A skip ends the node and leaves the error of the instance; a repair clears it.
    bool wasSkipped(const NodeInstance &node) const
    {
        return m_instance.state == InstanceState::Completed && m_instance.error &&
               m_instance.error->nodeDefinitionId == node.definitionId;
    }

    bool isErrorNode(const NodeInstance &node) const
    {
        return m_instance.state == InstanceState::Error && m_instance.error && m_instance.error->isOf(node);
    }

    NodeState stateOf(const Visit &visit, int node) const
    {
        const NodeInstance &instance = *visit.instance;
        const QString cancel = instance.cancelType.toUpper();
        if (cancel == "SKIPPED"_L1)
            return NodeState::Skipped;
        if (cancel == "ABORTED"_L1)
            return NodeState::Aborted;
        if (visit.last && wasSkipped(instance))
            return NodeState::Skipped;
        if (visit.open() && m_caught.contains(stateIndexOf(node)))
            return NodeState::Failed;
        if (!visit.open())
            return instance.errorMessage.isEmpty() ? NodeState::Done : NodeState::Failed;
        if (isErrorNode(instance))
            return NodeState::Failed;
        switch (m_instance.state) {
        case InstanceState::Completed:
            if (instance.errorMessage.isEmpty())
                return waits(instance) && isOneOfSeveral(node) ? NodeState::Skipped : NodeState::Done;
            return m_path.handled.contains(stateIndexOf(node)) ? NodeState::Failed : NodeState::Skipped;
        case InstanceState::Aborted:
            return NodeState::Aborted;
        default:
            break;
        }
        if (!instance.errorMessage.isEmpty())
            return NodeState::Failed;
        return waits(instance) || m_instance.state != InstanceState::Active ? NodeState::Waiting : NodeState::Running;
    }

    /// Other events of the same state may have come instead.
    bool isOneOfSeveral(int node) const
    {
        const GraphNode &item = m_model.nodes.at(node);
        return item.parent >= 0 && m_model.nodes.at(item.parent).kind == GraphNode::Kind::EventHandler;
    }

    int stateIndexOf(int node) const
    {
        while (m_model.nodes.at(node).parent >= 0)
            node = m_model.nodes.at(node).parent;
        return node;
    }

    NodeOverlay overlayOf(int index)
    {
        NodeOverlay overlay;
        const std::vector<Visit> &all = visits(index);
        const bool hasPrincipal = std::any_of(all.begin(), all.end(), [](const Visit &v) { return v.principal; });
        const Visit *last = nullptr;
        for (const Visit &visit : all) {
            overlay.retriggers += visit.superseded ? 1 : 0;
            if (visit.superseded || (hasPrincipal && !visit.principal))
                continue;
            overlay.visits += hasPrincipal || overlay.visits == 0 ? 1 : 0;
            if (!last || hasPrincipal)
                last = &visit;
        }
        if (!last)
            last = &all.back();
        overlay.enter = last->instance->enter;
        combine(overlay, index, all);
        overlay.current = m_model.nodes.at(index).isState && !isFinal(m_instance.state) &&
                          (overlay.state == NodeState::Running || overlay.state == NodeState::Waiting ||
                           (overlay.state == NodeState::Failed && m_instance.state == InstanceState::Error));
        if (overlay.exit.isValid() && overlay.enter.isValid() && overlay.state != NodeState::Running)
            overlay.durationMs = std::max<qint64>(0, overlay.enter.msecsTo(overlay.exit));
        overlay.totalMs = totalOf(all, overlay);
        return overlay;
    }

    // A round is a visit of the node itself with all that was entered in it until the next one.
    static qint64 totalOf(const std::vector<Visit> &all, const NodeOverlay &overlay)
    {
        qint64 total = overlay.durationMs;
        QDateTime begin;
        QDateTime end;
        const auto close = [&] {
            if (begin.isValid() && end >= begin)
                total = std::max<qint64>(total, 0) + begin.msecsTo(end);
        };
        const auto isRound = [](const Visit &visit) { return visit.principal && !visit.superseded; };
        const auto last = std::find_if(all.rbegin(), all.rend(), isRound); // in already
        for (const Visit &visit : all) {
            if (visit.superseded)
                continue;
            if (visit.principal) {
                close();
                if (&visit == &*last)
                    break;
                begin = visit.instance->enter;
                end = {};
            }
            if (visit.instance->exit.isValid() && (!end.isValid() || visit.instance->exit > end))
                end = visit.instance->exit;
        }
        return total;
    }

    // The last round of a node: what was entered since. Open parts decide before closed ones, failures before all.
    void combine(NodeOverlay &overlay, int index, const std::vector<Visit> &all)
    {
        bool openContainer = false;
        bool anyOpen = false;
        bool anyDone = false;
        NodeState open = NodeState::Waiting;
        NodeState closed = NodeState::Done;
        for (const Visit &visit : all) {
            if (visit.superseded || visit.instance->enter < overlay.enter)
                continue;
            const NodeState state = stateOf(visit, index);
            if (state == NodeState::Failed) {
                overlay.state = NodeState::Failed;
                overlay.error = visit.instance->errorMessage;
                if (overlay.error.isEmpty() && isErrorNode(*visit.instance))
                    overlay.error = m_instance.error->message;
                if (overlay.error.isEmpty())
                    overlay.error = m_caught.value(stateIndexOf(index));
            }
            if (state == NodeState::Running || state == NodeState::Waiting) {
                if (holdsOthers(*visit.instance)) {
                    openContainer = true;
                    continue;
                }
                open =
                    anyOpen && (open == NodeState::Running || state == NodeState::Running) ? NodeState::Running : state;
                anyOpen = true;
            } else if (state == NodeState::Done) {
                anyDone = anyDone || !holdsOthers(*visit.instance);
            } else if (state == NodeState::Skipped || state == NodeState::Aborted) {
                closed = state;
            }
            if (visit.instance->exit.isValid() && (!overlay.exit.isValid() || visit.instance->exit > overlay.exit))
                overlay.exit = visit.instance->exit;
        }
        if (overlay.state == NodeState::Failed) {
            overlay.exit = {};
            return;
        }
        if (anyOpen || openContainer) {
            overlay.state = anyOpen                                     ? settleSwitch(index, open)
                            : m_instance.state == InstanceState::Active ? NodeState::Running
                                                                        : NodeState::Waiting;
            if (overlay.state == NodeState::Running || overlay.state == NodeState::Waiting)
                overlay.exit = {};
            return;
        }
        overlay.state = closed == NodeState::Aborted || !anyDone ? closed : NodeState::Done;
        if (overlay.state == NodeState::Aborted)
            overlay.exit = {};
    }

    // The events of a switch that did not come stay open for ever: once the run went on, the switch is done.
    NodeState settleSwitch(int index, NodeState open)
    {
        const GraphNode &node = m_model.nodes.at(index);
        return node.kind == GraphNode::Kind::Switch && m_path.left.contains(index) ? NodeState::Done : open;
    }

    void walk()
    {
        RunFacts facts;
        facts.entered.resize(m_visits.size());
        facts.failed.resize(m_visits.size());
        for (int i = 0; i < m_model.nodes.size(); ++i) {
            for (const Visit &visit : visits(i)) {
                if (!visit.superseded && visit.principal)
                    facts.entered[static_cast<size_t>(i)].push_back(visit.instance->enter.toMSecsSinceEpoch());
            }
            facts.failed[static_cast<size_t>(i)] = m_caught.contains(i) || hasFailure(i);
        }
        m_path = followRun(m_model, facts);
        m_overlay.taken = m_path.taken;
        for (int e = 0; e < m_model.edges.size(); ++e) {
            const GraphEdge &edge = m_model.edges.at(e);
            const bool both = !visits(edge.from).empty() && !visits(edge.to).empty();
            if (both && (edge.kind == GraphEdge::Kind::Compensation || edge.kind == GraphEdge::Kind::Inner))
                m_overlay.taken.insert(e);
        }
    }

    bool hasFailure(int node)
    {
        return std::any_of(visits(node).begin(), visits(node).end(), [](const Visit &visit) {
            return !visit.superseded && !visit.instance->errorMessage.isEmpty();
        });
    }

    const GraphModel &m_model;
    const WorkflowInstance &m_instance;
    GraphOverlay m_overlay;
    std::vector<std::vector<Visit>> m_visits; ///< by node
    QHash<int, QString> m_caught;             ///< states whose error was caught → its code
    RunPath m_path;
};

} // namespace

GraphOverlay overlayFor(const GraphModel &model, const QList<NodeDefinition> &definitions,
                        const WorkflowInstance &instance)
{
    return overlayOfTargets(model, mapNodes(model, definitions), instance);
}

GraphOverlay overlayOfTargets(const GraphModel &model, const QHash<QString, NodeTarget> &targets,
                              const WorkflowInstance &instance)
{
    return OverlayBuilder(model, instance).run(targets);
}

} // namespace podium
