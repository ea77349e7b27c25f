// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/familynode.h"
#include "models/services/instanceservice.h"

#include <utility>

namespace podium {

// Where the tree comes from.

void FamilyModel::setInstance(const WorkflowInstance &instance)
{
    if (m_this && m_this->run.id == instance.id) {
        const bool more = instance.children.size() > m_this->run.children.size();
        update(m_this, instance);
        if (more && m_this->asked)
            readChildren(m_this, false);
        return;
    }
    beginResetModel();
    m_readingAncestor.cancel();
    m_ancestors.clear();
    m_root = std::make_unique<Node>();
    auto own = std::make_unique<Node>();
    own->run = instance;
    own->parent = m_root.get();
    m_this = own.get();
    m_root->children.push_back(std::move(own));
    endResetModel();
    // Where the server names children, the graph wants to know them before anybody opens the branch.
    if (!instance.children.isEmpty())
        readChildren(m_this, false);
    m_reading = m_opened = false;
    Q_EMIT readingChanged();
}

void FamilyModel::open()
{
    if (!m_this || std::exchange(m_opened, true))
        return;
    m_reading = !m_this->run.parentId.isEmpty();
    if (m_reading)
        readAncestor(m_this->run.parentId);
    if (!m_this->asked)
        readChildren(m_this, false);
    Q_EMIT readingChanged();
}

void FamilyModel::readAncestor(const QString &id)
{
    InstanceQuery query;
    query.ids = {id};
    query.limit = 1;
    m_readingAncestor = deliver(m_instances.page(query), this, [this, id](const Result<InstancePage> &page) {
        if (!page)
            return ancestorArrived(id, page.error());
        Error missing;
        missing.kind = Error::Kind::NotFound;
        missing.what = tr("Not known to the server");
        ancestorArrived(id, page->rows.isEmpty() ? Result<WorkflowInstance>(missing) : page->rows.first());
    });
}

void FamilyModel::ancestorArrived(const QString &id, const Result<WorkflowInstance> &run)
{
    auto node = std::make_unique<Node>();
    node->run.id = id;
    if (run) {
        node->run = *run;
    } else {
        node->kind = Kind::Missing;
        node->problem = run.error().what;
    }
    const QString next = node->run.parentId;
    m_ancestors.push_back(std::move(node));
    const auto seen = [this](const QString &other) {
        return other == m_this->run.id || std::any_of(m_ancestors.cbegin(), m_ancestors.cend(),
                                                      [&other](const auto &each) { return each->run.id == other; });
    };
    if (next.isEmpty() || m_ancestors.size() >= kMostAncestors || seen(next))
        return finishAncestors();
    readAncestor(next);
}

// The run moves below its ancestors, with the children that it has already.
void FamilyModel::finishAncestors()
{
    beginResetModel();
    std::unique_ptr<Node> branch = std::move(m_root->children.front());
    m_root->children.clear();
    for (auto &ancestor : m_ancestors) {
        branch->parent = ancestor.get();
        ancestor->children.push_back(std::move(branch));
        branch = std::move(ancestor);
    }
    m_ancestors.clear();
    branch->parent = m_root.get();
    m_root->children.push_back(std::move(branch));
    m_reading = false;
    endResetModel();
    Q_EMIT readingChanged();
}

void FamilyModel::readChildren(Node *node, bool more)
{
    node->asked = true;
    InstanceQuery query;
    query.parentId = node->run.id;
    query.order = InstanceQuery::Order::StartAscending;
    query.offset = more ? node->read : 0;
    query.limit = more ? kPage : std::max(kPage, node->read);
    node->reading = deliver(m_instances.page(query), this, [this, node, query](const Result<InstancePage> &page) {
        if (!page)
            return childrenArrived(node, page.error());
        const auto rows = static_cast<int>(page->rows.size());
        node->read = std::max(node->read, query.offset + rows);
        const bool others = page->total ? *page->total > node->read : rows >= query.limit;
        childrenArrived(node, page->rows);
        if (others) {
            auto tail = std::make_unique<Node>();
            tail->kind = Kind::More;
            setTail(node, std::move(tail));
        }
    });
}

void FamilyModel::childrenArrived(Node *node, const Result<QList<WorkflowInstance>> &rows)
{
    const bool first = !std::exchange(node->answered, true);
    if (!rows) {
        if (rows.error().isCancelled())
            return;
        auto tail = std::make_unique<Node>();
        tail->kind = Kind::Problem;
        tail->problem = rows.error().what;
        setTail(node, std::move(tail));
        return tellFirst(node, first);
    }
    setTail(node, nullptr);
    QList<WorkflowInstance> fresh;
    for (const WorkflowInstance &run : *rows) {
        if (Node *known = node->childOf(run.id))
            update(known, run);
        else
            fresh.append(run);
    }
    // A page comes in order, and mostly behind what is there.
    if (!fresh.isEmpty() && (node->children.empty() || node->children.back()->run.start <= fresh.first().start))
        appendChildren(node, fresh);
    else
        for (const WorkflowInstance &run : std::as_const(fresh))
            insertChild(node, run);
    if (node == m_this)
        Q_EMIT childrenChanged();
    tellFirst(node, first);
}

void FamilyModel::tellFirst(const Node *node, bool first)
{
    if (first && node == m_this)
        Q_EMIT readingChanged();
}

std::unique_ptr<FamilyModel::Node> FamilyModel::makeChild(Node *parent, const WorkflowInstance &run)
{
    auto child = std::make_unique<Node>();
    child->run = run;
    child->parent = parent;
    if (isOwnAncestor(parent, run.id))
        child->kind = Kind::Repeated;
    return child;
}

void FamilyModel::appendChildren(Node *parent, const QList<WorkflowInstance> &runs)
{
    const auto first = static_cast<int>(parent->children.size());
    beginInsertRows(indexOf(parent), first, first + static_cast<int>(runs.size()) - 1);
    for (const WorkflowInstance &run : runs)
        parent->children.push_back(makeChild(parent, run));
    endInsertRows();
}

// By their start, where the server lists them; what follows the last one may be a line that asks for more.
void FamilyModel::insertChild(Node *parent, const WorkflowInstance &run)
{
    auto at = parent->children.begin();
    while (at != parent->children.end() && (*at)->isRun() && (*at)->run.start <= run.start)
        ++at;
    const auto row = static_cast<int>(at - parent->children.begin());
    beginInsertRows(indexOf(parent), row, row);
    parent->children.insert(at, makeChild(parent, run));
    endInsertRows();
}

void FamilyModel::setTail(Node *parent, std::unique_ptr<Node> tail)
{
    auto &children = parent->children;
    if (!children.empty() && !children.back()->isRun() && children.back()->kind != Kind::Missing) {
        const auto last = static_cast<int>(children.size()) - 1;
        beginRemoveRows(indexOf(parent), last, last);
        children.pop_back();
        endRemoveRows();
    }
    if (!tail)
        return;
    const auto row = static_cast<int>(children.size());
    tail->parent = parent;
    beginInsertRows(indexOf(parent), row, row);
    children.push_back(std::move(tail));
    endInsertRows();
}

bool FamilyModel::isOwnAncestor(const Node *parent, const QString &id)
{
    int depth = 0;
    for (const Node *node = parent; node->parent; node = node->parent) {
        if (node->run.id == id || ++depth >= kMostAncestors * 2)
            return true;
    }
    return false;
}

void FamilyModel::update(Node *node, const WorkflowInstance &run)
{
    const QList<InstanceLink> children = run.children.isEmpty() ? node->run.children : run.children;
    node->run = run;
    node->run.children = children;
    if (node->kind == Kind::Missing)
        node->kind = Kind::Run;
    Q_EMIT dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
}

void FamilyModel::collect(Node *node, const QString &id, QList<Node *> &found) const
{
    for (const auto &child : node->children) {
        if (child->run.id == id)
            found.append(child.get());
        collect(child.get(), id, found);
    }
}

QList<FamilyModel::Node *> FamilyModel::nodesOf(const QString &id) const
{
    QList<Node *> found;
    if (!id.isEmpty())
        collect(m_root.get(), id, found);
    return found;
}

void FamilyModel::applyLive(const QList<WorkflowInstance> &rows)
{
    bool ownChildren = false;
    for (const WorkflowInstance &run : rows) {
        const QList<Node *> known = nodesOf(run.id);
        for (Node *node : known) {
            if (node == m_this)
                continue; // the page has it in full
            update(node, run);
            ownChildren |= node->parent == m_this;
        }
        if (!known.isEmpty() || run.parentId.isEmpty())
            continue;
        for (Node *node : nodesOf(run.parentId)) {
            if (!node->asked || node->kind != Kind::Run)
                continue;
            insertChild(node, run);
            ownChildren |= node == m_this;
        }
    }
    if (ownChildren)
        Q_EMIT childrenChanged();
}

void FamilyModel::refresh()
{
    QList<Node *> open{m_root.get()};
    while (!open.isEmpty()) {
        Node *node = open.takeLast();
        if (node->parent && node->asked)
            readChildren(node, false);
        for (const auto &child : node->children)
            open.append(child.get());
    }
}

void FamilyModel::follow(const QModelIndex &index)
{
    Node *node = nodeOf(index);
    if (!index.isValid() || (node->kind != Kind::More && node->kind != Kind::Problem))
        return;
    readChildren(node->parent, node->kind == Kind::More || node->parent->read > 0);
}

} // namespace podium
