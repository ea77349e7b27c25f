// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemroles.h"
#include "models/notifications/notificationlistmodel.h"
#include "tests/fakes/fakenotifications.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Model = NotificationListModel;
using Phase = PagedModel::Phase;

class TestNotificationListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatItIs();
    void anyNumber();
    void newOnesComeInAtOnce();
    void toldAgainChangesInPlace();
    void filtersHoldForNewOnes();
    void readElsewhereIsSeen();
    void sameIdsOfTwoSources();
    void hostileTexts();
};

#define WITH_MODEL(count)                                                                                              \
    FakeNotifications hub;                                                                                             \
    hub.fill(count);                                                                                                   \
    NotificationCentre centre;                                                                                         \
    centre.addSource(hub);                                                                                             \
    Model model(centre);                                                                                               \
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);             \
    model.setQuery({});                                                                                                \
    QTRY_COMPARE(model.phase(), Phase::Ready);                                                                         \
    model.showRange(0, 20)

void TestNotificationListModel::tellsWhatItIs()
{
    WITH_MODEL(9);
    QCOMPARE(model.rowCount(), 9);
    const auto cell = [&model](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role);
    };
    QCOMPARE(cell(0, Model::SeverityColumn).toString(), u"Critical"_s);
    QCOMPARE(cell(0, Model::SeverityColumn, ItemExportRole).toString(), u"critical"_s);
    QCOMPARE(cell(1, Model::TitleColumn).toString(), u"Title 1"_s);
    QCOMPARE(cell(1, Model::TitleColumn, Qt::AccessibleTextRole).toString(), u"Unread: Title 1"_s);
    QCOMPARE(cell(0, Model::TitleColumn, Model::UnreadRole).toBool(), false);
    QCOMPARE(cell(1, Model::SourceColumn).toString(), u"orchestrator"_s);
    QCOMPARE(cell(1, Model::SourceColumn, ItemExportRole).toString(), u"plugin:orchestrator"_s);
    QVERIFY(model.countText().startsWith(u'9'));
}

void TestNotificationListModel::anyNumber()
{
    WITH_MODEL(50'000);
    QCOMPARE(model.rowCount(), 50'000);
    model.showRange(40'000, 40'020);
    QTRY_VERIFY(model.hasRow(40'010));
    QCOMPARE(model.notificationAt(40'010)->id, hub.make(40'010).id);
    QVERIFY(model.rowsInMemory() <= PagedModel::kWindow + PagedModel::kPage);
}

void TestNotificationListModel::newOnesComeInAtOnce()
{
    WITH_MODEL(30);
    const QPersistentModelIndex kept = model.index(3, 0);
    hub.add(hub.make(-1));
    QCOMPARE(model.rowCount(), 31); // without waiting
    QCOMPARE(model.notificationAt(0)->id, hub.make(-1).id);
    QCOMPARE(kept.row(), 4);
    QTest::qWait(700); // the answer to asking again changes nothing
    QCOMPARE(model.rowCount(), 31);
    QCOMPARE(kept.row(), 4);
}

void TestNotificationListModel::toldAgainChangesInPlace()
{
    WITH_MODEL(30);
    Notification again = hub.rows.at(6);
    QVERIFY(again.read.isValid());
    again.read = {};
    again.title = u"Again"_s;
    hub.rows[6] = again;
    Q_EMIT hub.added(again);
    QCOMPARE(model.rowCount(), 30);
    QCOMPARE(model.index(6, Model::TitleColumn).data().toString(), u"Again"_s);
    QVERIFY(model.index(6, 0).data(Model::UnreadRole).toBool());
}

void TestNotificationListModel::filtersHoldForNewOnes()
{
    WITH_MODEL(30);
    NotificationQuery query;
    query.topic = u"Storage"_s;
    model.setQuery(query);
    QTRY_COMPARE(model.phase(), Phase::Ready);
    const int before = model.rowCount();
    hub.add(hub.make(-2)); // of another topic
    QCOMPARE(model.rowCount(), before);
    hub.add(hub.make(-1));
    QCOMPARE(model.rowCount(), before + 1);
    model.setQuery({}, Notification::Origin::Podium);
    hub.add(hub.make(-3));
    QTRY_VERIFY(model.phase() != Phase::Loading);
}

void TestNotificationListModel::readElsewhereIsSeen()
{
    WITH_MODEL(30);
    QVERIFY(model.index(1, 0).data(Model::UnreadRole).toBool());
    (void)hub.setRead({hub.make(1).id}, true);
    QTRY_VERIFY(!model.index(1, 0).data(Model::UnreadRole).toBool());
    model.showRead({*model.notificationAt(2)}, true, QDateTime::currentDateTimeUtc());
    QVERIFY(!model.index(2, 0).data(Model::UnreadRole).toBool());
    model.refresh(); // the source knows nothing of it
    QTRY_VERIFY(model.index(2, 0).data(Model::UnreadRole).toBool());
}

void TestNotificationListModel::sameIdsOfTwoSources()
{
    WITH_MODEL(5);
    FakeNotifications own(Notification::Origin::Podium);
    own.fill(5);
    centre.addSource(own);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 10);
    QSet<QString> keys;
    for (int row = 0; row < 10; ++row)
        keys << model.index(row, 0).data(IdRole).toString();
    QCOMPARE(keys.size(), 10);
}

void TestNotificationListModel::hostileTexts()
{
    WITH_MODEL(2);
    Notification bad = hub.make(-1);
    bad.title = u"<img src=x onerror=alert(1)>\nsecond\u202Eline"_s;
    hub.add(bad);
    const QString shown = model.index(0, Model::TitleColumn).data().toString();
    QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202E)));
    QVERIFY(!model.index(0, Model::TitleColumn).data(Qt::ToolTipRole).toString().contains("<img"_L1));
}

QTEST_GUILESS_MAIN(TestNotificationListModel)
#include "tst_notificationlistmodel.moc"
