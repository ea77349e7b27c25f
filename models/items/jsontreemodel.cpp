// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsontreemodel.h"

#include "models/items/itemtexts.h"
#include "models/items/jsonsearch.h"
#include "models/items/jsontreenode.h"

#include <QHash>

#include <vector>

namespace podium {

using namespace Qt::StringLiterals;

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->fetched = true;
}

JsonTreeModel::~JsonTreeModel() = default;

JsonTreeModel::Node *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::indexOf(Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

std::vector<std::unique_ptr<JsonTreeModel::Node>> JsonTreeModel::makeChildren(Node *parent)
{
    std::vector<std::unique_ptr<Node>> children;
    const qsizetype count = parent->count();
    const auto add = [&children, parent] {
        auto node = std::make_unique<Node>();
        node->parent = parent;
        node->row = static_cast<int>(children.size());
        children.push_back(std::move(node));
        return children.back().get();
    };
    if (count > kGroupSize) {
        qsizetype size = kGroupSize;
        while (size * kGroupSize < count)
            size *= kGroupSize;
        for (qsizetype start = 0; start < count; start += size) {
            Node *node = add();
            node->group = true;
            node->value = parent->value;
            node->position = parent->first() + start;
            node->length = qMin(size, count - start);
        }
        return children;
    }
    for (qsizetype i = 0; i < count; ++i) {
        Node *node = add();
        node->position = parent->first() + i;
        node->named = parent->value->is_object();
        node->value = &jsonMember(*parent->value, node->position, &node->name);
    }
    return children;
}

void JsonTreeModel::setJson(const SharedJson &json)
{
    const SharedJson previous = std::exchange(m_json, json); // merge() still reads the old values
    if (previous == json)
        return;
    // A document that is no container shows as one row without a name.
    const bool wasTree = previous && previous->is_structured();
    const bool isTree = json && json->is_structured();
    if (wasTree && isTree && previous->type() == json->type()) {
        m_root->value = json.get();
        merge(m_root.get());
        return;
    }
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->fetched = true;
    m_root->value = isTree ? json.get() : nullptr;
    if (isTree) {
        m_root->children = makeChildren(m_root.get());
    } else if (json) {
        auto node = std::make_unique<Node>();
        node->parent = m_root.get();
        node->value = json.get();
        m_root->children.push_back(std::move(node));
    }
    endResetModel();
}

/// Removes the children that `wanted` lacks, or has in another order.
void JsonTreeModel::removeGone(Node *node, const std::vector<std::unique_ptr<Node>> &wanted)
{
    QHash<QString, int> place;
    place.reserve(static_cast<qsizetype>(wanted.size()));
    for (const auto &child : wanted)
        place.insert(child->key(), child->row);
    std::vector<bool> keep(node->children.size());
    int last = -1;
    for (std::size_t i = 0; i < node->children.size(); ++i) {
        const int at = place.value(node->children[i]->key(), -1);
        keep[i] = at > last;
        last = qMax(last, at);
    }
    for (auto i = static_cast<int>(keep.size()) - 1; i >= 0; --i) {
        if (keep[static_cast<std::size_t>(i)])
            continue;
        int first = i;
        while (first > 0 && !keep[static_cast<std::size_t>(first) - 1])
            --first;
        beginRemoveRows(indexOf(node), first, i);
        node->children.erase(node->children.begin() + first, node->children.begin() + i + 1);
        for (std::size_t row = static_cast<std::size_t>(first); row < node->children.size(); ++row)
            node->children[row]->row = static_cast<int>(row);
        endRemoveRows();
        i = first;
    }
}

/// Brings the opened rows below `node`, whose value is already the new one, in line with the document.
void JsonTreeModel::merge(Node *node)
{
    if (!node->fetched)
        return;
    std::vector<std::unique_ptr<Node>> wanted = makeChildren(node);
    removeGone(node, wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < node->children.size() && node->children[i]->sameAs(*wanted[i])) {
            Node *child = node->children[i].get();
            const QString before = displayValue(*child);
            child->value = wanted[i]->value;
            child->length = wanted[i]->length;
            child->position = wanted[i]->position;
            child->row = static_cast<int>(i);
            merge(child);
            if (displayValue(*child) != before)
                Q_EMIT dataChanged(indexOf(child), indexOf(child, ValueColumn));
            continue;
        }
        std::size_t end = i + 1;
        while (end < wanted.size() && (i >= node->children.size() || !node->children[i]->sameAs(*wanted[end])))
            ++end;
        beginInsertRows(indexOf(node), static_cast<int>(i), static_cast<int>(end) - 1);
        node->children.insert(node->children.begin() + static_cast<qsizetype>(i),
                              std::make_move_iterator(wanted.begin() + static_cast<qsizetype>(i)),
                              std::make_move_iterator(wanted.begin() + static_cast<qsizetype>(end)));
        for (std::size_t row = i; row < node->children.size(); ++row)
            node->children[row]->row = static_cast<int>(row);
        endInsertRows();
        i = end - 1;
    }
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (parent.column() > 0 || row < 0 || column < 0 || column >= ColumnCount ||
        static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node *node = nodeOf(parent);
    return node->fetched ? !node->children.empty() : node->count() > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.column() <= 0 && !nodeOf(parent)->fetched && nodeOf(parent)->count() > 0;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeOf(parent);
    auto children = makeChildren(node);
    beginInsertRows(parent.siblingAtColumn(0), 0, static_cast<int>(children.size()) - 1);
    node->fetched = true;
    node->children = std::move(children);
    endInsertRows();
}

QString JsonTreeModel::displayValue(const Node &node) const
{
    if (node.group)
        return tr("%n item(s)", nullptr, static_cast<int>(node.length));
    if (!node.value)
        return {};
    if (node.value->is_array())
        return tr("[%n item(s)]", nullptr, static_cast<int>(node.value->size()));
    if (node.value->is_object())
        return tr("{%n member(s)}", nullptr, static_cast<int>(node.value->size()));
    if (node.value->is_string()) {
        // Only the start is decoded: a cell never needs the rest of a 50 MB string.
        const auto &text = node.value->get_ref<const std::string &>();
        return singleLine(QString::fromUtf8(text.data(), static_cast<qsizetype>(qMin<std::size_t>(text.size(), 4000))));
    }
    return QString::fromUtf8(toBytes(*node.value));
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == ValueColumn)
            return displayValue(node);
        if (node.group)
            return tr("%1 … %2").arg(node.position).arg(node.position + node.length - 1);
        return node.named                                      ? singleLine(node.name)
               : node.parent == m_root.get() && !m_root->value ? tr("value")
                                                               : QString::number(node.position);
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == ValueColumn ? displayValue(node) : jqPathFor(index));
    case Qt::AccessibleTextRole:
        return spoken(index);
    case MarkRole:
        return static_cast<int>(m_marks.isEmpty() || node.group ? Mark::None : m_marks.value(pointerFor(index)));
    case PointerRole:
        return pointerFor(index);
    case KindRole:
        if (node.group)
            return static_cast<int>(Kind::Group);
        switch (node.value->type()) {
        case Json::value_t::null:
        case Json::value_t::discarded:
            return static_cast<int>(Kind::Null);
        case Json::value_t::boolean:
            return static_cast<int>(Kind::Boolean);
        case Json::value_t::string:
        case Json::value_t::binary:
            return static_cast<int>(Kind::String);
        case Json::value_t::array:
            return static_cast<int>(Kind::Array);
        case Json::value_t::object:
            return static_cast<int>(Kind::Object);
        default:
            return static_cast<int>(Kind::Number);
        }
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace podium
