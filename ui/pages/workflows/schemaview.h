// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"

#include <QWidget>

class QTabWidget;

namespace podium {

class CodeView;
class SchemaTree;
class StateView;

/// The schema of a workflow's input: its fields in words, and the JSON Schema itself.
class SchemaView : public QWidget
{
    Q_OBJECT
public:
    explicit SchemaView(QWidget *parent = nullptr);

    void setSchemas(const WorkflowSchemas &schemas);
    StateView *stateView() const { return m_states; }

private:
    SchemaTree *m_fields;
    CodeView *m_text;
    QTabWidget *m_tabs;
    StateView *m_states;
};

} // namespace podium
