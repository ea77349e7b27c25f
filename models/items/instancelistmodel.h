// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"
#include "models/items/instancecolumns.h"
#include "models/items/pagedmodel.h"
#include "models/services/instanceservice.h"

namespace podium {

/// A list of instances of any length. UI thread.
class InstanceListModel : public PagedModel
{
    Q_OBJECT
public:
    InstanceListModel(InstanceService &service, const Clock &clock, QObject *parent = nullptr);

    /// Drops everything and reads from the start. offset and limit are ours.
    void setQuery(const InstanceQuery &query);
    InstanceQuery query() const { return m_query; }
    void setTexts(const ItemTexts &texts);
    /// New and changed rows of the LiveFeed: changed in place, new ones inserted where they belong.
    void applyLive(const QList<WorkflowInstance> &rows);
    /// Running durations moved on.
    void tick();

    /// "1,234 instances", "100+ instances"
    QString countText() const;
    const WorkflowInstance *instanceAt(int row) const { return m_rows.at(row); } ///< nullptr while on its way

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    Pending ask(int number, int offset, int limit) override;

private:
    void insertNew(const WorkflowInstance &instance);

    InstanceService &m_service;
    const Clock &m_clock;
    InstanceQuery m_query;
    ItemTexts m_texts;
    SparseRows<WorkflowInstance> m_rows;
};

} // namespace podium
