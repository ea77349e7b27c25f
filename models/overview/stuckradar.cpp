// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/overview/stuckradar.h"

#include <QSet>

#include <algorithm>

namespace podium {

namespace {

constexpr qint64 kLeastOverMs = 60'000;

double proportion(const StuckRun &run)
{
    return static_cast<double>(run.ageMs) / static_cast<double>(qMax<qint64>(1, run.usual.unusualAfterMs()));
}

bool runs(const WorkflowInstance &instance, const QDateTime &nowUtc)
{
    // ACTIVE with an end: it is over, and the event that says so is still on its way.
    return instance.state == InstanceState::Active && !instance.end.isValid() && instance.start.isValid() &&
           instance.start <= nowUtc;
}

} // namespace

qint64 UsualDuration::unusualAfterMs() const
{
    return isKnown() ? p95Ms + qMax(p95Ms / 2, kLeastOverMs) : -1;
}

UsualDuration usualDuration(QList<qint64> durationsMs)
{
    durationsMs.removeIf([](qint64 ms) { return ms < 0; });
    UsualDuration usual;
    usual.samples = static_cast<int>(durationsMs.size());
    if (durationsMs.isEmpty())
        return usual;
    std::sort(durationsMs.begin(), durationsMs.end());
    const qsizetype middle = durationsMs.size() / 2;
    const qint64 upper = durationsMs.at(middle);
    usual.medianMs =
        durationsMs.size() % 2 == 1 ? upper : durationsMs.at(middle - 1) + (upper - durationsMs.at(middle - 1)) / 2;
    const qsizetype rank = (durationsMs.size() * 95 + 99) / 100; // from 1, rounded up
    usual.p95Ms = durationsMs.at(rank - 1);
    return usual;
}

UsualDuration usualDuration(const QList<WorkflowInstance> &finished)
{
    QList<qint64> durations;
    for (const WorkflowInstance &run : finished) {
        if (run.state == InstanceState::Completed && run.start.isValid() && run.end.isValid())
            durations << run.start.msecsTo(run.end);
    }
    return usualDuration(durations);
}

StuckRadar stuckRadar(const QList<WorkflowInstance> &running, const QHash<QString, UsualDuration> &usual,
                      const QDateTime &nowUtc)
{
    StuckRadar radar;
    QSet<QString> unjudged;
    QSet<QString> seen; // rows move between pages while they are read
    for (const WorkflowInstance &instance : running) {
        if (!runs(instance, nowUtc) || seen.contains(instance.id))
            continue;
        seen.insert(instance.id);
        const UsualDuration known = usual.value(instance.workflowId);
        if (!known.isKnown()) {
            unjudged.insert(instance.workflowId);
            continue;
        }
        ++radar.compared;
        const qint64 age = instance.start.msecsTo(nowUtc);
        if (age > known.unusualAfterMs())
            radar.runs << StuckRun{instance, age, known};
    }
    std::stable_sort(radar.runs.begin(), radar.runs.end(), [](const StuckRun &a, const StuckRun &b) {
        const double over = proportion(a);
        const double otherOver = proportion(b);
        return over != otherOver ? over > otherOver : a.instance.id < b.instance.id;
    });
    radar.unjudged = QStringList(unjudged.cbegin(), unjudged.cend());
    radar.unjudged.sort();
    return radar;
}

} // namespace podium
