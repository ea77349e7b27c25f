// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timeticks.h"

#include <array>
#include <cmath>

namespace podium {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr std::array<qint64, 32> kSteps{1,
                                        2,
                                        5,
                                        10,
                                        20,
                                        50,
                                        100,
                                        200,
                                        500,
                                        kSecond,
                                        2 * kSecond,
                                        5 * kSecond,
                                        10 * kSecond,
                                        15 * kSecond,
                                        30 * kSecond,
                                        kMinute,
                                        2 * kMinute,
                                        5 * kMinute,
                                        10 * kMinute,
                                        15 * kMinute,
                                        30 * kMinute,
                                        kHour,
                                        2 * kHour,
                                        3 * kHour,
                                        6 * kHour,
                                        12 * kHour,
                                        kDay,
                                        2 * kDay,
                                        7 * kDay,
                                        14 * kDay,
                                        30 * kDay,
                                        90 * kDay};
constexpr qsizetype kMostTicks = 1000;

} // namespace

qint64 tickStep(double least)
{
    for (const qint64 step : kSteps) {
        if (static_cast<double>(step) >= least)
            return step;
    }
    constexpr qint64 year = 365 * kDay;
    return year * std::max<qint64>(1, static_cast<qint64>(std::ceil(std::min(least / year, 1e6))));
}

QList<qint64> ticksWithin(qint64 from, qint64 to, qint64 step, qint64 origin)
{
    QList<qint64> ticks;
    if (step <= 0 || to < from)
        return ticks;
    qint64 count = (from - origin) / step;
    while (origin + count * step < from)
        ++count;
    for (qint64 tick = origin + count * step; tick <= to && ticks.size() < kMostTicks; tick += step)
        ticks.append(tick);
    return ticks;
}

} // namespace podium
