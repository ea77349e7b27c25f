// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/series.h"

#include <QWidget>

class QToolButton;

namespace podium {

/// Chooses one of the time ranges.
class RangeChoice : public QWidget
{
    Q_OBJECT
public:
    explicit RangeChoice(QWidget *parent = nullptr);

    TimeRange range() const { return m_range; }
    void setRange(TimeRange range); ///< emits nothing

    static QString name(TimeRange range); ///< "24 hours"

Q_SIGNALS:
    void changed(); ///< by the user

private:
    QList<QToolButton *> m_buttons; ///< as kTimeRanges
    TimeRange m_range = TimeRange::Day;
};

} // namespace podium
