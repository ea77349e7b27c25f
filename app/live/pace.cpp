// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pace.h"

#include <algorithm>

namespace podium {

Pace::Pace(QList<int> steps, const PollingOptions &options)
    : m_steps(std::move(steps))
    , m_options(options)
{
    Q_ASSERT(!m_steps.isEmpty());
}

void Pace::answered(bool changed)
{
    m_failures = 0;
    m_quiet = changed ? 0 : m_quiet + 1;
}

void Pace::hurry()
{
    m_quiet = 0;
}

int Pace::intervalMs(bool foreground) const
{
    const qsizetype step = qMin<qsizetype>(m_quiet / m_options.quietAnswersPerStep, m_steps.size() - 1);
    int interval = m_steps.at(step);
    if (m_settled && m_quiet >= m_options.settledQuietAnswers)
        interval = m_options.settledMs;
    interval = qMax(interval, m_calmMs);
    return foreground ? interval : qMax(interval, m_options.backgroundMs);
}

int Pace::delayMs(bool foreground, double random) const
{
    const int interval = intervalMs(foreground);
    return isFailing() ? qMax(interval, retryMs(m_failures, m_options, random)) : interval;
}

int Pace::retryMs(int failures, const PollingOptions &options, double random)
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const qint64 full = qMin<qint64>(qint64(options.firstRetryMs) << doublings, options.lastRetryMs);
    const double share = 1.0 + options.jitter * (2.0 * std::clamp(random, 0.0, 1.0) - 1.0);
    return qMax(static_cast<int>(static_cast<double>(full) * share), options.firstRetryMs / 2);
}

} // namespace podium
