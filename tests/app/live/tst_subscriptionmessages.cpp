// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/subscriptionmessages.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

QString updated(const QString &id, const QString &state, const QString &lastUpdate)
{
    return uR"({"type":"data","id":"1","payload":{"data":{"ProcessInstanceUpdated":{"id":"%1","state":"%2","lastUpdate":"%3"}}}})"_s
        .arg(id, state, lastUpdate);
}

} // namespace

/// What the two protocols say, and what is made of what they do not.
class tst_SubscriptionMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsData();
    void keepsTheNewestOfEachId();
    void readsNotices_data();
    void readsNotices();
    void readsARefusalAsVertxSaysIt();
    void countsWhatItCannotRead_data();
    void countsWhatItCannotRead();
    void writesBothDialects();
    void takesTheOlderDialectForUnknown();
};

void tst_SubscriptionMessages::readsData()
{
    const PushedBatch batch =
        decodePushed({updated(u"a"_s, u"ERROR"_s, u"2026-03-02T14:30:00.5Z"_s),
                      uR"({"type":"next","id":"3","payload":{"data":{"JobUpdated":{"id":"j","status":"EXECUTED"}}}})"_s,
                      uR"({"type":"data","id":"2","payload":{"data":{"ProcessInstanceAdded":null}}})"_s});
    QCOMPARE(batch.messages, 3);
    QCOMPARE(batch.unreadable, 0);
    QCOMPARE(batch.instances.size(), 1);
    QCOMPARE(batch.instances.constFirst().state, InstanceState::Error);
    QVERIFY(!batch.instances.constFirst().detailed);
    QCOMPARE(batch.instances.constFirst().lastUpdate, QDateTime(QDate(2026, 3, 2), QTime(14, 30, 0, 500), Qt::UTC));
    QCOMPARE(batch.jobs.size(), 1);
    QCOMPARE(batch.jobs.constFirst().status, JobStatus::Executed);
    QCOMPARE(batch.ids, (QSet<QString>{u"1"_s, u"2"_s, u"3"_s}));
}

void tst_SubscriptionMessages::keepsTheNewestOfEachId()
{
    const PushedBatch batch = decodePushed({updated(u"a"_s, u"ACTIVE"_s, u"2026-03-02T14:30:00Z"_s),
                                            updated(u"b"_s, u"ACTIVE"_s, u"2026-03-02T14:30:00Z"_s),
                                            updated(u"a"_s, u"COMPLETED"_s, u"2026-03-02T14:30:02Z"_s),
                                            updated(u"a"_s, u"SUSPENDED"_s, u"2026-03-02T14:30:01Z"_s),
                                            updated(u"b"_s, u"ERROR"_s, u"2026-03-02T14:30:00Z"_s)});
    QCOMPARE(batch.instances.size(), 2);
    QCOMPARE(batch.instances.at(0).state, InstanceState::Completed); // by the server's time
    QCOMPARE(batch.instances.at(1).state, InstanceState::Error);     // at the same time, the later word
}

void tst_SubscriptionMessages::readsNotices_data()
{
    using Kind = SubscriptionNotice::Kind;
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &message, Kind kind, const QString &id = {},
                        const QString &text = {}) { QTest::newRow(name) << message << int(kind) << id << text; };
    row("ack", uR"({"type":"connection_ack"})"_s, Kind::Acknowledged);
    row("ack with payload", uR"({"type":"connection_ack","payload":{"a":1}})"_s, Kind::Acknowledged);
    row("ka", uR"({"type":"ka"})"_s, Kind::KeepAlive);
    row("ping", uR"({"type":"ping"})"_s, Kind::Ping);
    row("complete", uR"({"type":"complete","id":"7"})"_s, Kind::Completed, u"7"_s);
    row("a number as id", uR"({"type":"complete","id":7})"_s, Kind::Completed, u"7"_s);
    row("refused", uR"({"type":"connection_error","payload":{"message":"No"}})"_s, Kind::Refused, {}, u"No"_s);
    row("error, older", uR"({"type":"error","id":"1","payload":{"message":"No"}})"_s, Kind::Failed, u"1"_s, u"No"_s);
    row("error, newer", uR"({"type":"error","id":"1","payload":[{"message":"No"}]})"_s, Kind::Failed, u"1"_s, u"No"_s);
    row("error as text", uR"({"type":"error","id":"1","payload":"No"})"_s, Kind::Failed, u"1"_s, u"No"_s);
    row("error without words", uR"({"type":"error","id":"1","payload":[]})"_s, Kind::Failed, u"1"_s);
}

