// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"
#include "models/items/jobcolumns.h"
#include "models/items/pagedmodel.h"

#include <QSet>

namespace podium {

/// The jobs of all instances. What the server does not tell with a job, its node and business key, is read for the rows
/// on screen only, once they rest there. UI thread.
class AllJobsModel : public PagedModel
{
    Q_OBJECT
public:
    AllJobsModel(JobService &service, const Clock &clock, QObject *parent = nullptr);

    /// Drops everything and reads from the start. offset and limit are ours.
    void setQuery(const JobQuery &query);
    /// The same query at another time: reads what is shown again, which stays on screen until the answer comes.
    void moveQuery(const JobQuery &query);
    JobQuery query() const { return m_query; }
    void setTexts(const ItemTexts &texts);
    /// New and changed jobs of the LiveFeed: changed in place at once; their new places are asked for a moment later.
    void applyLive(const QList<Job> &jobs);
    /// Time moved on: what became overdue is shown so.
    void tick();
    /// The same as showRange() and, for what has no node yet, asks for it.
    void showRows(int first, int last);

    /// "1,234 jobs", "100+ jobs"
    QString countText() const;
    const Job *jobAt(int row) const { return m_rows.at(row); } ///< nullptr while on its way
    /// Nullptr where it is not known (yet).
    const JobHost *hostOf(const Job &job) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    Pending ask(int number, int offset, int limit) override;

private:
    void askHosts();
    void takeHosts(const QStringList &asked, const QList<JobHost> &hosts);

    JobService &m_service;
    const Clock &m_clock;
    JobQuery m_query;
    ItemTexts m_texts;
    SparseRows<Job> m_rows;
    QHash<QString, JobHost> m_hosts; ///< by instance id
    QSet<QString> m_withoutNode;     ///< jobs whose node the server did not tell: not asked for again
    Pending m_asking;
    QTimer m_hostsLater;
    QDateTime m_ticked;
};

} // namespace podium
