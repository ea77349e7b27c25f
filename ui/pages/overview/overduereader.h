// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"

#include <QObject>

namespace podium {

/// Reads the jobs that should have fired, the latest of them first. UI thread.
class OverdueReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 200; ///< jobs that are looked at

    /// Those of one workflow.
    struct Group
    {
        QString workflowId;
        qint64 count = 0;
        QDateTime dueSince; ///< of the one that waits longest
    };

    explicit OverdueReader(JobService &jobs, QObject *parent = nullptr);

    void read(const QDateTime &nowUtc);
    void cancel() { m_pending.cancel(); }

    bool hasRead() const { return m_hasRead; }
    qint64 count() const { return m_count; }
    bool isAtLeast() const { return m_atLeast; } ///< the server does not count, and has more than were looked at
    bool isCut() const { return m_isCut; }       ///< the groups are of the first ones only
    const QList<Group> &groups() const { return m_groups; } ///< the one that waits longest first

Q_SIGNALS:
    void changed();
    void failed(const podium::Error &error);

private:
    void take(const JobPage &page);

    JobService &m_jobs;
    QList<Group> m_groups;
    qint64 m_count = 0;
    bool m_atLeast = false;
    bool m_isCut = false;
    bool m_hasRead = false;
    Pending m_pending;
};

} // namespace podium
