// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowinstance.h"
#include "ui/pages/page.h"

#include <QWidget>

class QPushButton;

namespace podium {

class InstanceList;
class StateBadge;

/// The family of an instance: who started it, and what it started.
class RelatedView : public QWidget
{
    Q_OBJECT
public:
    RelatedView(const PageContext &context, QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance);
    void refresh();
    InstanceList *children() const { return m_children; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void open(const QString &id);

    PageContext m_context;
    QWidget *m_parentRow;
    QPushButton *m_parent;
    StateBadge *m_parentState;
    QPushButton *m_root;
    InstanceList *m_children;
    WorkflowInstance m_instance;
};

} // namespace podium
