// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/instanceservice.h"

#include <QObject>
#include <QSet>

namespace podium {

/// Reads the newest runs of one version of a workflow with their nodes, in pages, until there are enough. UI thread.
class HeatReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 25;

    explicit HeatReader(InstanceService &instances, QObject *parent = nullptr);

    /// Ends what is under way. Runs whose version the server does not tell are taken for the one asked for.
    void start(const QString &workflowId, const QString &version, int wanted);
    void stop();   ///< finished() with what is read so far
    void cancel(); ///< without a word
    bool isReading() const { return m_reading; }

    const QList<WorkflowInstance> &runs() const { return m_runs; }
    int wanted() const { return m_wanted; }
    /// Of other versions, met on the way.
    int skipped() const { return m_skipped; }

Q_SIGNALS:
    void progressed();
    void finished();
    void failed(const Error &error);

private:
    void readPage();
    void take(const InstancePage &page);
    void end();

    InstanceService &m_instances;
    InstanceQuery m_query;
    QString m_version;
    int m_wanted = 0;
    int m_skipped = 0;
    bool m_reading = false;
    QList<WorkflowInstance> m_runs;
    QSet<QString> m_seen; ///< new runs push the others onto the next page
    Pending m_pending;
};

} // namespace podium
