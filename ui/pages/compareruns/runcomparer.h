// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/graph/runcomparison.h"
#include "ui/graph/graphpicture.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace podium {

/// What both runs are laid over, and the same to be drawn.
struct RunsSubject
{
    RunsGraph graph;
    SharedWhole whole; ///< null where it cannot be drawn
};
using SharedRunsSubject = std::shared_ptr<const RunsSubject>;

/// Compares two runs on a worker; of what changes meanwhile only the last counts. UI thread.
class RunComparer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Of new definitions. The runs are laid over them once they are ready.
    void setDefinitions(const RunDefinition &a, const RunDefinition &b, bool sameVersion);
    void setRuns(const WorkflowInstance &a, const WorkflowInstance &b);
    void clear();

    const SharedRunsSubject &subject() const { return m_subject; }

Q_SIGNALS:
    void subjectReady(const podium::SharedRunsSubject &subject);
    void compared(const podium::RunPair &runs, const QList<podium::ComparedState> &states);

private:
    void lay();

    WorkflowInstance m_a;
    WorkflowInstance m_b;
    SharedRunsSubject m_subject;
    Pending m_building;
    Pending m_laying;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace podium
