// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/items/jobcolumns.h"

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
    void setNow(const QDateTime &utc); ///< what is overdue

    const Job &jobAt(int row) const { return m_jobs.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static JobColumn columnAt(int column);
    void changed();

    QList<Job> m_jobs;
    JobHost m_host;
    ItemTexts m_texts;
    QDateTime m_now;
};

} // namespace podium
