// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/environmentconsole.h"

#include "app/auth/oidcsession.h"
#include "app/dataindex/dataindexcatalog.h"
#include "app/dataindex/dataindexinstances.h"
#include "app/dataindex/graphqlclient.h"
#include "app/formdata/formdataclient.h"
#include "app/hub/hubnotifications.h"
#include "app/inputs/inputfiles.h"
#include "app/jobs/dataindexjobs.h"
#include "app/journal/actionwatch.h"
#include "app/journal/bulkfiles.h"
#include "app/journal/journaledevents.h"
#include "app/journal/journaledinstances.h"
#include "app/journal/journaledjobs.h"
#include "app/journal/journaledruns.h"
#include "app/journal/journalfile.h"
#include "app/live/environmentfeed.h"
#include "app/live/subscriptionsource.h"
#include "app/net/httpclient.h"
#include "app/runtime/runtimeclient.h"
#include "app/runtime/runtimeevents.h"
#include "app/runtime/runtimemanagement.h"
#include "app/runtime/runtimeruns.h"
#include "app/settings/environmentstore.h"
#include "app/settings/savedviewsfile.h"
#include "models/core/trace.h"
#include "models/notices/noticesources.h"
#include "models/notices/noticestore.h"
#include "models/notifications/notificationcentre.h"
#include "models/services/bulkruns.h"
#include "models/watch/rulewatcher.h"
#include "models/watch/watchrules.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString fileIn(const QString &folder, const QString &environmentName)
{
    return folder % u'/' % EnvironmentStore::uniqueFileNameFor(environmentName) % u".json"_s;
}

} // namespace

QString EnvironmentConsole::watchRulesPath(const Folders &folders, const QString &environmentName)
{
    return fileIn(folders.config % u"/watch"_s, environmentName);
}

EnvironmentConsole::EnvironmentConsole(const Environment &environment, KeychainStore &keychain, const Folders &folders,
                                       Desktop *desktop, const Clock &clock, Tracer &tracer)
    : m_journal(std::make_unique<JournalFile>(folders.data % u"/journal"_s, environment.name))
    , m_inputs(std::make_unique<InputFiles>(folders.data % u"/inputs"_s, environment.name))
    , m_views(std::make_unique<SavedViewsFile>(folders.config % u"/views"_s, environment.name))
    , m_session(std::make_unique<OidcSession>(environment, keychain, desktopBrowser(), clock, tracer))
    , m_http(std::make_unique<HttpClient>(environment, m_session.get(), tracer))
    , m_graphql(std::make_unique<GraphqlClient>(*m_http, environment.dataIndexUrl))
    , m_runtime(std::make_unique<RuntimeClient>(*m_http))
    , m_catalog(std::make_unique<DataIndexCatalog>(*m_graphql, *m_runtime))
    , m_management(std::make_unique<RuntimeManagement>(*m_http))
    , m_instances(std::make_unique<DataIndexInstances>(*m_graphql, m_management.get()))
    , m_jobs(std::make_unique<DataIndexJobs>(*m_graphql))
    , m_runs(std::make_unique<RuntimeRuns>(*m_http))
    , m_events(std::make_unique<RuntimeEvents>(*m_http))
    , m_formData(std::make_unique<FormDataClient>(*m_http, [this] { return m_session->user(); }))
    , m_live(std::make_unique<EnvironmentFeed>(
          EnvironmentFeed::Services{*m_instances, *m_jobs, clock, tracer},
          std::make_unique<SubscriptionSource>(*m_graphql, environment.dataIndexUrl, PushOptions())))
    , m_watch(std::make_unique<ActionWatch>(*m_journal, *m_session, clock))
    , m_journaledInstances(std::make_unique<JournaledInstances>(*m_instances, *m_watch))
    , m_journaledJobs(std::make_unique<JournaledJobs>(*m_jobs, *m_watch))
    , m_journaledRuns(std::make_unique<JournaledRuns>(*m_runs, *m_watch))
    , m_journaledEvents(std::make_unique<JournaledEvents>(*m_events, *m_watch))
    , m_bulkFiles(std::make_unique<BulkFiles>(folders.data % u"/journal/bulk"_s, environment.name))
    , m_bulks(std::make_unique<BulkRuns>(InstanceBatch::Services{*m_journaledInstances, *m_journaledRuns, *m_catalog},
                                         *m_bulkFiles, *m_session, *m_live, clock))
    , m_hub(environment.notificationsUrl.isEmpty()
                ? nullptr
                : std::make_unique<HubNotifications>(environment, keychain, desktopBrowser(), clock, tracer))
    , m_watchRules(std::make_unique<WatchRules>(watchRulesPath(folders, environment.name)))
    , m_notices(std::make_unique<NoticeStore>(fileIn(folders.data % u"/notices"_s, environment.name), environment.name,
                                              clock))
    , m_notifications(std::make_unique<NotificationCentre>())
    , m_console(std::make_unique<Console>(Console{environment,      *m_session,
                                                  *m_catalog,       *m_journaledInstances,
                                                  *m_journaledRuns, *m_journaledEvents,
                                                  *m_journaledJobs, *m_live,
                                                  *m_journal,       *m_bulks,
                                                  *m_views,         *m_inputs,
                                                  *m_formData,      clock,
                                                  tracer,           m_notifications.get(),
                                                  m_hub.get(),      m_watchRules.get(),
                                                  m_notices.get(),  desktop}))
    , m_bulkNotices(std::make_unique<BulkNotices>(*m_bulks, *m_notices))
    , m_sessionNotices(std::make_unique<SessionNotices>(*m_session, *m_notices))
    , m_watcher(std::make_unique<RuleWatcher>(*m_console, *m_watchRules, *m_notices,
                                              fileIn(folders.data % u"/watch"_s, environment.name)))
{
    m_live->setSignedIn(false);
    m_notifications->addSource(*m_notices);
    if (m_hub)
        m_notifications->addSource(*m_hub);
    followSession();
}

void EnvironmentConsole::followSession()
{
    using State = SessionService::State;
    connect(m_session.get(), &SessionService::stateChanged, this,
            [this, before = State::SignedOut](State state) mutable {
                m_live->setSignedIn(state == State::SignedIn);
                const bool wasIn = before == State::SignedIn || before == State::Expired || before == State::SigningOut;
                before = state;
                if (!m_hub)
                    return;
                if (state == State::SignedIn)
                    m_hub->setActive(true);
                else if (state == State::SignedOut && wasIn)
                    m_hub->signOut(); // who is next may be somebody else
            });
}

EnvironmentConsole::~EnvironmentConsole() = default;

AccessTokens &EnvironmentConsole::tokens()
{
    return *m_session;
}

} // namespace podium
