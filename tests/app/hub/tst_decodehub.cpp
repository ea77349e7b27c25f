// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/hub/decodehub.h"
#include "app/hub/hubaddress.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// Answers of the hub, the real ones and others.
class TestDecodeHub : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asTheHubAnswers();
    void timesOfBothKinds();
    void whatIsNoNotificationIsLeftOut();
    void nonsense_data();
    void nonsense();
    void hugeTextsAreCut();
    void settingsThereAndBack();
    void signals_();
    void addresses();
};

void TestDecodeHub::asTheHubAnswers()
{
    const auto page = decodeNotifications(R"({"totalCount": 2, "notifications": [
        {"id": "a", "user": null, "created": "2026-11-25T21:05:35.808Z", "saved": null, "read": null, "updated": null,
         "origin": "sandbox-orchestrator", "payload": {"title": "To all", "description": null, "link": null,
         "topic": null, "severity": "normal", "scope": null, "icon": null}},
        {"id": "b", "user": "user:default/guest", "created": "2026-11-25T21:05:35.683Z", "saved": "2026-11-25T21:06:00Z",
         "read": "2026-11-25T21:06:00Z", "origin": "plugin:orchestrator", "payload": {"title": "T", "description": "D",
         "link": "/orchestrator/instances/abc", "topic": "Test", "severity": "Critical", "scope": "S"}}]})");
    QVERIFY(page.ok());
    QCOMPARE(page->total.value_or(0), 2);
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(page->rows.at(0).broadcast && !page->rows.at(0).read.isValid());
    const Notification &second = page->rows.at(1);
    QVERIFY(!second.broadcast && second.read.isValid() && second.saved.isValid());
    QCOMPARE(second.severity, Notification::Severity::Critical);
    QCOMPARE(second.scope, u"S"_s);
    QCOMPARE(second.created, QDateTime(QDate(2026, 11, 25), QTime(21, 5, 35, 683), Qt::UTC));
    const auto counts = decodeCounts(R"({"unread": "7", "read": 2})"); // PostgreSQL counts as text
    QVERIFY(counts.ok());
    QCOMPARE(counts->unread, 7);
    QCOMPARE(*decodeTopics(R"({"topics": ["a", 3, null, "b"]})"), (QStringList{u"a"_s, u"b"_s}));
}

void TestDecodeHub::timesOfBothKinds()
{
    const auto one = decodeNotification(R"({"id": "a", "created": 1795640735683, "read": 1795640735684})");
    QVERIFY(one.ok());
    QCOMPARE(one->created.toMSecsSinceEpoch(), 1795640735683);
    QVERIFY(one->read.isValid());
    QVERIFY(!decodeNotification(R"({"id": "a", "created": "yesterday", "read": -1})")->created.isValid());
}

void TestDecodeHub::whatIsNoNotificationIsLeftOut()
{
    const auto page = decodeNotifications(
        R"([null, 1, "x", [], {}, {"id": ""}, {"id": {"a": 1}}, {"id": "ok", "payload": 7}, {"id": 5}])");
    QVERIFY(page.ok());
    QCOMPARE(page->rows.size(), 2);
    QVERIFY(!page->total);
}

void TestDecodeHub::nonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>sign in</html>");
    QTest::newRow("cut") << QByteArray("{\"notifications\": [{\"id\": \"a");
    QTest::newRow("another kind") << QByteArray("{\"notifications\": {}}");
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00");
}

void TestDecodeHub::nonsense()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodeNotifications(text).ok());
    QVERIFY(!decodeNotification(text).ok());
    QVERIFY(!decodeCounts(text).ok());
    QVERIFY(!decodeSettings(text).ok());
    QVERIFY(!decodeSignal(text));
}

void TestDecodeHub::hugeTextsAreCut()
{
    const QByteArray huge(3'000'000, 'x');
    const auto one = decodeNotification(QByteArray("{\"id\": \"a\", \"payload\": {\"title\": \"" + huge + "\"}}"));
    QVERIFY(one.ok());
    QCOMPARE(one->title.size(), kMaxHubText);
}

void TestDecodeHub::settingsThereAndBack()
{
    const auto settings = decodeSettings(R"({"channels": [{"id": "Web", "enabled": false, "origins": [
        {"id": "plugin:a", "enabled": true, "topics": [{"id": "T", "enabled": false}, {"enabled": true}]}, {}]},
        {"id": "Email"}]})");
    QVERIFY(settings.ok());
    QCOMPARE(settings->channels.size(), 2);
    QCOMPARE(settings->channels.at(0).enabled, std::optional<bool>(false));
    QCOMPARE(settings->channels.at(0).senders.size(), 1);
    QCOMPARE(settings->channels.at(0).senders.at(0).topics.size(), 1);
    QCOMPARE(*decodeSettings(encodeSettings(*settings)), *settings);
}

void TestDecodeHub::signals_()
{
    const auto fresh =
        decodeSignal(R"({"channel":"notifications","message":{"action":"new_notification","notification_id":"n1"}})");
    QVERIFY(fresh && fresh->action == HubSignal::Action::New);
    QCOMPARE(fresh->ids, QStringList{u"n1"_s});
    const auto read = decodeSignal(
        R"({"channel":"notifications","message":{"action":"notification_read","notification_ids":["a","",3,"b"]}})");
    QVERIFY(read && read->action == HubSignal::Action::Read);
    QCOMPARE(read->ids, (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(!decodeSignal(R"({"channel":"other","message":{"action":"new_notification","notification_id":"n1"}})"));
    QVERIFY(!decodeSignal(R"({"channel":"notifications","message":"new_notification"})"));
    QVERIFY(!decodeSignal(R"({"channel":"notifications"})"));
}

void TestDecodeHub::addresses()
{
    Environment environment;
    for (const QString &address : {u"https://hub.example.com/base"_s, u"https://hub.example.com/base/"_s,
                                   u"https://hub.example.com/base/api/notifications/"_s}) {
        environment.notificationsUrl = QUrl(address);
        QCOMPARE(hubAddress(environment).toString(), u"https://hub.example.com/base"_s);
    }
    environment.dataIndexUrl = QUrl(u"https://data.example.com/graphql"_s);
    QVERIFY(!hubEnvironment(environment).allowsToken(environment.dataIndexUrl));
    QCOMPARE(hubApi(hubAddress(environment), {u"notifications"_s, u"a/../b"_s}).toString(QUrl::FullyEncoded),
             u"https://hub.example.com/base/api/notifications/a%2F..%2Fb"_s);
}

QTEST_GUILESS_MAIN(TestDecodeHub)
#include "tst_decodehub.moc"
