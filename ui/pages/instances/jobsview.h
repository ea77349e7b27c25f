// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace podium {

class JobActions;
class JobListModel;
class ListView;
class StateView;

/// The timers of one instance. Read when they are looked at, and again when the instance changed.
class JobsView : public QWidget
{
    Q_OBJECT
public:
    JobsView(const PageContext &context, QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance);
    void refresh();
    /// Selects the job of a waiting node, once the jobs are read.
    void selectNode(const QString &nodeInstanceId);
    ListView *view() const { return m_view; }

Q_SIGNALS:
    void failed(const podium::Error &error); ///< an action that was refused

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBar();
    void makeColumns();
    void connectActions();
    QList<Job> selectedJobs() const;
    QString aboutSelected() const;
    void updateActions();

    PageContext m_context;
    JobListModel *m_model;
    ListView *m_view;
    StateView *m_states;
    JobActions *m_actions;
    QPushButton *m_all;
    QPushButton *m_reschedule;
    QPushButton *m_cancel;
    QString m_wantedNode; ///< whose job is to be selected when it is read
    QTimer m_ticks;
    WorkflowInstance m_instance;
    Pending m_reading;
    bool m_stale = true;
    bool m_read = false;
};

} // namespace podium
