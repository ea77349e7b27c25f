// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>

namespace podium {

/// The rows of a long list that are in memory: row number to instance, each id once. Knows nothing of views.
class SparseRows
{
public:
    const WorkflowInstance *at(int row) const;
    int rowOf(const QString &id) const; ///< -1 when not in memory
    bool has(int row) const { return m_rows.contains(row); }
    qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    /// Rows 0 … n-1 that are in memory without a gap.
    int headLength() const;
    /// Whether any row from `first` to `last` is missing.
    bool misses(int first, int last) const;
    QList<QString> ids() const { return m_byId.keys(); }

    void put(int row, const WorkflowInstance &instance);    ///< takes the id away from any other row
    void insert(int row, const WorkflowInstance &instance); ///< rows from there move down by one
    void remove(int row);                                   ///< rows below move up by one
    void cut(int count);                                    ///< forgets rows from `count` on
    void keepOnly(int first, int last);                     ///< forgets rows outside; nothing moves
    void clear();

private:
    void reindex();

    std::map<int, WorkflowInstance> m_rows;
    QHash<QString, int> m_byId;
};

} // namespace podium
