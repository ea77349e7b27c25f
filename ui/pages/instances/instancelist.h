// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/instancelistmodel.h"
#include "ui/pages/instances/instanceselection.h"
#include "ui/pages/page.h"
#include "ui/pages/parts/pagedlist.h"

#include <QPersistentModelIndex>

namespace podium {

/// A live list of instances; pages put their filters around it.
class InstanceList : public PagedList
{
    Q_OBJECT
public:
    InstanceList(const PageContext &context, QWidget *parent = nullptr);
    ~InstanceList() override;

    InstanceListModel *model() const { return m_model; }

    /// The first call reads; a later one with the same query does nothing.
    void setQuery(const InstanceQuery &query);
    /// Of the next queries, until the user chooses another one in the header.
    void setOrder(InstanceQuery::Order order);
    void selectId(const QString &id);
    InstanceSelection selection() const;
    /// Every match of the query, until another row is chosen or the query changes.
    void selectEverything();

Q_SIGNALS:
    void opened(const QString &instanceId); ///< Enter or double click
    void selectionChanged();                ///< selection() answers something else now

protected:
    void showEvent(QShowEvent *event) override;
    void rangeShown(int first, int last) override;
    void watch(bool on) override;
    void tick() override { m_model->tick(); }

private:
    InstanceList(const PageContext &context, InstanceListModel *model, QWidget *parent);
    void makeColumns();
    void watchRows(int first, int last);
    void fillMenu(QMenu *menu, const QModelIndex &index);
    void addCompare(QMenu *menu, const WorkflowInstance *one, const WorkflowInstance *other);
    void updateSortIndicator();
    void followSelection();
    void takeSelection();
    void keepChosen();

    PageContext m_context;
    InstanceListModel *m_model;
    /// What was read of the chosen rows: they stay chosen when they are scrolled out of the model's memory.
    QList<std::pair<QPersistentModelIndex, WorkflowInstance>> m_chosen;
    bool m_everything = false;
    bool m_selecting = false;
    QStringList m_openRows;                      // as told to the feed
    std::optional<InstanceQuery::Order> m_order; ///< that the user or a view chose
    bool m_started = false;
};

} // namespace podium
