// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/poll.h"
#include "models/services/jobservice.h"

#include <QHash>
#include <QSet>

namespace podium {

/// New and changed jobs for the lists on screen, by a watermark on lastUpdate as ListPoll does it: every event of a job
/// moves it. More changes at once than a page holds are told by the newest; a list reads what it shows again anyway.
class JobPoll : public Poll
{
    Q_OBJECT
public:
    JobPoll(JobService &jobs, const PollingOptions &options, QObject *parent);

    int watchers = 0;
    /// Time on this computer, only to recognise a lastUpdate that is far in the future.
    void setNow(const QDateTime &now) { m_now = now; }

    /// What the server told by itself: what is new of it is told on. Never moves the watermark.
    void push(const QList<Job> &jobs);

Q_SIGNALS:
    void changed(const QList<podium::Job> &jobs); ///< before answered()

protected:
    void start() override;
    void abandon() override { m_pending.cancel(); }

private:
    void take(const QList<Job> &rows);

    JobService &m_jobs;
    QDateTime m_now;
    QDateTime m_watermark;
    QSet<QString> m_pushed;      ///< told by the server since the question
    QHash<QString, Job> m_known; ///< what the overlap brings again
    Pending m_pending;
};

} // namespace podium
