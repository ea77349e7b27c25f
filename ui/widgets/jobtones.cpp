// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jobtones.h"

namespace podium {

using namespace Qt::StringLiterals;

Tone toneOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Scheduled:
    case JobStatus::Running:
        return Tone::Info;
    case JobStatus::Executed:
        return Tone::Success;
    case JobStatus::Retry:
        return Tone::Warning;
    case JobStatus::Error:
        return Tone::Danger;
    case JobStatus::Canceled:
    case JobStatus::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Scheduled:
        return u"timer"_s;
    case JobStatus::Running:
        return u"run"_s;
    case JobStatus::Executed:
        return u"check"_s;
    case JobStatus::Retry:
        return u"retry"_s;
    case JobStatus::Error:
        return u"error"_s;
    case JobStatus::Canceled:
    case JobStatus::Unknown:
        break;
    }
    return u"remove"_s;
}

} // namespace podium
