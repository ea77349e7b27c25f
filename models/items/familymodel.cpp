// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/familymodel.h"

#include "models/core/clock.h"
#include "models/items/familynode.h"
#include "models/items/instancecolumns.h"
#include "models/items/itemroles.h"

namespace podium {

using namespace Qt::StringLiterals;

// What the tree looks like; familyreading.cpp: where it comes from.

FamilyModel::FamilyModel(InstanceService &instances, const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_instances(instances)
    , m_clock(clock)
    , m_root(std::make_unique<Node>())
{
}

FamilyModel::~FamilyModel() = default;

FamilyModel::Node *FamilyModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FamilyModel::indexOf(const Node *node, int column) const
{
    return node && node->parent ? createIndex(node->row(), column, node) : QModelIndex();
}

QModelIndex FamilyModel::thisIndex() const
{
    return indexOf(m_this);
}

bool FamilyModel::isReading() const
{
    return m_reading || (m_this && m_this->asked && !m_this->answered);
}

bool FamilyModel::hasFamily() const
{
    return m_this && (m_this->parent != m_root.get() || !m_this->children.empty());
}

QList<WorkflowInstance> FamilyModel::children() const
{
    QList<WorkflowInstance> runs;
    for (size_t i = 0; m_this && i < m_this->children.size(); ++i) {
        if (m_this->children[i]->isRun())
            runs.append(m_this->children[i]->run);
    }
    return runs;
}

bool FamilyModel::hasMoreChildren() const
{
    return m_this && !m_this->children.empty() && m_this->children.back()->kind == Kind::More;
}

QString FamilyModel::idAt(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return node->isRun() ? node->run.id : QString();
}

WorkflowInstance FamilyModel::runAt(const QModelIndex &index) const
{
    return nodeOf(index)->run;
}

QStringList FamilyModel::movingIds() const
{
    QStringList ids;
    std::vector<const Node *> open{m_root.get()};
    while (!open.empty()) {
        const Node *node = open.back();
        open.pop_back();
        if (node->parent && node->kind == Kind::Run && !node->run.isSettled())
            ids << node->run.id;
        for (const auto &child : node->children)
            open.push_back(child.get());
    }
    ids.sort();
    return ids;
}

QModelIndex FamilyModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex FamilyModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int FamilyModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int FamilyModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool FamilyModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool FamilyModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return parent.isValid() && parent.column() == 0 && node->kind == Kind::Run && !node->asked;
}

void FamilyModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        readChildren(nodeOf(parent), false);
}

QString FamilyModel::tailText(const Node &node) const
{
    switch (node.kind) {
    case Kind::More:
        return tr("Show more…");
    case Kind::Problem:
        return tr("%1 Try again").arg(singleLine(node.problem, 300));
    default:
        return {};
    }
}

QVariant FamilyModel::runData(const Node &node, int column, int role) const
{
    static constexpr InstanceColumn kColumns[] = {
        InstanceColumn::Workflow, InstanceColumn::BusinessKey, InstanceColumn::State, InstanceColumn::Started,
        InstanceColumn::Duration, InstanceColumn::Id,          InstanceColumn::Id};
    if (column == StarterColumn) {
        const bool child = node.parent == m_this;
        return child && (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == ItemExportRole)
                   ? QVariant(singleLine(m_starters.value(node.run.id), 200))
                   : QVariant();
    }
    if (column == WorkflowColumn && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)) {
        const QString name = instanceData(node.run, InstanceColumn::Workflow, Qt::DisplayRole, m_texts, {}).toString();
        return &node == m_this               ? tr("%1 (this run)").arg(name)
               : node.kind == Kind::Repeated ? tr("%1 (shown above)").arg(name)
               : node.kind == Kind::Missing  ? singleLine(node.problem, 300)
                                             : name;
    }
    if (node.kind == Kind::Missing && column != IdColumn)
        return {};
    return instanceData(node.run, kColumns[column], role, m_texts, m_clock.now());
}

QVariant FamilyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == KindRole)
        return static_cast<int>(node.kind);
    if (role == ThisRole)
        return &node == m_this;
    if (node.kind == Kind::More || node.kind == Kind::Problem)
        return index.column() == 0 && (role == Qt::DisplayRole || role == Qt::ToolTipRole) ? QVariant(tailText(node))
                                                                                           : QVariant();
    if (role == IdRole)
        return node.run.id;
    return runData(node, index.column(), role);
}

QVariant FamilyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Workflow"), tr("Business key"), tr("State"), tr("Started"),
                              tr("Took"),     tr("Started by"),   tr("Id")};
    return titles[section];
}

void FamilyModel::setTexts(const ItemTexts &texts)
{
    m_texts = texts;
    tick();
}

void FamilyModel::tick()
{
    std::vector<Node *> open{m_root.get()};
    while (!open.empty()) {
        Node *node = open.back();
        open.pop_back();
        if (!node->children.empty())
            Q_EMIT dataChanged(indexOf(node->children.front().get(), StartedColumn),
                               indexOf(node->children.back().get(), DurationColumn));
        for (const auto &child : node->children)
            open.push_back(child.get());
    }
}

void FamilyModel::setStarters(const QHash<QString, QString> &starters)
{
    if (starters == m_starters)
        return;
    m_starters = starters;
    if (m_this && !m_this->children.empty())
        Q_EMIT dataChanged(indexOf(m_this->children.front().get(), StarterColumn),
                           indexOf(m_this->children.back().get(), StarterColumn));
}

} // namespace podium
