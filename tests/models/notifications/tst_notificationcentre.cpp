// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationcentre.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakenotifications.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Origin = Notification::Origin;

/// Several sources as one.
class TestNotificationCentre : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mergesByTime();
    void mergesFarDown();
    void chooses();
    void oneThatFailsIsLeftOut();
    void allThatFailSaySo();
    void changesGoBack();
    void marksAll();
    void countsOnceForAFlood();

private:
    static QStringList titles(const NotificationPage &page)
    {
        QStringList all;
        for (const Notification &row : page.rows)
            all << row.title;
        return all;
    }
};

#define WITH_SOURCES(hubRows, ownRows)                                                                                 \
    FakeNotifications hub(Origin::Hub);                                                                                \
    hub.fill(hubRows);                                                                                                 \
    FakeNotifications own(Origin::Podium);                                                                             \
    for (int i = 0; i < ownRows; ++i) {                                                                                \
        Notification row = own.make(i);                                                                                \
        row.title.prepend("Own "_L1);                                                                                  \
        row.created = row.created.addSecs(-30 - 300 * i);                                                              \
        own.rows << row;                                                                                               \
    }                                                                                                                  \
    NotificationCentre centre;                                                                                         \
    centre.addSource(hub);                                                                                             \
    centre.addSource(own)

void TestNotificationCentre::mergesByTime()
{
    WITH_SOURCES(10, 2);
    const auto page = await(centre.list({}));
    QVERIFY(page.ok());
    QCOMPARE(page->total.value_or(0), 12);
    QCOMPARE(titles(*page).mid(0, 4), (QStringList{u"Title 0"_s, u"Own Title 0"_s, u"Title 1"_s, u"Title 2"_s}));
    QCOMPARE(page->rows.at(1).origin, Origin::Podium);
    // Ids of two sources may be the same.
    QCOMPARE(page->rows.at(0).id, page->rows.at(1).id);
}

void TestNotificationCentre::mergesFarDown()
{
    WITH_SOURCES(2000, 90);
    NotificationQuery all;
    all.limit = 3000;
    const auto whole = await(centre.list(all));
    QVERIFY(whole.ok());
    QCOMPARE(whole->rows.size(), 2090);
    hub.mostRead = 0;
    for (const int offset : {0, 100, 150, 200, 333, 400, 1000, 1990, 2080, 2090}) {
        NotificationQuery query;
        query.offset = offset;
        query.limit = 100;
        const auto page = await(centre.list(query));
        QVERIFY(page.ok());
        QCOMPARE(titles(*page), titles(*whole).mid(offset, 100));
        QCOMPARE(page->total.value_or(0), 2090);
    }
    QVERIFY2(hub.mostRead <= 200, "what is above is not read for it");
}

void TestNotificationCentre::chooses()
{
    WITH_SOURCES(10, 2);
    QCOMPARE(await(centre.list({}, Origin::Podium))->rows.size(), 2);
    NotificationQuery query;
    query.text = u"own"_s;
    QCOMPARE(await(centre.list(query))->rows.size(), 2);
    QCOMPARE(*await(centre.topics()), (QStringList{u"Handover"_s, u"Storage"_s}));
}

void TestNotificationCentre::oneThatFailsIsLeftOut()
{
    WITH_SOURCES(10, 2);
    hub.lists.error = fakeError();
    const auto page = await(centre.list({}));
    QVERIFY(page.ok());
    QCOMPARE(page->rows.size(), 2);
}

void TestNotificationCentre::allThatFailSaySo()
{
    WITH_SOURCES(10, 2);
    hub.lists.error = fakeError();
    own.lists.error = fakeError();
    QVERIFY(!await(centre.list({})).ok());
}

void TestNotificationCentre::changesGoBack()
{
    WITH_SOURCES(10, 2);
    const auto page = await(centre.list({}));
    // The same id in both: only the one that was meant.
    QVERIFY(await(centre.setRead({page->rows.at(1)}, false)).ok());
    QVERIFY(!own.rows.at(0).read.isValid());
    QVERIFY(hub.rows.at(0).read.isValid());
    QVERIFY(await(centre.setSaved({page->rows.at(0), page->rows.at(1)}, true)).ok());
    QVERIFY(own.rows.at(0).saved.isValid() && hub.rows.at(0).saved.isValid());
    hub.changes.error = fakeError();
    QVERIFY(!await(centre.setRead({page->rows.at(0)}, false)).ok());
}

void TestNotificationCentre::marksAll()
{
    WITH_SOURCES(3000, 4);
    NotificationQuery query;
    query.topic = u"Storage"_s;
    const auto marked = await(centre.markAllRead(query), 30000);
    QVERIFY(marked.ok());
    QCOMPARE(*marked, 1000 + 1); // odd numbers that are no multiple of three
    QVERIFY(hub.mostRead <= 500);
    query.read = false;
    QCOMPARE(await(centre.list(query))->total.value_or(-1), 0);
}

void TestNotificationCentre::countsOnceForAFlood()
{
    WITH_SOURCES(9, 3);
    QTRY_COMPARE(centre.unread(), 6 + 2);
    QSignalSpy unread(&centre, &NotificationCentre::unreadChanged);
    const int before = hub.counts.calls;
    for (int i = 0; i < 1000; ++i) {
        Notification row = hub.make(-i - 1);
        row.read = {};
        hub.add(row);
    }
    QTRY_COMPARE(centre.unread(), 8 + 1000);
    QVERIFY(hub.counts.calls - before <= 3);
    QVERIFY(unread.count() <= 3);
    // What cannot be asked just now is not gone.
    hub.counts.error = fakeError();
    centre.refreshUnread();
    QTest::qWait(20);
    QCOMPARE(centre.unread(), 1008);
}

QTEST_GUILESS_MAIN(TestNotificationCentre)
#include "tst_notificationcentre.moc"
