// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/domain/workflowinstance.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace podium {

/// What a workflow is, and how its recent runs went.
class SummaryView : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryView(QWidget *parent = nullptr);

    void setDefinition(const WorkflowDefinition &definition, const Availability &availability);
    /// The newest runs, for the statistics.
    void setRuns(const QList<WorkflowInstance> &runs);

private:
    QLabel *addRow(QFormLayout *form, const QString &caption);

    QLabel *m_description;
    QLabel *m_id;
    QLabel *m_version;
    QLabel *m_availability;
    QLabel *m_endpoint;
    QLabel *m_service;
    QLabel *m_annotations;
    QLabel *m_success;
    QLabel *m_duration;
    QLabel *m_running;
};

} // namespace podium
