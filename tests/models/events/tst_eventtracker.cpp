// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventtracker.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Finding = EventTracker::Finding;

class TestEventTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheRunWithTheKey();
    void findsARunThatIsNew();
    void seesThatAnInstanceWentOn();
    void tellsThatNothingHappened();
    void tellsThatNobodyKnows();

private:
    struct Tracked
    {
        Tracked()
            : tracker(fake.instances)
        {
            tracker.setDelays({1, 1, 1});
            QObject::connect(&tracker, &EventTracker::found, &tracker,
                             [this](Finding finding, const WorkflowInstance &instance) {
                                 ++told;
                                 result = finding;
                                 found = instance;
                             });
        }
        WorkflowInstance putNew(const QString &key)
        {
            WorkflowInstance run = fake.instances.current(fakeInstance(0, {}).id);
            run.id = u"9b2d6c1e-0000-4a6f-9c21-00000000abcd"_s;
            run.workflowId = u"order-fulfilment"_s;
            run.businessKey = key;
            fake.instances.put(run);
            return run;
        }

        FakeConsole fake;
        EventTracker tracker;
        int told = 0;
        Finding result = Finding::Nothing;
        WorkflowInstance found;
    };
};

void TestEventTracker::findsTheRunWithTheKey()
{
    Tracked one;
    QVERIFY(await(one.tracker.note(u"order-fulfilment"_s, u"K-1"_s, {})));
    one.putNew(u"another"_s);
    one.tracker.look();
    QTRY_COMPARE(one.told, 1);
    QCOMPARE(one.result, Finding::Nothing);
    const WorkflowInstance run = one.putNew(u"K-1"_s);
    one.tracker.look();
    QTRY_COMPARE(one.told, 2);
    QCOMPARE(one.result, Finding::Started);
    QCOMPARE(one.found.id, run.id);
}

void TestEventTracker::findsARunThatIsNew()
{
    Tracked one;
    QVERIFY(await(one.tracker.note(u"order-fulfilment"_s, {}, {})));
    const WorkflowInstance run = one.putNew({});
    one.tracker.look();
    QTRY_COMPARE(one.told, 1);
    QCOMPARE(one.result, Finding::Started);
    QCOMPARE(one.found.id, run.id);
}

void TestEventTracker::seesThatAnInstanceWentOn()
{
    Tracked one;
    WorkflowInstance run = one.putNew({});
    run.detailed = true;
    run.state = InstanceState::Active;
    run.nodes = {NodeInstance()};
    one.fake.instances.put(run);
    QVERIFY(await(one.tracker.note(run.workflowId, {}, run.id)));
    one.tracker.look();
    QTRY_COMPARE(one.told, 1);
    QCOMPARE(one.result, Finding::Nothing);
    run.nodes.first().exit = one.fake.clock.now();
    one.fake.instances.put(run);
    one.tracker.look();
    QTRY_COMPARE(one.told, 2);
    QCOMPARE(one.result, Finding::WentOn);
    QCOMPARE(one.found.id, run.id);
}

void TestEventTracker::tellsThatNothingHappened()
{
    Tracked one;
    QVERIFY(await(one.tracker.note(u"order-fulfilment"_s, {}, {})));
    one.tracker.look();
    QTRY_COMPARE(one.told, 1);
    QCOMPARE(one.result, Finding::Nothing);
    QVERIFY(one.found.id.isEmpty());
    QVERIFY(!one.tracker.isLooking());
}

void TestEventTracker::tellsThatNobodyKnows()
{
    Tracked one;
    one.fake.instances.pages.error = fakeError();
    QVERIFY(await(one.tracker.note(u"order-fulfilment"_s, {}, {}))); // no reason not to send
    one.tracker.look();
    QTRY_COMPARE(one.told, 1);
    QCOMPARE(one.result, Finding::NotAsked);
}

QTEST_GUILESS_MAIN(TestEventTracker)
#include "tst_eventtracker.moc"
