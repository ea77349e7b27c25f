// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/sparserows.h"

namespace podium {

const WorkflowInstance *SparseRows::at(int row) const
{
    const auto found = m_rows.find(row);
    return found == m_rows.end() ? nullptr : &found->second;
}

int SparseRows::rowOf(const QString &id) const
{
    return m_byId.value(id, -1);
}

int SparseRows::headLength() const
{
    int length = 0;
    for (const auto &[row, instance] : m_rows) {
        if (row != length)
            break;
        ++length;
    }
    return length;
}

bool SparseRows::misses(int first, int last) const
{
    auto at = m_rows.lower_bound(first);
    for (int row = first; row <= last; ++row, ++at) {
        if (at == m_rows.end() || at->first != row)
            return true;
    }
    return false;
}

void SparseRows::put(int row, const WorkflowInstance &instance)
{
    const int elsewhere = rowOf(instance.id);
    if (elsewhere >= 0 && elsewhere != row)
        m_rows.erase(elsewhere);
    if (const WorkflowInstance *old = at(row); old && old->id != instance.id)
        m_byId.remove(old->id);
    m_rows.insert_or_assign(row, instance);
    m_byId.insert(instance.id, row);
}

void SparseRows::insert(int row, const WorkflowInstance &instance)
{
    // Nodes are moved, not copied: the key of an extracted node may change.
    std::map<int, WorkflowInstance> moved;
    while (!m_rows.empty() && m_rows.rbegin()->first >= row) {
        auto node = m_rows.extract(std::prev(m_rows.end()));
        ++node.key();
        moved.insert(std::move(node));
    }
    m_rows.merge(moved);
    m_rows.insert_or_assign(row, instance);
    reindex();
}

void SparseRows::remove(int row)
{
    m_rows.erase(row);
    for (auto at = m_rows.upper_bound(row); at != m_rows.end();) {
        auto next = std::next(at);
        auto node = m_rows.extract(at);
        --node.key();
        m_rows.insert(std::move(node));
        at = next;
    }
    reindex();
}

void SparseRows::cut(int count)
{
    m_rows.erase(m_rows.lower_bound(count), m_rows.end());
    reindex();
}

void SparseRows::keepOnly(int first, int last)
{
    m_rows.erase(m_rows.begin(), m_rows.lower_bound(first));
    m_rows.erase(m_rows.upper_bound(last), m_rows.end());
    reindex();
}

void SparseRows::clear()
{
    m_rows.clear();
    m_byId.clear();
}

void SparseRows::reindex()
{
    m_byId.clear();
    for (const auto &[row, instance] : m_rows)
        m_byId.insert(instance.id, row);
}

} // namespace podium
