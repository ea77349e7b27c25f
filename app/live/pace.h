// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace podium {

/// How often things are asked for. All in milliseconds; tests shorten them.
struct PollingOptions
{
    QList<int> instanceSteps{1000, 2000, 5000, 10000}; ///< from "it moves" to "it has not moved for long"
    QList<int> listSteps{2000, 3000, 5000};
    QList<int> countSteps{10'000, 20'000, 30'000}; ///< numbers beside saved views
    int quietAnswersPerStep = 5;                   ///< answers without a change before the next, slower step
    int settledMs = 60'000;                        ///< an instance that ended: late events are rare, but exist
    int settledQuietAnswers = 3; ///< answers without a change before an ended instance counts as settled
    int calmMs = 30'000;         ///< the fastest for lists while the server tells changes by itself: to be sure
    int nudgeGapMs = 250;        ///< between two questions of the same kind, however often somebody wants one
    int backgroundMs = 15'000;   ///< the fastest while the window is hidden or in the background
    int firstRetryMs = 1000;     ///< after an error, doubled each time…
    int lastRetryMs = 30'000;    ///< …up to this
    double jitter = 0.2;         ///< part of the retry time that is random, so that consoles do not come back in step
    int gapMs = 10'000;          ///< the clock went on this much more than the timer: the computer slept
    int heartbeatMs = 5000;      ///< longest the timer rests, so that a gap is noticed
    int overlapMs = 10'000;      ///< read again behind the watermark: events reach the server out of order
    int pageSize = 100;
    int maxPages = 5; ///< per answer; more changes than that are found by opening the list again
    int maxOpenRows = 100;
};

/// The rhythm of one poll: fast when something changed, slower step by step while nothing does, and apart from that
/// backing off after errors. Knows no clock.
class Pace
{
public:
    Pace(QList<int> steps, const PollingOptions &options);

    void answered(bool changed);
    void failed() { ++m_failures; }
    void hurry(); ///< as if something had changed
    void setSettled(bool settled) { m_settled = settled; }
    /// The fastest while changes are told by the server anyway; 0 where they are not.
    void setCalm(int ms) { m_calmMs = ms; }

    bool isFailing() const { return m_failures > 0; }
    int intervalMs(bool foreground) const; ///< between two answers while all is well
    /// Until the next question: intervalMs(), or the time to wait after the last error. `random` is from 0 to 1.
    int delayMs(bool foreground, double random) const;

    /// After the `failures`th error in a row (from 1), never below the half of PollingOptions::firstRetryMs.
    static int retryMs(int failures, const PollingOptions &options, double random);

private:
    QList<int> m_steps;
    PollingOptions m_options;
    int m_quiet = 0;
    int m_failures = 0;
    bool m_settled = false;
    int m_calmMs = 0;
};

} // namespace podium
