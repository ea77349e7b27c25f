// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowdefinition.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace podium {

class BusyBar;
class ListView;
class LiveBanner;
class SearchField;
class StateView;
class WorkflowFacts;
class WorkflowFilterModel;
class WorkflowListModel;

/// All deployed workflow definitions, with availability and their last run.
class WorkflowsPage : public Page
{
    Q_OBJECT
public:
    WorkflowsPage(const PageContext &context, const Location &location, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ListView *view() const { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    void makeList();
    void read();
    void arrived(const QList<WorkflowDefinition> &definitions);
    void showState();
    void tellWanted();
    void openCurrent();
    void runCurrent();
    void updateActions();

    QLabel *m_count;
    SearchField *m_search;
    QPushButton *m_run;
    BusyBar *m_busy;
    LiveBanner *m_banner;
    WorkflowListModel *m_model;
    WorkflowFilterModel *m_filter;
    WorkflowFacts *m_facts;
    ListView *m_view;
    StateView *m_states;
    Pending m_reading;
    QTimer m_lookLater;
    bool m_hasList = false;
    bool m_watching = false;
};

} // namespace podium
