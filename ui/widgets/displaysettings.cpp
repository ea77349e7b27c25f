// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/displaysettings.h"

namespace podium {

using namespace std::chrono_literals;

DisplaySettings::DisplaySettings(QObject *parent)
    : QObject(parent)
{
    m_ageing.setInterval(10s);
    connect(&m_ageing, &QTimer::timeout, this, &DisplaySettings::timesAged);
}

void DisplaySettings::setTimeStyle(TimeStyle style)
{
    if (std::exchange(m_timeStyle, style) == style)
        return;
    updateTimer();
    Q_EMIT changed();
}

void DisplaySettings::setScheme(Scheme scheme)
{
    if (std::exchange(m_scheme, scheme) != scheme)
        Q_EMIT changed();
}

void DisplaySettings::setDensity(Density density)
{
    if (std::exchange(m_density, density) != density)
        Q_EMIT changed();
}

void DisplaySettings::updateTimer()
{
    if (m_timeStyle == TimeStyle::Relative)
        m_ageing.start();
    else
        m_ageing.stop();
}

} // namespace podium
