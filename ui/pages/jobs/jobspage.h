// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "ui/pages/jobs/jobfilters.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace podium {

class BusyBar;
class ChipRow;
class DueStrip;
class JobActions;
class JobList;
class LiveBanner;
class SearchField;
class WorkflowFilter;

/// The timers of all instances: what is late first, then what fires next. A location
/// "jobs:state=ERROR,workflow=ID,due=overdue,id=ID" sets the filters.
class JobsPage : public Page
{
    Q_OBJECT
public:
    JobsPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    void go(const Location &location) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    JobList *list() const { return m_list; }
    DueStrip *strip() const { return m_strip; }
    JobActions *actions() const { return m_actions; }
    const JobFilters &filters() const { return m_filters; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFilters();
    QWidget *makeDueChips();
    QWidget *makeActionRow();
    void connectParts();
    void showFilters();
    void takeFilters();
    void applyFilters();
    void clearFilters();
    void chooseBucket(const DueRange &range, bool isOverdue);
    void moveOn();
    bool isInUtc() const;
    void setEmptyText();
    void updateCount();
    void updateActions();
    void elideSelection();
    void cancelSelected();
    void rescheduleSelected();
    QString aboutSelected() const;

    JobFilters m_filters;
    QLabel *m_count;
    BusyBar *m_busy;
    ChipRow *m_states;
    ChipRow *m_due;
    WorkflowFilter *m_workflow;
    SearchField *m_id;
    QPushButton *m_clear;
    LiveBanner *m_banner;
    DueStrip *m_strip;
    JobList *m_list;
    JobActions *m_actions;
    QLabel *m_selection;
    QString m_selectionText; ///< whole
    QPushButton *m_reschedule;
    QPushButton *m_cancel;
    QTimer m_updateActions;
    QTimer m_moveOn;
    bool m_shown = false;
};

} // namespace podium
