// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filter/instancefilter.h"
#include "models/services/savedviews.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;

namespace podium {

class BulkActions;
class BulkButton;
class BusyBar;
class FilterBar;
class InstanceList;
class LiveBanner;
class SavedViewsMenu;
class SelectionBar;

/// All instances, paged by the server, newest first, with a filter. Locations set it: "instances:filter=LINE" with the
/// line of filterFromLine(), percent-encoded; "instances:view=NAME" a saved view; "instances:state=ERROR,workflow=ID"
/// states and a workflow.
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
    FilterBar *filters() const { return m_filters; }
    SelectionBar *selectionBar() const { return m_selection; }
    SavedViewsMenu *views() const { return m_views; }

    /// The location that shows this page filtered.
    static Location filtered(const QList<InstanceState> &states, const QString &workflowId = {});
    static Location filtered(const InstanceFilter &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    void connectList();
    void connectBulk();
    void applyFilter();
    void clearFilter();
    void openView(const SavedView &view);
    SavedView shownView() const;
    void updateCount();

    QLabel *m_count;
    BusyBar *m_busy;
    FilterBar *m_filters;
    SavedViewsMenu *m_views;
    LiveBanner *m_banner;
    InstanceList *m_list;
    SelectionBar *m_selection;
    BulkActions *m_bulk;
    BulkButton *m_bulkButton;
    QTimer m_selectionLater;
    QString m_viewName; ///< the saved view that was opened last
    qint64 m_openedAt = 0;
    bool m_shown = false;
    bool m_workflowsAsked = false;
};

} // namespace podium
