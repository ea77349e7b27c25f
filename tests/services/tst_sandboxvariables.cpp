// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsondiff.h"
#include "models/json/mergepatch.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// What changing the variables of a live run really does. Each test starts its own run.
class tst_SandboxVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatIsSentIsThere_data();
    void whatIsSentIsThere();
    void refusedChangesWouldNotBeMade_data();
    void refusedChangesWouldNotBeMade();
    void dataIndexLacksWhatChangedWithinObjects();
    void aFailedRunGoesOnWithTheChange();
    void aFinishedRunIsNotFound();
    void viewersMayNot();

private:
    void start(const QString &workflowId, const char *input);
    Json live()
    {
        const auto now = await(m_operator->instances.liveVariables(m_instance));
        return now && *now ? **now : Json();
    }
    Result<Done> send(const Json &patch)
    {
        return await(m_operator->instances.setVariables(m_instance, std::make_shared<const Json>(patch)));
    }

    std::unique_ptr<SandboxConsole> m_operator;
    WorkflowInstance m_instance;
};

void tst_SandboxVariables::initTestCase()
{
    m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
    if (!await(m_operator->client.capabilities(), 30000))
        QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
}

void tst_SandboxVariables::cleanup()
{
    if (!m_instance.id.isEmpty())
        (void)await(m_operator->instances.abort(m_instance));
    m_instance = {};
}

void tst_SandboxVariables::start(const QString &workflowId, const char *input)
{
    const auto definition = await(m_operator->catalog.definition(workflowId, {}));
    QVERIFY(definition);
    const auto json = std::make_shared<const Json>(Json::parse(input));
    const QString key = u"variables-"_s + QUuid::createUuid().toString(QUuid::Id128).left(12);
    const auto run = await(m_operator->runs.start({*definition, json, key}), 30000);
    QVERIFY(run);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto read = await(m_operator->instances.instance(run->instanceId));
            m_instance = read ? *read : WorkflowInstance();
            return !m_instance.id.isEmpty() && m_instance.variables;
        },
        20000));
}

void tst_SandboxVariables::whatIsSentIsThere_data()
{
    QTest::addColumn<QString>("after");
    QTest::newRow("plain") << uR"({"volumes":["home"],"o":{"a":2,"b":[1,2]},"t":"y","n":1})"_s;
    QTest::newRow("other plain") << uR"({"volumes":["home"],"o":{"a":"one","b":[1,2]},"t":7,"n":true})"_s;
    QTest::newRow("list") << uR"({"volumes":[],"o":{"a":1,"b":[{"c":1},[2]]},"t":"x","n":1})"_s;
    QTest::newRow("new") << uR"({"volumes":["home"],"o":{"a":1,"b":[1,2],"c":{"d":{}}},"t":"x","n":1,"p":[]})"_s;
}

void tst_SandboxVariables::whatIsSentIsThere()
{
    QFETCH(QString, after);
    start(u"nightly_backup"_s, R"({"volumes":["home"],"o":{"a":1,"b":[1,2]},"t":"x","n":1})");
    const Json before = live();
    Json wanted = before;
    wanted.update(Json::parse(after.toStdString()));
    const MergePatch patch = mergePatchOf(before, wanted);
    QCOMPARE(patch.refused, QStringList());
    QVERIFY(send(patch.patch));
    const Json now = live();
    QVERIFY2(isSameJson(now, wanted), toBytes(now).constData());
    QVERIFY(isSameJson(now, merged(before, patch.patch)));
}

void tst_SandboxVariables::refusedChangesWouldNotBeMade_data()
{
    QTest::addColumn<QString>("member");
    QTest::newRow("null") << uR"({"t":null})"_s;
    QTest::newRow("null in a list") << uR"({"l":[null,1]})"_s;
    QTest::newRow("object to text") << uR"({"o":"text"})"_s;
    QTest::newRow("text to object") << uR"({"t":{"a":1}})"_s;
    QTest::newRow("list to text") << uR"({"l":"text"})"_s;
    QTest::newRow("text to list") << uR"({"t":["a"]})"_s;
}

/// Should a newer service do what is asked for, the list of refusals is too long.
void tst_SandboxVariables::refusedChangesWouldNotBeMade()
{
    QFETCH(QString, member);
    start(u"nightly_backup"_s, R"({"volumes":["home"],"o":{"a":1},"t":"x","l":[1]})");
    const Json before = live();
    const Json change = Json::parse(member.toStdString());
    Json wanted = before;
    wanted.update(change);
    const MergePatch patch = mergePatchOf(before, wanted);
    QCOMPARE(patch.refused, QStringList{u'/' + QString::fromStdString(change.begin().key())});
    QVERIFY(patch.patch.empty());
    QVERIFY(send(change)); // it says that all is well
    const Json now = live();
    QVERIFY2(!isSameJson(now, wanted), toBytes(now).constData());
}

void tst_SandboxVariables::dataIndexLacksWhatChangedWithinObjects()
{
    start(u"nightly_backup"_s, R"({"volumes":["home"],"o":{"l":[1,2]},"t":"x"})");
    QVERIFY(send(Json::parse(R"({"n":1})"))); // what is changed within objects is noticed the first time only
    QVERIFY(send(Json::parse(R"({"t":"y","o":{"l":[3]}})")));
    QCOMPARE(QString::fromUtf8(toBytes(live()["o"])), uR"({"l":[3]})"_s);
    Json told;
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto read = await(m_operator->instances.instance(m_instance.id));
            told = read && read->variables ? (*read->variables)["workflowdata"] : Json::object();
            return stringAt(told, "t") == "y"_L1;
        },
        20000));
    QCOMPARE(QString::fromUtf8(toBytes(told["o"])), uR"({"l":[1,2]})"_s); // the reason for liveVariables()
}

void tst_SandboxVariables::aFailedRunGoesOnWithTheChange()
{
    start(u"sensor_calibration"_s, R"({"reading":0})");
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto read = await(m_operator->instances.instance(m_instance.id));
            return read && read->state == InstanceState::Error;
        },
        20000));
    QVERIFY(send(Json::parse(R"({"reading":4})")));
    QCOMPARE(live()["reading"].get<int>(), 4);
    QVERIFY(await(m_operator->instances.retry(m_instance), 30000));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto read = await(m_operator->instances.instance(m_instance.id));
            return read && read->state == InstanceState::Completed;
        },
        20000));
    m_instance = {};
}

void tst_SandboxVariables::aFinishedRunIsNotFound()
{
    start(u"greet_team"_s, R"({"name":"team"})");
    const auto now = await(m_operator->instances.liveVariables(m_instance));
    QVERIFY(!now);
    QCOMPARE(now.error().kind, Error::Kind::NotFound);
    const Result<Done> sent = send(Json::parse(R"({"name":"x"})"));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Error::Kind::NotFound);
    m_instance = {};
}

void tst_SandboxVariables::viewersMayNot()
{
    start(u"nightly_backup"_s, R"({"volumes":["home"]})");
    SandboxConsole viewer(u"viewer"_s);
    const auto patch = std::make_shared<const Json>(Json::parse(R"({"volumes":["x"]})"));
    const Result<Done> sent = await(viewer.instances.setVariables(m_instance, patch));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Error::Kind::Forbidden);
    QCOMPARE(QString::fromUtf8(toBytes(live()["volumes"])), uR"(["home"])"_s);
}

QTEST_GUILESS_MAIN(tst_SandboxVariables)
#include "tst_sandboxvariables.moc"
