// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QObject>
#include <QTimer>

namespace podium {

/// How the user wants to see things, for all pages: the window owns it, pages follow `changed`. UI thread.
class DisplaySettings : public QObject
{
    Q_OBJECT
public:
    explicit DisplaySettings(QObject *parent = nullptr);

    TimeStyle timeStyle() const { return m_timeStyle; }
    Scheme scheme() const { return m_scheme; }
    Density density() const { return m_density; }

    void setTimeStyle(TimeStyle style);
    void setScheme(Scheme scheme);
    void setDensity(Density density);

Q_SIGNALS:
    void changed();
    /// Times in relative style ("3 min ago") are to be painted again.
    void timesAged();

private:
    void updateTimer();

    TimeStyle m_timeStyle = TimeStyle::Local;
    Scheme m_scheme = Scheme::System;
    Density m_density = Density::Comfortable;
    QTimer m_ageing;
};

} // namespace podium
