// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/environmentconsole.h"

#include "app/auth/oidcsession.h"
#include "app/dataindex/dataindexcatalog.h"
#include "app/dataindex/dataindexinstances.h"
#include "app/dataindex/graphqlclient.h"
#include "app/inputs/inputfiles.h"
#include "app/jobs/dataindexjobs.h"
#include "app/journal/actionwatch.h"
#include "app/journal/bulkfiles.h"
#include "app/journal/journaledevents.h"
#include "app/journal/journaledinstances.h"
#include "app/journal/journaledjobs.h"
#include "app/journal/journaledruns.h"
#include "app/journal/journalfile.h"
#include "app/live/pollingfeed.h"
#include "app/net/httpclient.h"
#include "app/runtime/runtimeclient.h"
#include "app/runtime/runtimeevents.h"
#include "app/runtime/runtimemanagement.h"
#include "app/runtime/runtimeruns.h"
#include "app/settings/savedviewsfile.h"
#include "models/core/trace.h"
#include "models/services/bulkruns.h"

namespace podium {

using namespace Qt::StringLiterals;

EnvironmentConsole::EnvironmentConsole(const Environment &environment, KeychainStore &keychain, const Folders &folders,
                                       const Clock &clock, Tracer &tracer)
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
    , m_live(std::make_unique<PollingFeed>(*m_instances, *m_jobs, clock, tracer))
    , m_watch(std::make_unique<ActionWatch>(*m_journal, *m_session, clock))
    , m_journaledInstances(std::make_unique<JournaledInstances>(*m_instances, *m_watch))
    , m_journaledJobs(std::make_unique<JournaledJobs>(*m_jobs, *m_watch))
    , m_journaledRuns(std::make_unique<JournaledRuns>(*m_runs, *m_watch))
    , m_journaledEvents(std::make_unique<JournaledEvents>(*m_events, *m_watch))
    , m_bulkFiles(std::make_unique<BulkFiles>(folders.data % u"/journal/bulk"_s, environment.name))
    , m_bulks(std::make_unique<BulkRuns>(InstanceBatch::Services{*m_journaledInstances, *m_journaledRuns, *m_catalog},
                                         *m_bulkFiles, *m_session, *m_live, clock))
    , m_console(std::make_unique<Console>(Console{environment, *m_session, *m_catalog, *m_journaledInstances,
                                                  *m_journaledRuns, *m_journaledEvents, *m_journaledJobs, *m_live,
                                                  *m_journal, *m_bulks, *m_views, *m_inputs, clock, tracer}))
{
    m_live->setSignedIn(false);
    connect(m_session.get(), &SessionService::stateChanged, this,
            [this](SessionService::State state) { m_live->setSignedIn(state == SessionService::State::SignedIn); });
}

EnvironmentConsole::~EnvironmentConsole() = default;

AccessTokens &EnvironmentConsole::tokens()
{
    return *m_session;
}

} // namespace podium
