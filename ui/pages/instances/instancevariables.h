// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/pages/instances/instanceactions.h"
#include "ui/pages/variables/variablesview.h"

#include <QPointer>

class QComboBox;

namespace podium {

class Banner;
class JsonChangesView;
class RecentRuns;
class VariablesEditor;

/// Whether the variables of an instance can be changed from here, else why not.
ActionRule editRule(const WorkflowInstance &instance, const Environment &environment);

/// The variables of an instance: compared with its input or another run of the workflow, and changed while it lives.
class InstanceVariables : public VariablesView
{
    Q_OBJECT
public:
    explicit InstanceVariables(const PageContext &context, QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance);

    /// Compares with the instance of that id; "" for the input.
    void compareWith(const QString &instanceId);
    void showDifferences();
    void edit();

    QToolButton *editButton() const { return m_edit; }
    QComboBox *otherRuns() const { return m_others; }
    JsonChangesView *differences() const { return m_changes; }
    VariablesEditor *editor() const; ///< nullptr while none is open

Q_SIGNALS:
    void saved(); ///< variables were changed: read the instance again

protected:
    void modeChanged() override;

private:
    QWidget *makeDifferences();
    void readRuns();
    void offerRuns();
    void chooseOther();
    void compare();
    void readLive();
    void showData(const SharedJson &variables, bool fromService);
    void mark();

    PageContext m_context;
    WorkflowInstance m_instance;
    QWidget *m_page = nullptr;
    RecentRuns *m_runs;
    QComboBox *m_others = nullptr;
    JsonChangesView *m_changes = nullptr;
    QToolButton *m_edit = nullptr;
    QPointer<VariablesEditor> m_editor;
    QString m_otherId;      ///< "" for the input
    SharedJson m_other;     ///< the data of that run
    bool m_marking = false; ///< a comparison was asked for
    bool m_changed = false; ///< variables were saved from here: Data Index may never show all of it
    Pending m_readingOther;
    Pending m_readingLive;
    Banner *m_banner;
};

} // namespace podium
