// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/instances/instanceactions.h"

#include <QHash>
#include <QObject>

#include <array>
#include <optional>

class QAction;
class QMenu;

namespace podium {

enum class NodeAction { Retrigger, Trigger, Cancel };
inline constexpr std::array kNodeActions{NodeAction::Retrigger, NodeAction::Trigger, NodeAction::Cancel};

/// A node of a run: its visit, where it was reached, and what it is in the definition, where that is known.
struct ActionTarget
{
    std::optional<NodeInstance> visit;
    std::optional<NodeDefinition> node;
};

/// What the server takes in this state: on failed instances only retry, skip and abort.
ActionRule ruleFor(NodeAction action, const WorkflowInstance &instance, const ActionTarget &target);

/// What can be done to a node of an instance: menu, question, action. After each the instance has to be read again,
/// several times, because servers do not always report.
class NodeActions : public QObject
{
    Q_OBJECT
public:
    NodeActions(const PageContext &context, QWidget *owner);

    void setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &nodes);
    /// The node that is selected: the actions of the page, which the palette offers, are about it.
    void setCurrentVisit(const QString &nodeInstanceId);

    /// Adds nothing for a lane that no visit stands behind.
    void fillMenu(QMenu *menu, const NodeInstance &visit);
    /// The way to resume a node that waits for an event; nothing for others.
    void fillEventMenu(QMenu *menu, const NodeInstance &visit);
    /// A state of the graph: its latest visit, else its first node.
    void fillStateMenu(QMenu *menu, const QString &state);

    void run(NodeAction action, const ActionTarget &target);
    /// As ruleFor(); and not what the server refused before to this user, or for this visit.
    ActionRule ruleNow(NodeAction action, const ActionTarget &target) const;
    QAction *action(NodeAction action) const { return m_actions[static_cast<std::size_t>(action)]; }
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged();
    void rereadWanted();
    void failed(const podium::Error &error);

private:
    void fill(QMenu *menu, const ActionTarget &target);
    ActionTarget targetOf(const NodeInstance &visit) const;
    ActionTarget targetOfState(const QString &state) const;
    void start(NodeAction action, const ActionTarget &target);
    void ended(NodeAction action, const QString &visit, const Result<Done> &result);
    void noteGone(NodeAction action, const QString &visit, const Result<Done> &result);
    void updateActions();

    PageContext m_context;
    QWidget *m_owner;
    WorkflowInstance m_instance;
    QList<NodeDefinition> m_nodes;
    QString m_currentVisit;
    std::array<QAction *, kNodeActions.size()> m_actions{};
    QHash<NodeAction, QString> m_forbidden; ///< by the server, to this user: with its words
    QHash<QString, QString> m_gone; ///< visits that are over though the server lists them as open: why
    bool m_busy = false;
};

} // namespace podium
