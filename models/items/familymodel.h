// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "models/items/itemtexts.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace podium {

class Clock;
class InstanceService;

/// The family of a run: the one that started it all, down to the run itself and what it started, each with its own
/// children once its branch is opened. Ancestors are read one by one, children a page at a time; a run that is its own
/// ancestor is shown once more and leads no further. UI thread.
class FamilyModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        WorkflowColumn,
        KeyColumn,
        StateColumn,
        StartedColumn,
        DurationColumn,
        StarterColumn,
        IdColumn,
        ColumnCount
    };
    enum Role {
        KindRole = Qt::UserRole + 140, ///< int of Kind
        ThisRole,                      ///< bool: the run whose family it is
    };
    /// Repeated: a run that is an ancestor of itself. More, Problem: lines that ask for a page of children, again.
    /// Missing: the ancestor could not be read.
    enum class Kind { Run, Repeated, Missing, More, Problem };
    static constexpr int kMostAncestors = 50;
    static constexpr int kPage = 100;

    FamilyModel(InstanceService &instances, const Clock &clock, QObject *parent = nullptr);
    ~FamilyModel() override;

    /// Another run: of its family only the children are read that the server names. The same one again: its row
    /// follows, and new children are asked for.
    void setInstance(const WorkflowInstance &instance);
    void open();    ///< the family is looked at: reads the ancestors and children that are not read yet
    void refresh(); ///< reads again what is shown; rows stay
    void applyLive(const QList<WorkflowInstance> &rows);
    void tick(); ///< times of what still runs
    void setTexts(const ItemTexts &texts);
    /// By id of a child: the state that started it.
    void setStarters(const QHash<QString, QString> &starters);

    bool isReading() const; ///< the ancestors, or the first children
    bool hasFamily() const; ///< an ancestor, or a child of the run itself
    QModelIndex thisIndex() const;
    /// Children of the run that are read; childrenChanged() tells.
    QList<WorkflowInstance> children() const;
    bool hasMoreChildren() const;                 ///< than those
    QString idAt(const QModelIndex &index) const; ///< "" where it stands for no run
    WorkflowInstance runAt(const QModelIndex &index) const;
    QStringList movingIds() const; ///< runs shown that are not over
    /// More and Problem rows: does what they offer.
    void follow(const QModelIndex &index);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void readingChanged();
    void childrenChanged();

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node, int column = 0) const;
    void readAncestor(const QString &id);
    void ancestorArrived(const QString &id, const Result<WorkflowInstance> &run);
    void finishAncestors();
    void readChildren(Node *node, bool more);
    void childrenArrived(Node *node, const Result<QList<WorkflowInstance>> &rows);
    void tellFirst(const Node *node, bool first);
    void insertChild(Node *parent, const WorkflowInstance &run);
    void appendChildren(Node *parent, const QList<WorkflowInstance> &runs);
    static std::unique_ptr<Node> makeChild(Node *parent, const WorkflowInstance &run);
    void setTail(Node *parent, std::unique_ptr<Node> tail);
    static bool isOwnAncestor(const Node *parent, const QString &id);
    void update(Node *node, const WorkflowInstance &run);
    QList<Node *> nodesOf(const QString &id) const;
    void collect(Node *node, const QString &id, QList<Node *> &found) const;
    QVariant runData(const Node &node, int column, int role) const;
    QString tailText(const Node &node) const;

    InstanceService &m_instances;
    const Clock &m_clock;
    ItemTexts m_texts;
    QHash<QString, QString> m_starters;
    std::unique_ptr<Node> m_root; ///< above the first of the family
    Node *m_this = nullptr;
    std::vector<std::unique_ptr<Node>> m_ancestors; ///< while they are read: nearest first
    bool m_reading = false;
    bool m_opened = false;
    Pending m_readingAncestor;
};

} // namespace podium
