// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/items/itemtexts.h"
#include "models/items/wordfiltermodel.h"

#include <QAbstractTableModel>

#include <optional>

namespace podium {

/// A deployed workflow and what was found out about it.
struct WorkflowEntry
{
    WorkflowDefinition definition;
    Availability availability;
    bool lastRunKnown = false;
    std::optional<WorkflowInstance> lastRun; ///< nothing: never ran

    QString key() const { return definition.id + u'@' + definition.version; }
};

/// The deployed workflows; what is asked for one by one (availability, last run) is put in as it arrives. UI thread.
class WorkflowListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        DescriptionColumn,
        VersionColumn,
        AvailabilityColumn,
        LastRunColumn,
        LastStateColumn,
        IdColumn,
        ColumnCount
    };

    explicit WorkflowListModel(QObject *parent = nullptr);

    /// Keeps what is known of workflows that stay.
    void setDefinitions(const QList<WorkflowDefinition> &definitions);
    void setAvailability(const QString &key, const Availability &availability);
    void setLastRun(const QString &key, const std::optional<WorkflowInstance> &run);
    /// New and changed instances of the LiveFeed: a newer one, or the last one itself, becomes the last run.
    void applyLive(const QList<WorkflowInstance> &rows);
    void setTexts(const ItemTexts &texts);

    const WorkflowEntry &entryAt(int row) const { return m_entries.at(row); }
    const QList<WorkflowEntry> &entries() const { return m_entries; }
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const WorkflowEntry &entry, int column) const;
    QString toolTip(const WorkflowEntry &entry, int column) const;
    QVariant sortValue(const WorkflowEntry &entry, int column) const;
    void rowChanged(int row);

    QList<WorkflowEntry> m_entries;
    ItemTexts m_texts;
};

/// Workflows whose name, id, description or annotations contain a text, sorted by any column.
class WorkflowFilterModel : public WordFilterModel
{
    Q_OBJECT
public:
    explicit WorkflowFilterModel(WorkflowListModel &model, QObject *parent = nullptr);

    const WorkflowEntry &entryAt(int row) const;

protected:
    QString textOf(int row) const override;
    bool equalLessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    WorkflowListModel &m_model;
};

} // namespace podium
