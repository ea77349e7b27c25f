// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/trace.h"
#include "models/notices/noticestore.h"
#include "models/services/actionjournal.h"
#include "models/services/bulkruns.h"
#include "models/services/console.h"
#include "models/services/environmentservice.h"
#include "models/services/livefeed.h"
#include "models/services/savedviews.h"
#include "models/services/sessionservice.h"
#include "models/watch/watchrules.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakedesktop.h"
#include "tests/fakes/fakeformdata.h"
#include "tests/fakes/fakeinputs.h"
#include "tests/fakes/fakejobs.h"
#include "tests/fakes/fakeservices.h"

#include <map>
#include <memory>

namespace podium {

/// Signed in as Olivia Operator from the start. signIn() waits for the browser until a test lets it end.
class FakeSession : public SessionService
{
    Q_OBJECT
public:
    using SessionService::SessionService;

    State state() const override { return m_state; }
    User user() const override;
    TokenStorage storage() const override { return tokenStorage; }
    QUrl signInUrl() const override;
    DeviceCode deviceCode() const override;

    void restore() override { setState(State::Restoring); }
    void signIn() override { setState(State::WaitingBrowser); }
    void signInWithDevice() override { setState(State::WaitingDevice); }
    void cancelSignIn() override { setState(State::SignedOut); }
    void signOut() override { setState(State::SignedOut); }

    void setState(State state);
    void fail(const Error &error, State state = State::SignedOut);

    TokenStorage tokenStorage{true, {}};

private:
    State m_state = State::SignedIn;
};

/// Remembers who watches what; the test says what changes.
class FakeLive : public LiveFeed
{
    Q_OBJECT
public:
    using LiveFeed::LiveFeed;

    LiveStatus status() const override { return m_status; }
    void watchInstance(const QString &id) override { ++watched[id]; }
    void unwatchInstance(const QString &id) override { --watched[id]; }
    void watchList() override { ++listWatches; }
    void unwatchList() override { --listWatches; }
    void watchRows(const QObject *list, const QStringList &ids) override { watchedRows.insert(list, ids); }
    void watchJobs() override { ++jobWatches; }
    void unwatchJobs() override { --jobWatches; }
    void watchCounts(const QList<InstanceQuery> &queries) override { counted = queries; }
    void watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries) override
    {
        countedOf.insert(watcher, queries);
    }
    void setForeground(bool on) override { foreground = on; }
    void setAlert(bool on) override { alert = on; }
    void refreshNow() override { ++refreshes; }

    void setStatus(const LiveStatus &status);

    QHash<QString, int> watched;
    QHash<const QObject *, QStringList> watchedRows;
    QList<InstanceQuery> counted;
    QHash<const QObject *, QList<InstanceQuery>> countedOf;
    int listWatches = 0;
    int jobWatches = 0;
    int refreshes = 0;
    bool foreground = true;
    bool alert = false;

private:
    LiveStatus m_status{LiveStatus::Mode::Polling, 2000, QDateTime(QDate(2026, 3, 2), QTime(14, 29, 59), Qt::UTC), {}, {}};
};

/// Keeps nothing on disk; the test says what is wrong.
class FakeJournal : public ActionJournal
{
    Q_OBJECT
public:
    using ActionJournal::ActionJournal;

    void add(const ActionRecord &record) override;
    QList<ActionRecord> records() const override { return list; }
    void read() override { ++reads; }
    bool isReading() const override { return m_reading; }
    QString problem() const override { return m_problem; }

    void setProblem(const QString &text);
    void setReading(bool on);

    QList<ActionRecord> list; ///< newest first
    int reads = 0;

private:
    QString m_problem;
    bool m_reading = false;
};

/// Views in memory.
class FakeViews : public SavedViews
{
    Q_OBJECT
public:
    using SavedViews::SavedViews;

    QList<SavedView> views() const override { return list; }
    Result<Done> setViews(const QList<SavedView> &views) override;

    QList<SavedView> list;
    std::optional<Error> storageError;
};

/// Keeps reports as the files do, in memory: what a start of Podium later would find.
class FakeBulkStore : public BulkStore
{
    Q_OBJECT
public:
    using BulkStore::BulkStore;

    void begin(const BulkReport &plan) override { files[plan.id] += bulkPlanLines(plan); }
    void note(const QString &id, int index, const BulkItem &item) override { files[id] += bulkItemLine(index, item); }
    void end(const QString &id, const QDateTime &at) override { files[id] += bulkEndLine(at); }
    void resumed(const QString &id, const QDateTime &at, const QString &user) override
    {
        files[id] += bulkResumedLine(at, user);
    }
    Async<QList<BulkReport>> reports() override;
    Async<BulkReport> report(const QString &id) override;
    QString problem() const override { return m_problem; }
    void setProblem(const QString &text);

    QMap<QString, QByteArray> files; ///< by id
    FakeReplies reads;

private:
    QString m_problem;
};

/// All services of one made-up environment, and the Console the ui gets of them.
struct FakeConsole
{
    explicit FakeConsole(const QString &environmentName = QStringLiteral("Local sandbox"));

    /// Changes an instance on the server and tells the ui, as a poll that found it would.
    void change(const WorkflowInstance &detailed);

    FakeClock clock;
    Tracer tracer;
    FakeSession session;
    FakeCatalog catalog;
    FakeInstances instances;
    FakeRuns runs;
    FakeEvents events;
    FakeJobs jobs;
    FakeLive live;
    FakeJournal journal;
    FakeBulkStore bulkStore;
    BulkRuns bulks;
    FakeViews views;
    FakeInputs inputs;
    WatchRules watch{QString()};
    NoticeStore notices;
    FakeDesktop desktop;
    FakeFormData formData;
    Console console;

    static Environment environment(const QString &name);
};

/// Environments in memory. Every check answers that all is well, unless told otherwise.
class FakeEnvironments : public EnvironmentService
{
    Q_OBJECT
public:
    explicit FakeEnvironments(const QStringList &names = {QStringLiteral("Local sandbox"),
                                                          QStringLiteral("Production")},
                              QObject *parent = nullptr);

    QList<Environment> environments() const override { return list; }
    Result<Done> save(const QString &previousName, const Environment &environment) override;
    Result<Done> remove(const QString &name) override;
    Result<Environment> importFile(const QString &path) override;
    Result<Done> exportFile(const QString &name, const QString &path) override;
    Async<ConnectionCheck> check(const Environment &environment, ConnectionCheck::Service service) override;

    QList<Environment> list;
    QHash<ConnectionCheck::Service, ConnectionCheck> findings;
    FakeReplies checks;
    std::optional<Error> storageError; ///< save, remove, import and export fail with it
};

/// A FakeConsole for each name that is asked for.
class FakeConsoles : public ConsoleProvider
{
public:
    explicit FakeConsoles(const EnvironmentService &environments)
        : m_environments(environments)
    {
    }

    Console *console(const QString &environmentName) override;
    FakeConsole *fake(const QString &environmentName);

private:
    const EnvironmentService &m_environments;
    std::map<QString, std::unique_ptr<FakeConsole>> m_consoles;
};

} // namespace podium
