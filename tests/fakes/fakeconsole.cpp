// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"

#include "models/domain/instancechanges.h"

namespace podium {

using namespace Qt::StringLiterals;

User FakeSession::user() const
{
    if (m_state == State::SignedOut)
        return {};
    return {u"5f0c"_s, u"operator"_s, u"Olivia Operator"_s, u"olivia@example.com"_s, {u"operator"_s}};
}

QUrl FakeSession::signInUrl() const
{
    return QUrl(u"http://127.0.0.1:8080/realms/podium/protocol/openid-connect/auth?client_id=podium"_s);
}

DeviceCode FakeSession::deviceCode() const
{
    const QString address = u"http://127.0.0.1:8080/realms/podium/device"_s;
    return {u"WDJB-MJHT"_s, QUrl(address), QUrl(address % u"?user_code=WDJB-MJHT"_s), FakeClock().now().addSecs(600)};
}

void FakeSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void FakeSession::fail(const Error &error, State state)
{
    setState(state);
    Q_EMIT signInFailed(error);
}

void FakeLive::setStatus(const LiveStatus &status)
{
    m_status = status;
    Q_EMIT statusChanged(status);
}

void FakeJournal::add(const ActionRecord &record)
{
    list.prepend(record);
    Q_EMIT changed();
}

void FakeJournal::setProblem(const QString &text)
{
    m_problem = text;
    Q_EMIT changed();
}

void FakeJournal::setReading(bool on)
{
    m_reading = on;
    Q_EMIT changed();
}

Async<QList<BulkReport>> FakeBulkStore::reports()
{
    QList<BulkReport> reports;
    for (const QByteArray &text : std::as_const(files)) {
        if (const auto report = bulkReportFromLines(text))
            reports.prepend(*report);
    }
    return reads.reply<QList<BulkReport>>(reports);
}

Async<BulkReport> FakeBulkStore::report(const QString &id)
{
    if (const auto report = bulkReportFromLines(files.value(id)))
        return reads.reply<BulkReport>(*report);
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = u"The report could not be read."_s;
    return reads.reply<BulkReport>(error);
}

void FakeBulkStore::setProblem(const QString &text)
{
    m_problem = text;
    Q_EMIT problemChanged();
}

Result<Done> FakeViews::setViews(const QList<SavedView> &views)
{
    if (storageError)
        return *storageError;
    list = views;
    Q_EMIT changed();
    return Done();
}

FakeConsole::FakeConsole(const QString &environmentName)
    : instances(clock.now().addSecs(-42))
    , runs(instances)
    , jobs(instances, clock.now())
    , bulks({instances, runs, catalog}, bulkStore, session, live, clock)
    , notices({}, environmentName, clock)
    , console{environment(environmentName),
              session,
              catalog,
              instances,
              runs,
              events,
              jobs,
              live,
              journal,
              bulks,
              views,
              inputs,
              formData,
              clock,
              tracer,
              nullptr,
              nullptr,
              &watch,
              &notices,
              &desktop.desktop}
{
}

void FakeConsole::change(const WorkflowInstance &detailed)
{
    instances.put(detailed);
    Q_EMIT live.instanceChanged(detailed);
    Q_EMIT live.instancesChanged({rowOf(detailed)});
}

Environment FakeConsole::environment(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.production = name.contains("prod"_L1, Qt::CaseInsensitive);
    environment.color = environment.production ? QColor(0xc9, 0x2a, 0x2a) : QColor(0x2b, 0x8a, 0x3e);
    environment.issuer = QUrl(u"http://127.0.0.1:8080/realms/podium"_s);
    environment.clientId = u"podium"_s;
    environment.dataIndexUrl = QUrl(u"http://127.0.0.1:8180/graphql"_s);
    environment.jobServiceUrl = QUrl(u"http://127.0.0.1:8180"_s);
    environment.runtimeUrls = {QUrl(u"http://127.0.0.1:8180"_s)};
    return environment;
}

FakeEnvironments::FakeEnvironments(const QStringList &names, QObject *parent)
    : EnvironmentService(parent)
{
    for (const QString &name : names)
        list << FakeConsole::environment(name);
}

Result<Done> FakeEnvironments::save(const QString &previousName, const Environment &environment)
{
    if (storageError)
        return *storageError;
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Environment &e) { return e.name == previousName; });
    if (found != list.end())
        *found = environment;
    else
        list << environment;
    std::sort(list.begin(), list.end(), [](const Environment &a, const Environment &b) { return a.name < b.name; });
    Q_EMIT changed();
    return Done();
}

Result<Done> FakeEnvironments::remove(const QString &name)
{
    if (storageError)
        return *storageError;
    list.removeIf([&](const Environment &environment) { return environment.name == name; });
    Q_EMIT changed();
    return Done();
}

Result<Environment> FakeEnvironments::importFile(const QString &path)
{
    if (storageError)
        return *storageError;
    const Environment environment = FakeConsole::environment(path.section(u'/', -1).section(u'.', 0, 0));
    (void)save(environment.name, environment);
    return environment;
}

Result<Done> FakeEnvironments::exportFile(const QString &, const QString &)
{
    if (storageError)
        return *storageError;
    return Done();
}

Async<ConnectionCheck> FakeEnvironments::check(const Environment &, ConnectionCheck::Service service)
{
    const ConnectionCheck fine{service, ConnectionCheck::Outcome::Ok, u"Reachable, token accepted."_s, {}, {}};
    return checks.reply<ConnectionCheck>(findings.value(service, fine));
}

FakeConsole *FakeConsoles::fake(const QString &environmentName)
{
    auto &entry = m_consoles[environmentName];
    if (!entry)
        entry = std::make_unique<FakeConsole>(environmentName);
    return entry.get();
}

Console *FakeConsoles::console(const QString &environmentName)
{
    const QList<Environment> known = m_environments.environments();
    const bool exists =
        std::any_of(known.cbegin(), known.cend(), [&](const auto &e) { return e.name == environmentName; });
    return exists ? &fake(environmentName)->console : nullptr;
}

} // namespace podium
