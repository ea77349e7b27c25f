// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/instancelistmodel.h"
#include "models/items/itemroles.h"
#include "tests/fakes/fakeconsole.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Phase = InstanceListModel::Phase;

class TestInstanceListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void totalIsThereAtOnceAndRowsFollowTheView();
    void dataNeverAsks();
    void memoryStaysBoundedWhileScrolling();
    void answersToEarlierQueriesAreDropped();
    void scrolledPastRequestsAreCancelled();
    void openEndedListGrowsAtItsEnd();
    void liveRowsChangeInPlaceAndNewOnesComeOnTop();
    void liveRowOfAnUnreadPartIsNotNew();
    void rowThatNoLongerMatchesLeaves();
    void refreshKeepsSelectionByIdentity();
    void failureOfTheFirstReadCanBeRepeated();
    void failureOfALaterReadKeepsRows();
    void missingRowsAreNotAskedForForEver();
    void sortAsksTheServer();
    void shortListsHaveAMaximum();
    void hostileTextsStayOneLine();
    void durations();

private:
    static WorkflowInstance newRow(const FakeConsole &fake, const QString &id, int secondsAgo = 0)
    {
        WorkflowInstance row;
        row.id = id;
        row.workflowId = u"order-fulfilment"_s;
        row.state = InstanceState::Active;
        row.start = fake.clock.now().addSecs(-secondsAgo);
        return row;
    }
};

// The tester walks over every row after every change: too slow for the long lists.
#define WITH_MODEL(generated)                                                                                          \
    FakeConsole fake;                                                                                                  \
    fake.instances.setGenerated(generated);                                                                            \
    InstanceListModel model(fake.instances, fake.clock);                                                               \
    std::optional<QAbstractItemModelTester> tester;                                                                    \
    if (generated <= 300)                                                                                              \
        tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);                                \
    model.showRange(0, 20);                                                                                            \
    model.setQuery({});                                                                                                \
    QTRY_COMPARE(model.phase(), Phase::Ready)

