// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/job.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace podium {

namespace {

constexpr std::array<std::pair<JobStatus, const char *>, 6> kWords{{
    {JobStatus::Scheduled, "SCHEDULED"},
    {JobStatus::Running, "RUNNING"},
    {JobStatus::Executed, "EXECUTED"},
    {JobStatus::Retry, "RETRY"},
    {JobStatus::Canceled, "CANCELED"},
    {JobStatus::Error, "ERROR"},
}};

} // namespace

JobStatus jobStatusFromWord(const QString &word)
{
    for (const auto &[status, known] : kWords) {
        if (word == QLatin1StringView(known))
            return status;
    }
    return JobStatus::Unknown;
}

QString wordOf(JobStatus status)
{
    for (const auto &[known, word] : kWords) {
        if (known == status)
            return QString::fromLatin1(word);
    }
    return {};
}

QString displayName(JobStatus status)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("JobStatus", text); };
    switch (status) {
    case JobStatus::Scheduled:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Scheduled"));
    case JobStatus::Running:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Running"));
    case JobStatus::Executed:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Executed"));
    case JobStatus::Retry:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Retrying"));
    case JobStatus::Canceled:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Cancelled"));
    case JobStatus::Error:
        return tr(QT_TRANSLATE_NOOP("JobStatus", "Failed"));
    case JobStatus::Unknown:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("JobStatus", "Unknown"));
}

bool isFinal(JobStatus status)
{
    return status == JobStatus::Executed || status == JobStatus::Canceled || status == JobStatus::Error;
}

bool isOverdue(const Job &job, const QDateTime &nowUtc)
{
    return job.status == JobStatus::Scheduled && job.expirationTime.isValid() && nowUtc.isValid() &&
           job.expirationTime.msecsTo(nowUtc) > kOverdueAfterMs;
}

} // namespace podium
