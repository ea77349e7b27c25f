// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/timeline/timeline.h"

#include "models/timeline/timelinebuilder.h"

#include <QCoreApplication>

namespace podium {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

} // namespace

Timeline buildTimeline(const QHash<QString, NodePlace> &places, const WorkflowInstance &instance)
{
    return TimelineBuilder(places, instance).run();
}

TimeAxis Timeline::axis(qint64 now, bool collapse) const
{
    if (!timed)
        return {};
    QList<TimeSpan> spans = work;
    if (workingSince >= 0)
        spans.append({workingSince, qMax(workingSince, now)});
    return {begin, moves ? qMax(end, now) : end, mergeSpans(std::move(spans)), collapse};
}

int Timeline::rowOfState(const QString &state) const
{
    if (state.isEmpty())
        return -1;
    int found = -1;
    for (int i = 0; i < rows.size(); ++i) {
        const TimelineRow &row = rows.at(i);
        if (row.state != state || row.internal)
            continue;
        // The state itself, rather than where the run began or ended in it.
        if (found < 0 || row.kind == TimelineRow::Kind::State || rows.at(found).kind == TimelineRow::Kind::Boundary)
            found = row.depth == 0 || found < 0 ? i : found;
    }
    return found;
}

int Timeline::rowOfDefinition(const QString &definitionId) const
{
    for (int i = static_cast<int>(rows.size()) - 1; i >= 0 && !definitionId.isEmpty(); --i) {
        if (rows.at(i).definitionId == definitionId)
            return i;
    }
    return -1;
}

QString displayName(TimelineRow::Status status)
{
    using Status = TimelineRow::Status;
    switch (status) {
    case Status::Running:
        return Texts::tr("Running");
    case Status::Waiting:
        return Texts::tr("Waiting");
    case Status::Done:
        return Texts::tr("Done");
    case Status::Failed:
        return Texts::tr("Failed");
    case Status::Skipped:
        return Texts::tr("Skipped");
    case Status::Aborted:
        return Texts::tr("Aborted");
    case Status::Repeated:
        return Texts::tr("Repeated");
    case Status::Open:
        break;
    }
    return Texts::tr("Not finished");
}

} // namespace podium
