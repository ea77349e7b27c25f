// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/alljobsmodel.h"
#include "ui/pages/page.h"
#include "ui/pages/parts/pagedlist.h"

namespace podium {

/// A live list of the jobs of all instances; the page puts its filters and actions around it.
class JobList : public PagedList
{
    Q_OBJECT
public:
    JobList(const PageContext &context, QWidget *parent = nullptr);
    ~JobList() override;

    AllJobsModel *model() const { return m_model; }

    /// The first call reads; a later one with the same query does nothing.
    void setQuery(const JobQuery &query);
    /// The same list as time goes on: what is shown stays until the answer comes.
    void moveQuery(const JobQuery &query);
    void restoreColumns(const QJsonObject &state);
    /// How the first query is sorted, as the user left it.
    void restoreOrder(JobQuery::Order order) { m_firstOrder = order; }
    /// What is selected and in memory.
    QList<Job> selectedJobs() const;
    int selectedCount() const;               ///< also what is not in memory
    QString aboutText(const Job &job) const; ///< workflow, node, instance and job, for a question about it
    void openInstance(const Job &job);

Q_SIGNALS:
    void selectionChanged();
    void menuWanted(QMenu *menu); ///< on the selected jobs

protected:
    void showEvent(QShowEvent *event) override;
    void rangeShown(int first, int last) override { m_model->showRows(first, last); }
    void watch(bool on) override;
    void tick() override { m_model->tick(); }

private:
    JobList(const PageContext &context, AllJobsModel *model, QWidget *parent);
    void makeColumns();
    void sortBy(int section);
    void fillMenu(QMenu *menu, const QModelIndex &index);
    void updateSortIndicator();

    PageContext m_context;
    AllJobsModel *m_model;
    JobQuery::Order m_firstOrder = JobQuery::Order::Urgency;
    bool m_started = false;
    bool m_columnsAreSet = false; ///< by the user, or for a wide window
};

} // namespace podium
