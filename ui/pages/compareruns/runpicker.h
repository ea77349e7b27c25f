// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace podium {

class ListView;
class RecentRuns;
class StateView;

/// Asks for another run of a workflow: offers the recent ones, the last completed one first, and takes an id.
class RunPicker : public QDialog
{
    Q_OBJECT
public:
    /// known: ids of the runs that need not be offered.
    RunPicker(const PageContext &context, const QString &workflowId, const QStringList &known,
              QWidget *parent = nullptr);
    ~RunPicker() override;

    ListView *list() const { return m_list; }
    QLineEdit *idField() const { return m_id; }

Q_SIGNALS:
    void chosen(const QString &instanceId);

private:
    void readRuns();
    void runsArrived();
    void addRun(const WorkflowInstance &run, bool lastCompleted);
    void take();
    QString chosenId() const;

    PageContext m_context;
    QString m_workflow;
    QStringList m_known;
    RecentRuns *m_recent;
    bool m_isRecentRead = false;
    std::optional<QList<WorkflowInstance>> m_completed;
    Pending m_readingCompleted;
    QStandardItemModel *m_model;
    ListView *m_list;
    StateView *m_states;
    QLineEdit *m_id;
    QPushButton *m_take = nullptr;
};

/// Opens the picker; closing it leads nowhere. Compares `run` with what is chosen.
void pickRunToCompare(const PageContext &context, const WorkflowInstance &run, QWidget *parent);

} // namespace podium
