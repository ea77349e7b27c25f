// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace podium {

class CodeView;

/// Why an instance failed, and at which node. Only for state Error: a repaired instance keeps its old error.
class ErrorView : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorView(QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions);

Q_SIGNALS:
    void nodeRequested(const QString &stateName, const QString &definitionId); ///< show it in the graph

private:
    QLabel *m_title;
    QLabel *m_place;
    QPushButton *m_show;
    CodeView *m_message;
    QString m_state;
    QString m_definitionId;
};

} // namespace podium
