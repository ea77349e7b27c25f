// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/jsontreemodel.h"

#include <vector>

namespace podium {

/// A row of the tree. For the files of JsonTreeModel only.
struct JsonTreeModel::Node
{
    const Json *value = nullptr; ///< for a group: the container it is a part of
    Node *parent = nullptr;
    int row = 0;
    QString name;           ///< member name; of an object's member
    qsizetype position = 0; ///< in the container; of a group: its first
    qsizetype length = 0;   ///< of a group
    bool group = false;
    bool named = false; ///< member of an object
    bool fetched = false;
    std::vector<std::unique_ptr<Node>> children;

    qsizetype first() const { return group ? position : 0; }
    qsizetype count() const
    {
        if (group)
            return length;
        return value && value->is_structured() ? static_cast<qsizetype>(value->size()) : 0;
    }
    /// The same member in another version of the document.
    bool sameAs(const Node &other) const
    {
        if (group != other.group || named != other.named || value->is_structured() != other.value->is_structured())
            return false;
        return named && !group ? name == other.name : position == other.position;
    }
    /// Says what sameAs() compares. A scalar that became a container is another row: views ask only once for children.
    QString key() const
    {
        return QChar(group                    ? u'g'
                     : value->is_structured() ? u'c'
                                              : u's') +
               (named && !group ? name : QString::number(position));
    }
};

} // namespace podium
