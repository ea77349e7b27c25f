// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/items/itemtexts.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace podium {

/// Timers, the next to fire first; those that are over come last. UI thread.
class JobListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NodeColumn,
        StatusColumn,
        DueColumn,
        RepeatColumn,
        RetriesColumn,
        LastUpdateColumn,
        IdColumn,
        ColumnCount
    };

    explicit JobListModel(QObject *parent = nullptr);

    void setJobs(const QList<Job> &jobs); ///< rows keep their identity by job id
    /// Names for Job::nodeInstanceId.
    void setNodeNames(const QHash<QString, QString> &names);
    void setTexts(const ItemTexts &texts);

    const Job &jobAt(int row) const { return m_jobs.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const Job &job, int column) const;
    void changed();

    QList<Job> m_jobs;
    QHash<QString, QString> m_nodeNames;
    ItemTexts m_texts;
};

} // namespace podium
