// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/noticesources.h"
#include "models/notices/noticestore.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakeconsole.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestNoticeStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesARestart();
    void isBounded();
    void answersQueries();
    void growsWhileUnread();
    void anyBytesAreSetAside_data();
    void anyBytesAreSetAside();
    void tellsOfSignInTrouble();

private:
    static Notification notice(const QString &title, Notification::Severity severity = Notification::Severity::Normal)
    {
        Notification notice;
        notice.title = title;
        notice.severity = severity;
        notice.topic = u"workflowFails"_s;
        return notice;
    }
    QString path(const QTemporaryDir &folder) const { return folder.filePath(u"notices/a.json"_s); }

    FakeClock m_clock;
};

void TestNoticeStore::survivesARestart()
{
    const QTemporaryDir folder;
    {
        NoticeStore store(path(folder), u"Sandbox"_s, m_clock);
        const QSignalSpy added(&store, &NotificationService::added);
        Notification full = notice(u"<b>bold</b> & co"_s, Notification::Severity::Critical);
        full.description = u"two\nlines"_s;
        full.target = u"instance:1"_s;
        full.source = u"A rule"_s;
        const QString first = store.add(u"rule-1"_s, full);
        m_clock.advance(1000);
        store.add(u"rule-2"_s, notice(u"second"_s));
        QCOMPARE(added.count(), 2);
        QVERIFY(await(store.setSaved({first}, true)));
        QVERIFY(await(store.setRead({first, u"unknown"_s}, true)));
    }
    NoticeStore again(path(folder), u"Sandbox"_s, m_clock);
    QVERIFY(again.problem().isEmpty());
    const auto page = await(again.list({}));
    QCOMPARE(page->total, 2);
    QCOMPARE(page->rows.at(0).title, u"second"_s);
    const Notification full = page->rows.at(1);
    QCOMPARE(full.title, u"<b>bold</b> & co"_s);
    QCOMPARE(full.description, u"two\nlines"_s);
    QCOMPARE(full.severity, Notification::Severity::Critical);
    QCOMPARE(full.environment, u"Sandbox"_s);
    QVERIFY(full.read.isValid() && full.saved.isValid());
    QCOMPARE(NoticeStore::groupOf(full), u"rule-1"_s);
    QCOMPARE(await(again.unreadCount()).value(), 1);
}

void TestNoticeStore::isBounded()
{
    NoticeStore store({}, u"Sandbox"_s, m_clock);
    const QString kept = store.add(u"r"_s, notice(u"kept"_s));
    (void)store.setSaved({kept}, true);
    for (int i = 0; i < 2 * NoticeStore::kMost; ++i)
        store.add(u"r"_s, notice(QString::number(i)));
    QCOMPARE(store.notices().size(), NoticeStore::kMost);
    QCOMPARE(store.notices().constLast().title, u"kept"_s);
    QCOMPARE(store.notices().constFirst().title, QString::number(2 * NoticeStore::kMost - 1));
}

void TestNoticeStore::answersQueries()
{
    NoticeStore store({}, u"Sandbox"_s, m_clock);
    const QString read = store.add(u"r"_s, notice(u"Old one"_s));
    m_clock.advance(60'000);
    const QDateTime between = m_clock.now();
    m_clock.advance(60'000);
    store.add(u"r"_s, notice(u"Grave one"_s, Notification::Severity::Critical));
    (void)store.setRead({read}, true);
    const auto count = [&](const NotificationQuery &query) { return await(store.list(query))->total.value_or(-1); };
    NotificationQuery query;
    query.read = false;
    QCOMPARE(count(query), 1);
    query = {};
    query.text = u"GRAVE"_s;
    QCOMPARE(count(query), 1);
    query = {};
    query.atLeast = Notification::Severity::High;
    QCOMPARE(count(query), 1);
    query = {};
    query.createdAfter = between;
    QCOMPARE(count(query), 1);
    query = {};
    query.offset = 1;
    query.limit = 1;
    QCOMPARE(await(store.list(query))->rows.constFirst().title, u"Old one"_s);
    query.topic = u"other"_s;
    QCOMPARE(count(query), 0);
    QCOMPARE(await(store.topics()).value(), QStringList{u"workflowFails"_s});
}

void TestNoticeStore::growsWhileUnread()
{
    NoticeStore store({}, u"Sandbox"_s, m_clock);
    const QSignalSpy added(&store, &NotificationService::added);
    const QSignalSpy grown(&store, &NoticeStore::grown);
    const QString id = store.add(u"r"_s, notice(u"one"_s));
    QVERIFY(store.grow(id, notice(u"two"_s)));
    QCOMPARE(store.notices().size(), 1);
    QCOMPARE(store.notices().constFirst().title, u"two"_s);
    QCOMPARE(store.notices().constFirst().id, id);
    (void)store.setRead({id}, true);
    QVERIFY(!store.grow(id, notice(u"three"_s)));
    QCOMPARE(added.count(), 1);
    QCOMPARE(grown.count(), 1);
}

void TestNoticeStore::anyBytesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"notices\": [");
    QTest::newRow("something else") << QByteArray("{\"notices\": 7}");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\0\1", 4);
}

void TestNoticeStore::anyBytesAreSetAside()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"notices"_s));
    QFile file(path(folder));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    {
        NoticeStore store(path(folder), u"Sandbox"_s, m_clock);
        QVERIFY(store.problem().contains(u"unreadable"_s));
        store.add(u"r"_s, notice(u"new"_s));
    }
    QFile aside(path(folder) + u".unreadable-1"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
    const NoticeStore again(path(folder), u"Sandbox"_s, m_clock);
    QCOMPARE(again.notices().size(), 1);
}

void TestNoticeStore::tellsOfSignInTrouble()
{
    FakeConsole fake;
    const SessionNotices notices(fake.session, fake.notices);
    fake.session.setState(SessionService::State::Expired);
    QCOMPARE(fake.notices.notices().size(), 1);
    QCOMPARE(fake.notices.notices().constFirst().severity, Notification::Severity::High);
    Error error;
    error.kind = Error::Kind::Network;
    error.what = u"You could not be signed in."_s;
    fake.session.fail(error, SessionService::State::Expired);
    fake.session.fail(error, SessionService::State::Expired);
    QCOMPARE(fake.notices.notices().size(), 2); // the same trouble once
    fake.session.fail(Error::cancelled());
    QCOMPARE(fake.notices.notices().size(), 2);
}

QTEST_GUILESS_MAIN(TestNoticeStore)
#include "tst_noticestore.moc"
