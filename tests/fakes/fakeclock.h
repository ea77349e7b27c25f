// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/clock.h"

namespace podium {

/// Stands still until told otherwise.
class FakeClock : public Clock
{
public:
    FakeClock() = default;
    explicit FakeClock(const QDateTime &start)
        : m_now(start)
    {
    }

    QDateTime now() const override { return m_now; }
    void set(const QDateTime &time) { m_now = time; }
    void advance(qint64 ms) { m_now = m_now.addMSecs(ms); }

private:
    QDateTime m_now{QDate(2026, 3, 2), QTime(14, 30), Qt::UTC};
};

} // namespace podium