void TestInstanceListModel::totalIsThereAtOnceAndRowsFollowTheView()
{
    WITH_MODEL(1'000'000);
    QCOMPARE(model.rowCount(), 1'000'000);
    QCOMPARE(model.total(), std::optional<qint64>(1'000'000));
    QVERIFY(model.instanceAt(0));
    QVERIFY(!model.instanceAt(900'000));
    QCOMPARE(model.index(900'000, 0).data(LoadedRole).toBool(), false);
    QVERIFY(!model.index(900'000, 0).data(Qt::AccessibleTextRole).toString().isEmpty());

    model.showRange(900'000, 900'020);
    QTRY_VERIFY(model.instanceAt(900'000));
    QVERIFY(model.instanceAt(900'020));
    QCOMPARE(model.instanceAt(900'000)->id, fakeInstance(900'000, fake.clock.now()).id);
    QCOMPARE(model.rowCount(), 1'000'000);
}

void TestInstanceListModel::dataNeverAsks()
{
    WITH_MODEL(5000);
    QTRY_COMPARE(fake.instances.pages.calls, 1);
    const int before = fake.instances.pages.calls;
    for (int row = 0; row < model.rowCount(); ++row)
        (void)model.index(row, 1).data();
    QTest::qWait(60); // longer than the debounce: nothing was asked
    QCOMPARE(fake.instances.pages.calls, before);
}

void TestInstanceListModel::memoryStaysBoundedWhileScrolling()
{
    WITH_MODEL(100'000);
    for (int first = 0; first < 6000; first += 100) {
        model.showRange(first, first + 30);
        QTRY_VERIFY(model.instanceAt(first) && model.instanceAt(first + 30));
        QVERIFY(model.rowsInMemory() <= InstanceListModel::kWindow + 2 * InstanceListModel::kPage);
    }
    QVERIFY(!model.instanceAt(0));
    model.showRange(0, 30);
    QTRY_VERIFY(model.instanceAt(0));
}

void TestInstanceListModel::answersToEarlierQueriesAreDropped()
{
    FakeConsole fake;
    InstanceListModel model(fake.instances, fake.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fake.instances.pages.hang = true;
    model.setQuery({});
    InstanceQuery failed;
    failed.states = {InstanceState::Error};
    model.setQuery(failed);
    QCOMPARE(fake.instances.pages.cancelled(), 1);
    QSignalSpy arrived(&model, &InstanceListModel::rowsArrived);
    fake.instances.pages.release();
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QCOMPARE(arrived.count(), 1);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.instanceAt(row)->state, InstanceState::Error);
}

void TestInstanceListModel::scrolledPastRequestsAreCancelled()
{
    WITH_MODEL(100'000);
    fake.instances.pages.hang = true;
    model.showRange(20'000, 20'020);
    QTRY_VERIFY(fake.instances.pages.waiting() >= 1);
    const qsizetype first = fake.instances.pages.waiting();
    model.showRange(50'000, 50'020);
    QTRY_VERIFY(fake.instances.pages.waiting() > first);
    QCOMPARE(fake.instances.pages.cancelled(), first);
    fake.instances.pages.release();
    QTRY_VERIFY(model.instanceAt(50'000));
    QVERIFY(!model.instanceAt(20'000));
}

void TestInstanceListModel::openEndedListGrowsAtItsEnd()
{
    FakeConsole fake;
    fake.instances.canCount = false;
    fake.instances.setGenerated(250);
    InstanceListModel model(fake.instances, fake.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showRange(0, 20);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 100);
    QVERIFY(model.hasMore());
    QVERIFY(!model.total());
    QVERIFY2(model.countText().startsWith("100+"_L1), qPrintable(model.countText()));
    QTest::qWait(60);
    QCOMPARE(model.rowCount(), 100); // nobody looks at the end

    model.showRange(80, 99);
    QTRY_COMPARE(model.rowCount(), 200);
    model.showRange(180, 199);
    QTRY_COMPARE(model.rowCount(), 250);
    QVERIFY(!model.hasMore());
    QCOMPARE(model.total(), std::optional<qint64>(250));
    QVERIFY(model.countText().startsWith("250 "_L1));
}

void TestInstanceListModel::liveRowsChangeInPlaceAndNewOnesComeOnTop()
{
    WITH_MODEL(240);
    const QPersistentModelIndex third = model.index(3, 0);
    const QString id = third.data(IdRole).toString();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.applyLive({newRow(fake, u"new-1"_s, -1), newRow(fake, u"new-2"_s, -2)});
    QCOMPARE(model.rowCount(), 242);
    QCOMPARE(model.instanceAt(0)->id, u"new-2"_s);
    QCOMPARE(model.instanceAt(1)->id, u"new-1"_s);
    QCOMPARE(third.row(), 5);
    QCOMPARE(third.data(IdRole).toString(), id);

    WorkflowInstance moved = *model.instanceAt(0);
    moved.state = InstanceState::Completed;
    model.applyLive({moved});
    QCOMPARE(model.rowCount(), 242);
    QCOMPARE(model.instanceAt(0)->state, InstanceState::Completed);
    QCOMPARE(reset.count(), 0);
}

void TestInstanceListModel::liveRowOfAnUnreadPartIsNotNew()
{
    WITH_MODEL(5000);
    const WorkflowInstance deep = fakeInstance(3000, fake.clock.now());
    model.applyLive({deep});
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.rowOf(deep.id), -1);
}

void TestInstanceListModel::rowThatNoLongerMatchesLeaves()
{
    FakeConsole fake;
    InstanceListModel model(fake.instances, fake.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    InstanceQuery query;
    query.states = {InstanceState::Active};
    model.setQuery(query);
    QTRY_COMPARE(model.phase(), Phase::Ready);
    const int before = model.rowCount();
    WorkflowInstance done = *model.instanceAt(2);
    done.state = InstanceState::Completed;
    model.applyLive({done});
    QCOMPARE(model.rowCount(), before - 1);
    QCOMPARE(model.rowOf(done.id), -1);
}

void TestInstanceListModel::refreshKeepsSelectionByIdentity()
{
    WITH_MODEL(240);
    const QPersistentModelIndex chosen = model.index(4, 0);
    const QString id = chosen.data(IdRole).toString();
    fake.instances.put(newRow(fake, u"unseen"_s, -5)); // the server has one more on top, no live news of it
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 241);
    QCOMPARE(model.instanceAt(0)->id, u"unseen"_s);
    QCOMPARE(chosen.row(), 5);
    QCOMPARE(chosen.data(IdRole).toString(), id);
}

void TestInstanceListModel::failureOfTheFirstReadCanBeRepeated()
{
    FakeConsole fake;
    InstanceListModel model(fake.instances, fake.clock);
    fake.instances.pages.error = fakeError();
    model.setQuery({});
    QTRY_COMPARE(model.phase(), Phase::Failed);
    QCOMPARE(model.error().why, fakeError().why);
    QVERIFY(model.countText().isEmpty());
    fake.instances.pages.error.reset();
    model.refresh();
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QCOMPARE(model.rowCount(), 240);
}

void TestInstanceListModel::failureOfALaterReadKeepsRows()
{
    WITH_MODEL(5000);
    QSignalSpy failed(&model, &InstanceListModel::readFailed);
    fake.instances.pages.error = fakeError(Error::Kind::Timeout);
    model.showRange(3000, 3020);
    QTRY_VERIFY(failed.count() > 0);
    QCOMPARE(model.phase(), Phase::Ready);
    QCOMPARE(model.rowCount(), 5000);
    QVERIFY(model.instanceAt(0));
    fake.instances.pages.error.reset();
    model.showRange(3000, 3021);
    QTRY_VERIFY(model.instanceAt(3000));
}

/// A server whose total says more than its rows.
class LyingInstances : public FakeInstances
{
public:
    using FakeInstances::FakeInstances;
    Async<InstancePage> page(const InstanceQuery &query) override
    {
        auto answer = FakeInstances::page(query).result();
        answer->total = 500;
        return ready<InstancePage>(std::move(answer));
    }
};

void TestInstanceListModel::missingRowsAreNotAskedForForEver()
{
    FakeClock clock;
    LyingInstances liar(clock.now(), 120);
    InstanceListModel model(liar, clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({});
    QTRY_COMPARE(model.phase(), Phase::Ready);
    model.showRange(110, 150);
    QTRY_VERIFY(model.instanceAt(110));
    QTest::qWait(300); // ten debounces
    QVERIFY2(liar.pages.calls < 8, qPrintable(QString::number(liar.pages.calls)));
}

void TestInstanceListModel::sortAsksTheServer()
{
    WITH_MODEL(240);
    model.sort(static_cast<int>(InstanceColumn::Workflow), Qt::AscendingOrder);
    QTRY_COMPARE(model.phase(), Phase::Ready);
    QCOMPARE(fake.instances.queries.constLast().order, InstanceQuery::Order::WorkflowAscending);
    // What the server cannot sort stays as it is.
    const auto asked = fake.instances.queries.size();
    model.sort(static_cast<int>(InstanceColumn::Duration), Qt::AscendingOrder);
    QCOMPARE(fake.instances.queries.size(), asked);
    QCOMPARE(model.query().order, InstanceQuery::Order::WorkflowAscending);
}

void TestInstanceListModel::shortListsHaveAMaximum()
{
    FakeConsole fake;
    InstanceListModel model(fake.instances, fake.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMaximum(10);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 10);
    QCOMPARE(fake.instances.queries.constLast().limit, 10);
    model.applyLive({newRow(fake, u"new"_s, -1)});
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.instanceAt(0)->id, u"new"_s);
}

void TestInstanceListModel::hostileTextsStayOneLine()
{
    WITH_MODEL(5);
    WorkflowInstance hostile = newRow(fake, u"<b>id</b>"_s, -1);
    hostile.workflowName = u"<img src=x>\n"_s + QString(10'000, u'x') + QChar(0x202e);
    hostile.businessKey = QString(10'000, u'k');
    model.applyLive({hostile});
    const QString name = model.index(0, 0).data().toString();
    QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x202e)) && name.size() < 1000);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains("<img"_L1));
    QCOMPARE(model.index(0, 1).data(ItemExportRole).toString(), u"<b>id</b>"_s);
}

void TestInstanceListModel::durations()
{
    const QDateTime start(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    WorkflowInstance instance;
    QCOMPARE(durationOf(instance, start), -1); // never started
    instance.start = start;
    instance.state = InstanceState::Active;
    QCOMPARE(durationOf(instance, start.addSecs(7)), 7000);
    instance.end = start.addSecs(3);
    QCOMPARE(durationOf(instance, start.addSecs(7)), 3000); // ended, though its state does not say so yet
    instance.end = {};
    instance.state = InstanceState::Completed;
    QCOMPARE(durationOf(instance, start.addSecs(7)), -1); // over, but nobody knows since when
}

QTEST_GUILESS_MAIN(TestInstanceListModel)
#include "tst_instancelistmodel.moc"
