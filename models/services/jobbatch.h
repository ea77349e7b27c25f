// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/jobservice.h"

#include <QTimer>

#include <map>

namespace podium {

/// Cancels or reschedules one or many jobs, a few at a time. Reads each one before: what moved on meanwhile is left
/// alone. Reads them again after: only what the server then shows is done. UI thread.
class JobBatch : public QObject
{
    Q_OBJECT
public:
    enum class Verb { Cancel, Reschedule };
    enum class Outcome {
        NotTried,    ///< stopped before its turn
        Done,        ///< the server shows it
        Unconfirmed, ///< the server accepted it, and does not show it yet
        Failed,
        Skipped, ///< it moved on by itself before
    };
    struct Item
    {
        Job job; ///< as last read
        Outcome outcome = Outcome::NotTried;
        QString reason; ///< plain text in the user's words, where there is one to tell
        Error error;    ///< of Failed
    };
    struct Options
    {
        int parallel = 4;
        int chunk = 50; ///< jobs read at once
        QList<int> confirmAfterMs{150, 400, 1000, 2000, 3000};
    };

    /// `when` is of Reschedule, in UTC.
    JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, QObject *parent = nullptr);
    JobBatch(JobService &service, Verb verb, const QList<Job> &jobs, const QDateTime &when, const Options &options,
             QObject *parent = nullptr);

    void start();
    /// What is under way is brought to its end; the rest is not tried.
    void stop();
    bool isStopping() const { return m_stopping; }

    Verb verb() const { return m_verb; }
    QDateTime when() const { return m_when; }
    const QList<Item> &items() const { return m_items; }
    int answered() const;                                              ///< items that are accepted, or settled
    bool isConfirming() const { return m_phase == Phase::Confirming; } ///< all are sent
    int countOf(Outcome outcome) const;

Q_SIGNALS:
    void progressed();
    void finished(); ///< once

private:
    void readChunk();
    void checked(const Result<JobPage> &page);
    void actNext();
    void acted(int index, const Result<Done> &result);
    void lookAgain(int index, const Error &error);
    void confirmLater();
    void confirm();
    void confirmed(const QList<int> &asked, const Result<JobPage> &page);
    void end();
    void settle(int index, Outcome outcome, const QString &reason = {});
    bool isShown(const Job &job) const;
    JobQuery queryFor(const QList<int> &indexes) const;

    JobService &m_service;
    Verb m_verb;
    QDateTime m_when;
    Options m_options;
    QList<Item> m_items;
    enum class Phase { Reading, Acting, Confirming, Ended } m_phase = Phase::Reading;
    int m_begun = 0;                 ///< items read, or about to be
    QList<int> m_ready;              ///< waiting for their turn
    std::map<int, Pending> m_acting; ///< sent
    QList<int> m_accepted;           ///< not confirmed yet
    Pending m_reading;
    QTimer m_wait;
    int m_attempt = 0;
    bool m_stopping = false;
};

} // namespace podium
