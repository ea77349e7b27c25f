// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <iterator>
#include <map>

namespace podium {

/// Which rows of a long list are in memory, by id: what a model has to know of them to page.
class SparseIds
{
public:
    virtual ~SparseIds() = default;

    virtual QString idAt(int row) const = 0; ///< "" where not in memory
    /// Whether any row from `first` to `last` is missing.
    virtual bool misses(int first, int last) const = 0;
    virtual qsizetype size() const = 0;
    virtual void remove(int row) = 0;               ///< rows below move up by one
    virtual void cut(int count) = 0;                ///< forgets rows from `count` on
    virtual void keepOnly(int first, int last) = 0; ///< forgets rows outside; nothing moves
    virtual void clear() = 0;
    int rowOf(const QString &id) const { return m_byId.value(id, -1); } ///< -1 when not in memory

protected:
    QHash<QString, int> m_byId;
};

/// The rows of a long list that are in memory: row number to what stands there, each id once. Knows nothing of views.
/// `Row` has a member `id`.
template <typename Row>
class SparseRows : public SparseIds
{
public:
    const Row *at(int row) const
    {
        const auto found = m_rows.find(row);
        return found == m_rows.end() ? nullptr : &found->second;
    }
    QString idAt(int row) const override
    {
        const Row *found = at(row);
        return found ? found->id : QString();
    }
    qsizetype size() const override { return static_cast<qsizetype>(m_rows.size()); }

    /// Rows 0 … n-1 that are in memory without a gap.
    int headLength() const
    {
        int length = 0;
        for (const auto &entry : m_rows) {
            if (entry.first != length)
                break;
            ++length;
        }
        return length;
    }

    bool misses(int first, int last) const override
    {
        auto at = m_rows.lower_bound(first);
        for (int row = first; row <= last; ++row, ++at) {
            if (at == m_rows.end() || at->first != row)
                return true;
        }
        return false;
    }

    /// Takes the id away from any other row.
    void put(int row, const Row &value)
    {
        const int elsewhere = rowOf(value.id);
        if (elsewhere >= 0 && elsewhere != row)
            m_rows.erase(elsewhere);
        if (const Row *old = at(row); old && old->id != value.id)
            m_byId.remove(old->id);
        m_rows.insert_or_assign(row, value);
        m_byId.insert(value.id, row);
    }

    /// Rows from there move down by one.
    void insert(int row, const Row &value)
    {
        // Nodes are moved, not copied: the key of an extracted node may change.
        std::map<int, Row> moved;
        while (!m_rows.empty() && m_rows.rbegin()->first >= row) {
            auto node = m_rows.extract(std::prev(m_rows.end()));
            ++node.key();
            moved.insert(std::move(node));
        }
        m_rows.merge(moved);
        m_rows.insert_or_assign(row, value);
        reindex();
    }

    void remove(int row) override
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

    void cut(int count) override
    {
        m_rows.erase(m_rows.lower_bound(count), m_rows.end());
        reindex();
    }

    void keepOnly(int first, int last) override
    {
        m_rows.erase(m_rows.begin(), m_rows.lower_bound(first));
        m_rows.erase(m_rows.upper_bound(last), m_rows.end());
        reindex();
    }

    void clear() override
    {
        m_rows.clear();
        m_byId.clear();
    }

private:
    void reindex()
    {
        m_byId.clear();
        for (const auto &[row, value] : m_rows)
            m_byId.insert(value.id, row);
    }

    std::map<int, Row> m_rows;
};

} // namespace podium
