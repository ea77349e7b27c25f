// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/pages/pagetest.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/counttile.h"
#include "ui/pages/overview/overviewpage.h"

#include <QPushButton>
#include <QUrl>

namespace podium {

/// A page test with what the tests of the overview look at and put on the server.
struct OverviewTest : PageTest
{
    static CountTile *tile(const OverviewPage &page, const QString &name)
    {
        for (CountTile *each : page.findChildren<CountTile *>()) {
            if (each->text() == name)
                return each;
        }
        return nullptr;
    }
    static AttentionRow *row(const AttentionList *list, const QString &title)
    {
        for (AttentionRow *each : list->rows()) {
            if (each->content().title.contains(title))
                return each;
        }
        return nullptr;
    }
    static void expand(const AttentionList *list)
    {
        for (QPushButton *button : list->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(QLatin1String("Show")))
                button->click();
        }
    }
    static QString filterOf(const Location &location)
    {
        const QString prefix = QStringLiteral("filter=");
        return location.kind == QLatin1String("instances") && location.id.startsWith(prefix)
                   ? QUrl::fromPercentEncoding(location.id.mid(prefix.size()).toLatin1())
                   : QString();
    }
    static WorkflowInstance finishedRun(const QString &workflow, int number, const QDateTime &end, qint64 tookMs)
    {
        WorkflowInstance run;
        run.id = QStringLiteral("%1-done-%2").arg(workflow).arg(number);
        run.workflowId = workflow;
        run.workflowName = workflow;
        run.state = InstanceState::Completed;
        run.end = end;
        run.start = end.addMSecs(-tookMs);
        run.lastUpdate = end;
        return run;
    }
    static WorkflowInstance failedRun(const QString &id, const QString &message, const QDateTime &start)
    {
        WorkflowInstance run;
        run.id = id;
        run.workflowId = QStringLiteral("billing");
        run.workflowName = QStringLiteral("Billing");
        run.version = QStringLiteral("1");
        run.state = InstanceState::Error;
        run.start = start;
        run.error = InstanceError{QStringLiteral("n1"), {}, message};
        return run;
    }
    static WorkflowInstance activeRun(const QString &workflow, const QDateTime &start)
    {
        WorkflowInstance run = finishedRun(workflow, 999, start, 0);
        run.state = InstanceState::Active;
        run.end = {};
        return run;
    }
    /// A server on which nothing is wrong.
    void calm()
    {
        fake.instances.setGenerated(2); // one runs, one completed
        fake.jobs.setGenerated(0);
        fake.catalog.workflows = {fakeWorkflows().constFirst()};
    }

    std::unique_ptr<OverviewPage> openOverview()
    {
        return open<OverviewPage>(Location{QStringLiteral("overview"), {}, {}});
    }
};

} // namespace podium
