// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/items/workflowresult.h"

#include <QUrl>
#include <QWidget>

class QVBoxLayout;

namespace podium {

class StateView;

/// What a run tells its user: message, outputs, what may follow.
class ResultView : public QWidget
{
    Q_OBJECT
public:
    explicit ResultView(QWidget *parent = nullptr);

    /// The same variables again do nothing.
    void setVariables(const SharedJson &variables);
    bool hasResult() const { return m_hasResult; }

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void runRequested(const QString &workflowId);

private:
    void build(const WorkflowResult &result);
    QWidget *makeOutput(const ResultOutput &output);

    SharedJson m_variables;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QWidget *m_page = nullptr;
    bool m_hasResult = false;
};

} // namespace podium
