// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/failurekey.h"
#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"
#include "models/text/stacktrace.h"
#include "ui/pages/page.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace podium {

class CodeView;

/// Why an instance failed, at which node, where that is in the definition, and how many others fail in the same way.
/// Only for state Error: a repaired instance keeps its old error.
class ErrorView : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorView(const PageContext &context, QWidget *parent = nullptr);

    void setInstance(const WorkflowInstance &instance, const QList<NodeDefinition> &definitions);
    void setSource(const WorkflowSource &source); ///< of the definition; empty where there is none

    QString message() const; ///< as it stands there, with or without the stack
    QPushButton *stackButton() const { return m_stack; }
    QPushButton *similarButton() const { return m_similar; }
    QPushButton *sourceButton() const { return m_openSource; }
    CodeView *excerpt() const { return m_excerpt; }

Q_SIGNALS:
    void nodeRequested(const QString &stateName, const QString &definitionId); ///< show it in the graph
    void sourceRequested(int line);                                            ///< of the definition, from 1

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    QWidget *makeExcerpt();
    void showPlace(const QList<NodeDefinition> &definitions);
    void showMessage();
    void showSource();
    void showLine(int line);
    void countSimilar();
    void openSimilar();

    PageContext m_context;
    QLabel *m_title = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_show = nullptr;
    CodeView *m_message;
    QPushButton *m_stack = nullptr;
    QPushButton *m_similar = nullptr;
    QPushButton *m_openSource = nullptr;
    QLabel *m_sourcePlace = nullptr;
    CodeView *m_excerpt = nullptr;
    QWidget *m_excerptBox = nullptr;
    WorkflowInstance m_instance;
    WorkflowSource m_source;
    FoldedStack m_folded;
    FailureKey m_counted; ///< of the failures that were counted last
    QString m_state;
    QString m_action;
    QString m_definitionId;
    int m_line = 0;
    bool m_unfolded = false;
    Pending m_reading;
    Pending m_counting;
};

} // namespace podium
