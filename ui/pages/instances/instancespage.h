// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace podium {

class BulkActions;
class BulkButton;
class BusyBar;
class InstanceList;
class LiveBanner;
class SearchField;
class StateChips;
class WorkflowFilter;

/// All instances, paged by the server, newest first, with filters. A location "instances:state=ERROR,workflow=ID" sets
/// the filters.
class InstancesPage : public Page
{
    Q_OBJECT
public:
    InstancesPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    void go(const Location &location) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    InstanceList *list() const { return m_list; }
    BulkActions *bulkActions() const { return m_bulk; }

    /// The location that shows this page filtered.
    static Location filtered(const QList<InstanceState> &states, const QString &workflowId = {});

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFilters();
    void connectBulk();
    void applyFilters();
    void clearFilters();
    bool isFiltered() const;
    void updateCount();

    QLabel *m_count;
    BusyBar *m_busy;
    StateChips *m_states;
    WorkflowFilter *m_workflow;
    SearchField *m_key;
    QPushButton *m_clear;
    LiveBanner *m_banner;
    InstanceList *m_list;
    BulkActions *m_bulk;
    BulkButton *m_bulkButton;
    QTimer m_selectionLater;
    qint64 m_openedAt = 0;
    bool m_shown = false;
};

} // namespace podium