void tst_SubscriptionMessages::readsNotices()
{
    QFETCH(QString, message);
    const PushedBatch batch = decodePushed({message});
    QCOMPARE(batch.unreadable, 0);
    QCOMPARE(batch.notices.size(), 1);
    QTEST(int(batch.notices.constFirst().kind), "kind");
    QTEST(batch.notices.constFirst().id, "id");
    QTEST(batch.notices.constFirst().text, "text");
}

void tst_SubscriptionMessages::readsARefusalAsVertxSaysIt()
{
    // As 10.1.0 answered.
    const PushedBatch batch = decodePushed(
        {uR"({"id":"1","type":"data","payload":{"errors":[{"message":"Schema is not configured for subscriptions.",)"
         uR"("locations":[{"line":1,"column":1}],"extensions":{"classification":"OperationNotSupported"}}]}})"_s,
         uR"({"id":"1","type":"complete"})"_s});
    QCOMPARE(batch.unreadable, 0);
    QCOMPARE(batch.notices.size(), 2);
    QCOMPARE(batch.notices.constFirst().kind, SubscriptionNotice::Kind::Failed);
    QCOMPARE(batch.notices.constFirst().text, u"Schema is not configured for subscriptions."_s);
    QVERIFY(batch.ids.isEmpty());
}

void tst_SubscriptionMessages::countsWhatItCannotRead_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"<html>"_s;
    QTest::newRow("cut") << uR"({"type":"data","id":"1","payl)"_s;
    QTest::newRow("an array") << u"[1,2]"_s;
    QTest::newRow("no type") << uR"({"id":"1"})"_s;
    QTest::newRow("another type") << uR"({"type":"bye"})"_s;
    QTest::newRow("no payload") << uR"({"type":"data","id":"1"})"_s;
    QTest::newRow("payload is a text") << uR"({"type":"data","id":"1","payload":"x"})"_s;
    QTest::newRow("data is a text") << uR"({"type":"data","id":"1","payload":{"data":"x"}})"_s;
    QTest::newRow("another field")
        << uR"({"type":"data","id":"1","payload":{"data":{"UserTaskInstanceAdded":{"id":"x"}}}})"_s;
    QTest::newRow("a row without an id")
        << uR"({"type":"data","id":"1","payload":{"data":{"JobAdded":{"status":"ERROR"}}}})"_s;
    QTest::newRow("a row that is a number")
        << uR"({"type":"data","id":"1","payload":{"data":{"ProcessInstanceAdded":7}}})"_s;
    QTest::newRow("deep") << QString(600, u'[') + QString(600, u']');
}

void tst_SubscriptionMessages::countsWhatItCannotRead()
{
    QFETCH(QString, message);
    const PushedBatch batch = decodePushed({message, updated(u"a"_s, u"ACTIVE"_s, u"2026-03-02T14:30:00Z"_s)});
    QCOMPARE(batch.unreadable, 1);
    QCOMPARE(batch.instances.size(), 1); // the others are read all the same
}

void tst_SubscriptionMessages::writesBothDialects()
{
    GraphqlRequest request;
    request.document = u"subscription { JobAdded { id } }"_s;
    QCOMPARE(startMessage(SubscriptionDialect::GraphqlWs, u"4"_s, request),
             uR"({"id":"4","type":"start","payload":{"query":"subscription { JobAdded { id } }","variables":{}}})"_s);
    QVERIFY(
        startMessage(SubscriptionDialect::GraphqlTransportWs, u"4"_s, request).contains(uR"("type":"subscribe")"_s));
    QCOMPARE(stopMessage(SubscriptionDialect::GraphqlWs, u"4"_s), uR"({"id":"4","type":"stop"})"_s);
    QCOMPARE(stopMessage(SubscriptionDialect::GraphqlTransportWs, u"4"_s), uR"({"id":"4","type":"complete"})"_s);
    QCOMPARE(initMessage(), uR"({"type":"connection_init","payload":{}})"_s);
    QCOMPARE(pongMessage(), uR"({"type":"pong"})"_s);
}

void tst_SubscriptionMessages::takesTheOlderDialectForUnknown()
{
    QCOMPARE(dialectOf(u"graphql-transport-ws"_s), SubscriptionDialect::GraphqlTransportWs);
    QCOMPARE(dialectOf(u"graphql-ws"_s), SubscriptionDialect::GraphqlWs);
    QCOMPARE(dialectOf(QString()), SubscriptionDialect::GraphqlWs);
}

QTEST_GUILESS_MAIN(tst_SubscriptionMessages)
#include "tst_subscriptionmessages.moc"
