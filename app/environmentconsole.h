// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/console.h"

#include <QObject>

#include <memory>

namespace podium {

class AccessTokens;
class ActionWatch;
class BulkFiles;
class BulkNotices;
class BulkRuns;
class DataIndexCatalog;
class DataIndexInstances;
class DataIndexJobs;
class EnvironmentFeed;
class FormDataClient;
class GraphqlClient;
class HttpClient;
class HubNotifications;
class InputFiles;
class JournaledEvents;
class JournaledInstances;
class JournaledJobs;
class JournaledRuns;
class JournalFile;
class KeychainStore;
class NotificationCentre;
class NoticeStore;
class OidcSession;
class RuntimeClient;
class RuntimeEvents;
class RuntimeManagement;
class RuntimeRuns;
class RuleWatcher;
class SavedViewsFile;
class SessionNotices;
class WatchRules;

/// Everything behind one environment: makes its services, connects the sign-in with the live feed, and hands both to
/// the ui as a Console. UI thread.
class EnvironmentConsole : public QObject
{
    Q_OBJECT
public:
    /// Where what belongs to one environment is kept, in folders within these.
    struct Folders
    {
        QString data;   ///< what was done and what was sent
        QString config; ///< how the user likes to look at it
    };

    EnvironmentConsole(const Environment &environment, KeychainStore &keychain, const Folders &folders,
                       Desktop *desktop, const Clock &clock, Tracer &tracer);
    ~EnvironmentConsole() override;

    Console &console() { return *m_console; }
    AccessTokens &tokens();
    static QString watchRulesPath(const Folders &folders, const QString &environmentName);

private:
    void followSession();

    std::unique_ptr<JournalFile> m_journal;
    std::unique_ptr<InputFiles> m_inputs;
    std::unique_ptr<SavedViewsFile> m_views;
    std::unique_ptr<OidcSession> m_session;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<GraphqlClient> m_graphql;
    std::unique_ptr<RuntimeClient> m_runtime;
    std::unique_ptr<DataIndexCatalog> m_catalog;
    std::unique_ptr<RuntimeManagement> m_management;
    std::unique_ptr<DataIndexInstances> m_instances;
    std::unique_ptr<DataIndexJobs> m_jobs;
    std::unique_ptr<RuntimeRuns> m_runs;
    std::unique_ptr<RuntimeEvents> m_events;
    std::unique_ptr<FormDataClient> m_formData;
    std::unique_ptr<EnvironmentFeed> m_live;
    std::unique_ptr<ActionWatch> m_watch; ///< behind the four below: what the ui does goes through them
    std::unique_ptr<JournaledInstances> m_journaledInstances;
    std::unique_ptr<JournaledJobs> m_journaledJobs;
    std::unique_ptr<JournaledRuns> m_journaledRuns;
    std::unique_ptr<JournaledEvents> m_journaledEvents;
    std::unique_ptr<BulkFiles> m_bulkFiles;
    std::unique_ptr<BulkRuns> m_bulks;
    std::unique_ptr<HubNotifications> m_hub; ///< nullptr where the environment has none
    std::unique_ptr<WatchRules> m_watchRules;
    std::unique_ptr<NoticeStore> m_notices;
    std::unique_ptr<NotificationCentre> m_notifications; ///< after what it merges
    std::unique_ptr<Console> m_console;
    std::unique_ptr<BulkNotices> m_bulkNotices;
    std::unique_ptr<SessionNotices> m_sessionNotices;
    std::unique_ptr<RuleWatcher> m_watcher; ///< last: it uses all the others
};

} // namespace podium
