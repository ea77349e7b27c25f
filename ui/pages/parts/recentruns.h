// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/services/instanceservice.h"

#include <QObject>

namespace podium {

/// The newest runs of a workflow, wherever one of them is to be chosen. UI thread.
class RecentRuns : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 50;

    explicit RecentRuns(InstanceService &instances, QObject *parent);

    /// Of any workflow for "". `without`: ids that need not be offered.
    void read(const QString &workflowId, const QStringList &without = {});
    void forget(); ///< what was read, and what is under way
    const QList<WorkflowInstance> &runs() const { return m_runs; }
    bool isAsked() const { return m_isAsked; } ///< since forget(); a failure forgets

    /// A run in one line: "ORD-17 · Completed · 2 minutes ago".
    static QString label(const WorkflowInstance &run, const QString &started);
    /// What a user typed or pasted as an id: also "instance:ID", as locations are copied.
    static QString idFromText(const QString &text);

Q_SIGNALS:
    void arrived();
    void failed(const podium::Error &error);

private:
    InstanceService &m_instances;
    QList<WorkflowInstance> m_runs;
    Pending m_reading;
    bool m_isAsked = false;
};

} // namespace podium
