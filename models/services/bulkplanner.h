// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/bulkreport.h"
#include "models/services/instanceservice.h"

#include <QSet>

namespace podium {

/// So many instances of a workflow are in a state.
struct BulkCount
{
    QString workflowId;
    QString workflowName;
    InstanceState state = InstanceState::Unknown;
    int count = 0;
};

/// Finds out which instances an action would be about, as they are now: reads them, changes nothing. UI thread.
class BulkPlanner : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 10'000; ///< instances of one action
    static constexpr int kPage = 500;

    explicit BulkPlanner(InstanceService &service, QObject *parent = nullptr);

    /// These instances; what the server does not list any more is left out.
    void readRows(const QList<WorkflowInstance> &rows);
    /// All that match, page by page in the order of their start. Pages shift while instances come and go: what comes
    /// twice is taken once, and what a count says was missed is looked for again.
    void readAll(const InstanceQuery &query);

    const QList<WorkflowInstance> &rows() const { return m_rows; }
    int missing() const { return m_missing; } ///< of readRows(): not listed any more
    bool isCut() const { return m_isCut; }    ///< there are more than kMost
    /// By workflow, then state.
    QList<BulkCount> counts() const;
    /// Those that `verb` applies to in their state now.
    QList<WorkflowInstance> applicable(BulkVerb verb) const;

Q_SIGNALS:
    void progressed(int read, int total); ///< total 0: not known
    void finished();
    void failed(const podium::Error &error);

private:
    void readNextIds();
    void readNextPage();
    void takePage(const InstancePage &page);
    void take(const QList<WorkflowInstance> &rows);

    InstanceService &m_service;
    InstanceQuery m_query;
    QStringList m_ids;
    qsizetype m_nextId = 0;
    QList<WorkflowInstance> m_rows;
    QSet<QString> m_seen;
    qsizetype m_seenBefore = 0; ///< when this pass began
    int m_passes = 0;
    int m_missing = 0;
    bool m_isCut = false;
    Pending m_reading;
};

} // namespace podium
