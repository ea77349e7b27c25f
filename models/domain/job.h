// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace podium {

enum class JobStatus { Scheduled, Running, Executed, Retry, Canceled, Error, Unknown };

JobStatus jobStatusFromWord(const QString &word); ///< "SCHEDULED" → Scheduled
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
};

} // namespace podium
