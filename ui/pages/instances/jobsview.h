// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QWidget>

class QPushButton;

namespace podium {

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
    ListView *view() const { return m_view; }

Q_SIGNALS:
    void failed(const podium::Error &error); ///< an action that was refused

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateActions();
    void cancelCurrent();

    PageContext m_context;
    JobListModel *m_model;
    ListView *m_view;
    StateView *m_states;
    QPushButton *m_cancel;
    WorkflowInstance m_instance;
    Pending m_reading;
    bool m_stale = true;
    bool m_read = false;
};

} // namespace podium
