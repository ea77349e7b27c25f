// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobbatch.h"
#include "ui/pages/page.h"

#include <QObject>

namespace podium {

/// Whether jobs can be cancelled or rescheduled now, and why not.
struct JobRule
{
    bool allowed = false;
    QString reason; ///< translated, where it is not
};

/// Cancels and reschedules jobs for a page: asks before, twice in production, and tells what became of it. One such
/// action at a time.
class JobActions : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostAtOnce = 1000;

    JobActions(const PageContext &context, QWidget *owner);

    JobRule ruleFor(const QList<Job> &jobs) const;
    /// `about` names a single job for the user: workflow, instance, node. Jobs that are over are left out.
    void cancel(const QList<Job> &jobs, const QString &about);
    void reschedule(const QList<Job> &jobs, const QString &about);

    bool isBusy() const { return m_batch != nullptr; }
    /// What runs now; nullptr when nothing does.
    JobBatch *batch() const { return m_batch; }

Q_SIGNALS:
    void busyChanged();
    void progressed();
    void ended();                            ///< read again
    void failed(const podium::Error &error); ///< a single job that was refused

private:
    void askProduction(const QString &title, const QString &text, const QString &verb, std::function<void()> accepted);
    void start(JobBatch::Verb verb, const QList<Job> &jobs, const QDateTime &when);
    void end();
    void tellOne(const JobBatch &batch);

    PageContext m_context;
    QWidget *m_owner;
    JobBatch *m_batch = nullptr;
};

} // namespace podium
