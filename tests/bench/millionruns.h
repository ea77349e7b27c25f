// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/millionconsole.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace podium {

using namespace Qt::StringLiterals;

constexpr double kBeyondMs = 100;

/// Processor time of this thread in ms: a busy machine must not count.
inline double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

/// Says what was measured; the answer is whether the target holds.
inline bool holds(const QString &what, double value, double target, const QString &unit)
{
    const bool good = value <= target;
    qInfo().noquote() << u"%1: %2%4 (at most %3%4%5"_s.arg(
        what, QString::number(value, 'f', 1), QString::number(target), unit, good ? u")"_s : u") DOES NOT HOLD"_s);
    return good;
}

/// The same thing done several times. Each time the way from the user to the pixels is cut in three: until the request
/// leaves, the server's own answer, and from its last byte until it is painted. The same request sent plainly, just
/// before, says whether the window makes the server slower than it has to be: by asking for more at the same time.
struct Runs
{
    QList<double> before;
    QList<double> answer;
    QList<double> after;
    QList<double> beyond; ///< before + after
    QList<double> plain;
    int besides = 0; ///< other requests under way during an answer, in all runs

    void add(const WatchedNetwork &network, double from, double painted)
    {
        const auto one = network.firstSince(from);
        QVERIFY(one && one->to <= painted);
        before << one->from - from;
        answer << one->to - one->from;
        after << painted - one->to;
        beyond << before.constLast() + after.constLast();
        besides += network.besides(*one);
    }

    bool hold(const QString &what) const
    {
        const auto ms = [](const QList<double> &values) { return QString::number(quantile(values, 0.5), 'f', 0); };
        qInfo().noquote() << u"%1: %2 ms until it is asked, %3 ms the answer, %4 ms until it is painted; asked plainly "
                             u"%5 ms (medians of %6); %7 other requests meanwhile"_s
                                 .arg(what, ms(before), ms(answer), ms(after), ms(plain))
                                 .arg(beyond.size())
                                 .arg(besides);
        const double slower = quantile(answer, 0.5) - quantile(plain, 0.5);
        // Not a target: two answers of a server that sorts a million rows differ by more than all of the rest.
        qInfo().noquote() << u"%1: the answer came %2 ms later than when asked plainly"_s.arg(
            what, QString::number(slower, 'f', 0));
        return holds(what + u", beyond the answer"_s, quantile(beyond, 0.5), kBeyondMs, u" ms"_s);
    }
};

} // namespace podium
