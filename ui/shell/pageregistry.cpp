// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/pageregistry.h"

#include "ui/pages/bulk/bulkpage.h"
#include "ui/pages/bulk/bulkspage.h"
#include "ui/pages/compare/comparepage.h"
#include "ui/pages/compareruns/comparerunspage.h"
#include "ui/pages/events/eventpage.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/jobs/jobspage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/run/batchpage.h"
#include "ui/pages/run/runpage.h"
#include "ui/pages/watch/watchpage.h"
#include "ui/pages/workflows/workflowpage.h"
#include "ui/pages/workflows/workflowspage.h"

#include <QCoreApplication>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

template <typename P>
Page *make(const PageContext &context, const Location &location, QWidget *parent)
{
    return new P(context, location, parent);
}

template <typename P>
PageEntry listPage(const QString &kind, const char *name, const QString &iconName)
{
    return {kind, [name] { return QCoreApplication::translate("NavigationRail", name); }, iconName, &make<P>};
}

template <typename P>
PageEntry detailPage(const QString &kind, const QString &iconName)
{
    return {kind, {}, iconName, &make<P>};
}

} // namespace

std::vector<PageEntry> pageRegistry()
{
    return {
        listPage<OverviewPage>(u"overview"_s, QT_TRANSLATE_NOOP("NavigationRail", "Overview"), u"overview"_s),
        listPage<WorkflowsPage>(u"workflows"_s, QT_TRANSLATE_NOOP("NavigationRail", "Workflows"), u"workflow"_s),
        listPage<InstancesPage>(u"instances"_s, QT_TRANSLATE_NOOP("NavigationRail", "Instances"), u"instance"_s),
        listPage<JobsPage>(u"jobs"_s, QT_TRANSLATE_NOOP("NavigationRail", "Jobs"), u"job"_s),
        listPage<NotificationsPage>(u"notifications"_s, QT_TRANSLATE_NOOP("NavigationRail", "Notifications"),
                                    u"notification"_s),
        detailPage<WorkflowPage>(u"workflow"_s, u"workflow"_s),
        detailPage<InstanceDetailPage>(u"instance"_s, u"instance"_s),
        detailPage<RunPage>(u"run"_s, u"run"_s),
        detailPage<BatchPage>(u"batch"_s, u"run"_s),
        detailPage<EventPage>(u"event"_s, u"event"_s),
        detailPage<EventPage>(u"resume"_s, u"event"_s),
        detailPage<ComparePage>(u"compare"_s, u"compare"_s),
        detailPage<CompareRunsPage>(u"runs"_s, u"compare"_s),
        detailPage<JournalPage>(u"journal"_s, u"document"_s),
        detailPage<WatchPage>(u"watch"_s, u"eye"_s),
        detailPage<BulksPage>(u"bulks"_s, u"document"_s),
        detailPage<BulkPage>(u"bulk"_s, u"document"_s),
    };
}

} // namespace podium
