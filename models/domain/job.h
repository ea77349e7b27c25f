// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <array>
#include <optional>

namespace podium {

enum class JobStatus { Scheduled, Running, Executed, Retry, Canceled, Error, Unknown };

/// Those that have a word.
inline constexpr std::array kJobStatuses{JobStatus::Scheduled, JobStatus::Running,  JobStatus::Retry,
                                         JobStatus::Error,     JobStatus::Executed, JobStatus::Canceled};

JobStatus jobStatusFromWord(const QString &word); ///< "SCHEDULED" → Scheduled
QString wordOf(JobStatus status);                 ///< Scheduled → "SCHEDULED"; "" for Unknown
QString displayName(JobStatus status);            ///< translated
bool isFinal(JobStatus status);                   ///< executed, cancelled or failed: it left the Job Service

/// A timer of the Job Service, as Data Index lists it. Times are UTC.
struct Job {
    QString id;
    QString workflowId;
    QString instanceId;
    QString nodeInstanceId; ///< the waiting NodeInstance it belongs to
    QString rootInstanceId;
    QString rootWorkflowId;
    JobStatus status = JobStatus::Unknown;
    QDateTime expirationTime; ///< when it fires
    QDateTime lastUpdate;
    int priority = 0;
    int retries = 0;
    int executionCounter = 0;
    std::optional<qint64> repeatInterval; ///< milliseconds
    std::optional<int> repeatLimit;       ///< as read: one off from what is written, never echo it
    QString scheduledId;
    QString callbackEndpoint;
    QString endpoint;
    QString exceptionMessage; ///< since 10.2
    QString exceptionDetails; ///< since 10.2

    bool operator==(const Job &) const = default;
};

/// A job that fires on time is told as executed a moment later: only what is later than this is overdue.
inline constexpr qint64 kOverdueAfterMs = 5'000;
/// Whether it should have fired, and still waits.
bool isOverdue(const Job &job, const QDateTime &nowUtc);

/// The instance that a job belongs to, as far as a list of jobs tells of it.
struct JobHost {
    QString instanceId;
    QString workflowName;
    QString businessKey;
    QHash<QString, QString> nodeNames; ///< by the id of the NodeInstance
};

} // namespace podium
