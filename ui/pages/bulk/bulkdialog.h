// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/bulkplanner.h"
#include "ui/pages/instances/instanceselection.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace podium {

class Banner;
class ListView;

/// The dry run of an action on many instances: reads what is chosen as it is now, and says what would happen to how
/// many. Changes nothing.
class BulkDialog : public QDialog
{
    Q_OBJECT
public:
    BulkDialog(InstanceService &service, BulkVerb verb, const InstanceSelection &selection, QWidget *parent = nullptr);

    /// What the action applies to, once that is read.
    const QList<WorkflowInstance> &applicable() const { return m_applicable; }

private:
    void makeTable();
    void read();
    void showProgress(int read, int total);
    void showPlan();
    QString leadText() const;
    QString restText() const;

    InstanceService &m_service;
    BulkVerb m_verb;
    InstanceSelection m_selection;
    BulkPlanner *m_planner = nullptr;
    QList<WorkflowInstance> m_applicable;
    QLabel *m_summary;
    QLabel *m_rest;
    QProgressBar *m_progress;
    Banner *m_banner;
    QStandardItemModel *m_counts;
    ListView *m_table;
    QPushButton *m_go;
};

} // namespace podium
