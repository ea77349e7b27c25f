// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/timeline/longruns.h"
#include "ui/timeline/timelinesource.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestTimelineSource : public QObject
{
    Q_OBJECT

    static SharedTimeline last(const QSignalSpy &spy)
    {
        return spy.isEmpty() ? SharedTimeline() : spy.constLast().constFirst().value<SharedTimeline>();
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<SharedTimeline>(); }

    void answersSmallRunsAtOnce()
    {
        TimelineSource source;
        QSignalSpy changed(&source, &TimelineSource::changed);
        const LongRun run = longRun(50);
        source.setDefinitions(run.definitions);
        QCOMPARE(changed.count(), 0); // of no run yet
        source.setInstance(run.instance);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(last(changed)->visits.size(), 50);
    }

    void workerAnswersOnlyTheLastQuestion()
    {
        TimelineSource source;
        QSignalSpy changed(&source, &TimelineSource::changed);
        const LongRun run = longRun(20'000);
        source.setDefinitions(run.definitions);
        WorkflowInstance instance = run.instance;
        for (int i = 0; i < 10; ++i) {
            instance.nodes.removeLast();
            source.setInstance(instance);
        }
        QCOMPARE(changed.count(), 0); // the thread of the ui does none of it
        QTRY_VERIFY(last(changed) && last(changed)->visits.size() == 19'990);
        QVERIFY(changed.count() <= 2);
    }

    void theTextPlacesWhatNamesNoState()
    {
        TimelineSource source;
        QSignalSpy changed(&source, &TimelineSource::changed);
        source.setDefinitions({{u"1"_s, u"S"_s, u"Split"_s, u"1"_s, u"S"_s, {}, {}},
                               {u"2"_s, u"came"_s, u"EventNode"_s, u"2"_s, {}, {}, {}}});
        WorkflowInstance instance;
        instance.state = InstanceState::Active;
        NodeInstance node;
        node.id = u"v"_s;
        node.definitionId = u"2"_s;
        node.type = u"EventNode"_s;
        node.enter = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC);
        instance.nodes = {node};
        source.setInstance(instance);
        QCOMPARE(last(changed)->rows.constFirst().state, QString());
        source.setDefinitionText("no: [workflow");
        QTest::qWait(50);
        source.setDefinitionText(R"(start: S
events: [{name: came, type: t}]
states:
  - {name: S, type: switch, eventConditions: [{eventRef: came, end: true}], defaultCondition: {end: true}}
)");
        QTRY_COMPARE(last(changed)->rows.at(last(changed)->rowOfVisit(u"v"_s)).state, u"S"_s);
    }

    void goesAwayWhileBusy()
    {
        auto source = std::make_unique<TimelineSource>();
        const LongRun run = longRun(20'000);
        source->setDefinitions(run.definitions);
        source->setInstance(run.instance);
        source.reset();
        QTest::qWait(50);
    }
};

QTEST_GUILESS_MAIN(TestTimelineSource)
#include "tst_timelinesource.moc"
