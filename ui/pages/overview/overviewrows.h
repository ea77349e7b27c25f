// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/overview/attentionrow.h"
#include "ui/pages/overview/failurereader.h"
#include "ui/pages/overview/overduereader.h"
#include "ui/pages/overview/runreader.h"
#include "ui/pages/overview/runtimeprobe.h"
#include "ui/pages/overview/waitreader.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>

namespace podium {

/// What was read, as rows for the user to read, each with the list behind it.
class OverviewRows
{
    Q_DECLARE_TR_FUNCTIONS(OverviewRows)
public:
    OverviewRows(const RuntimeProbe &workflows, TimeStyle style, const QDateTime &nowUtc)
        : m_workflows(workflows)
        , m_style(style)
        , m_now(nowUtc)
    {
    }

    QList<RowContent> failures(const FailureReader &reader) const;
    /// One row for each workflow.
    QList<RowContent> stuck(const StuckRadar &radar, bool isCut, const WaitReader &waits) const;
    QList<RowContent> overdue(const OverdueReader &reader) const;
    QList<RowContent> unavailable(const RuntimeProbe &probe) const;
    /// Workflows with runs in the time or right now, the busiest first.
    QList<RowContent> loads(RunReader &reader, const Series &series) const;

    /// "1,234" or, where there can be more, "1,234+".
    static QString numberText(qint64 number, bool isAtLeast);
    /// The same in words: "at least 1,234".
    static QString spokenNumber(qint64 number, bool isAtLeast);

private:
    QString time(const QDateTime &utc) const { return timeText(utc, m_style, m_now); }
    QString shortTime(const QDateTime &utc) const;
    QStringList stepNames(const Series &series) const;
    QString stepName(const QDateTime &from, const QDateTime &before) const;
    RowContent failure(const FailureReader &reader, const FailureGroup &group) const;
    RowContent stuckOf(const QList<StuckRun> &runs, bool isCut, const QString &node) const;
    QString usually(const UsualDuration &usual) const;
    RowContent load(const QString &workflowId, const WorkflowLoad &load, qint64 running, const Series &series) const;

    const RuntimeProbe &m_workflows;
    TimeStyle m_style;
    QDateTime m_now;
};

} // namespace podium
