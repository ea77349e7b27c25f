// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/events/cloudevent.h"
#include "models/services/curlcommand.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCloudEvent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headersInBinaryMode();
    void oneDocumentInStructuredMode();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void survivesBeingKept();
    void refusesWhatIsNoEvent();
    void copiesAsCurl();

private:
    static CloudEvent good()
    {
        CloudEvent event;
        event.id = u"42"_s;
        event.source = u"shop/till-7"_s;
        event.type = u"com.example.parcel.delivered"_s;
        event.time = QDateTime(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
        event.extensions = {{u"kogitoprocrefid"_s, u"i-1"_s}, {u"empty"_s, {}}};
        event.data = std::make_shared<const Json>(Json::parse(R"({"signedBy":"Zoë"})"));
        return event;
    }
    static QByteArray header(const EventMessage &message, const char *name)
    {
        for (const auto &[key, value] : message.headers) {
            if (key == name)
                return value;
        }
        return "(none)";
    }
};

void TestCloudEvent::headersInBinaryMode()
{
    CloudEvent event = good();
    event.subject = u"50 % off \"Zoë\""_s;
    const EventMessage message = encode(event, EventMode::Binary);
    QCOMPARE(message.contentType, "application/json");
    QCOMPARE(message.body, QByteArray(R"({"signedBy":"Zoë"})"));
    QCOMPARE(header(message, "ce-specversion"), "1.0");
    QCOMPARE(header(message, "ce-id"), "42");
    QCOMPARE(header(message, "ce-source"), "shop/till-7");
    QCOMPARE(header(message, "ce-time"), "2026-03-02T14:30:00.000Z");
    QCOMPARE(header(message, "ce-kogitoprocrefid"), "i-1");
    QCOMPARE(header(message, "ce-empty"), "(none)");
    // Section 3.1.3.2 of the HTTP binding.
    QCOMPARE(header(message, "ce-subject"), "50%20%25%20off%20%22Zo%C3%AB%22");
    event.data.reset();
    QVERIFY(encode(event, EventMode::Binary).body.isEmpty());
    QVERIFY(encode(event, EventMode::Binary).contentType.isEmpty());
}

void TestCloudEvent::oneDocumentInStructuredMode()
{
    const EventMessage message = encode(good(), EventMode::Structured);
    QCOMPARE(message.contentType, "application/cloudevents+json");
    QVERIFY(message.headers.isEmpty());
    const Json body = parseJson(message.body).value();
    QCOMPARE(stringAt(body, "specversion"), u"1.0"_s);
    QCOMPARE(stringAt(body, "type"), u"com.example.parcel.delivered"_s);
    QCOMPARE(stringAt(body, "kogitoprocrefid"), u"i-1"_s);
    QCOMPARE(stringAt(body, "datacontenttype"), u"application/json"_s);
    QCOMPARE(stringAt(body["data"], "signedBy"), u"Zoë"_s);
    QVERIFY(!body.contains("empty"));
    QVERIFY(!body.contains("subject"));
}

void TestCloudEvent::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("no type") << u"type"_s << QString() << u"/type"_s;
    QTest::newRow("no source") << u"source"_s << QString() << u"/source"_s;
    QTest::newRow("a source with blanks") << u"source"_s << u"my shop"_s << u"/source"_s;
    QTest::newRow("no id") << u"id"_s << QString() << u"/id"_s;
    QTest::newRow("line break") << u"subject"_s << u"a\nb"_s << u"/subject"_s;
    QTest::newRow("capital") << u"orderId"_s << u"1"_s << u"/extensions/orderId"_s;
    QTest::newRow("dash") << u"order-id"_s << u"1"_s << u"/extensions/order-id"_s;
    QTest::newRow("core name") << u"data"_s << u"1"_s << u"/extensions/data"_s;
    QTest::newRow("twice") << u"kogitoprocrefid"_s << u"1"_s << u"/extensions/kogitoprocrefid"_s;
}

void TestCloudEvent::tellsWhatIsWrong()
{
    QFETCH(QString, attribute);
    QFETCH(QString, value);
    QFETCH(QString, pointer);
    QVERIFY(problems(good()).isEmpty());
    CloudEvent event = good();
    if (attribute == "type"_L1)
        event.type = value;
    else if (attribute == "source"_L1)
        event.source = value;
    else if (attribute == "id"_L1)
        event.id = value;
    else if (attribute == "subject"_L1)
        event.subject = value;
    else
        event.extensions << EventExtension{attribute, value};
    const QList<FieldError> found = problems(event);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().pointer, pointer);
    QVERIFY(!found.constFirst().message.isEmpty());
}

void TestCloudEvent::survivesBeingKept()
{
    const CloudEvent event = good();
    const auto again = cloudEventFromJson(toJson(event));
    QVERIFY(again);
    QCOMPARE(again->type, event.type);
    QCOMPARE(again->source, event.source);
    QCOMPARE(again->id, event.id);
    QCOMPARE(again->time, event.time);
    QCOMPARE(again->extension(kInstanceExtension), u"i-1"_s);
    QVERIFY(*again->data == *event.data);
}

void TestCloudEvent::refusesWhatIsNoEvent()
{
    QVERIFY(!cloudEventFromJson(Json::array()));
    const auto odd = cloudEventFromJson(Json::parse(R"({"type":7,"ext":[1],"data":[1,2]})"));
    QVERIFY(odd);
    QVERIFY(odd->type.isEmpty());
    QVERIFY(odd->extensions.isEmpty());
    QCOMPARE(odd->data->size(), 2u);
}

void TestCloudEvent::copiesAsCurl()
{
    const QString command = curlCommand(QUrl(u"https://flows.example.com/"_s), encode(good(), EventMode::Binary));
    QVERIFY2(command.startsWith("curl -X POST 'https://flows.example.com/'"_L1), qPrintable(command));
    QVERIFY(command.contains("-H \"Authorization: Bearer $TOKEN\""_L1));
    QVERIFY(command.contains("-H 'ce-type: com.example.parcel.delivered'"_L1));
    QVERIFY(command.contains("-H 'Content-Type: application/json'"_L1));
    QVERIFY(command.contains(u"--data-raw '{\"signedBy\":\"Zoë\"}'"_s));
}

QTEST_GUILESS_MAIN(TestCloudEvent)
#include "tst_cloudevent.moc"
