// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runtime/decodestart.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_DecodeStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPaths_data();
    void readsPaths();
    void readsSchemaErrors_data();
    void readsSchemaErrors();
    void keepsLinesTogether();
    void startedRun();
    void refusedInput();
    void failedStart();
    void otherFailures_data();
    void otherFailures();
    void survivesAnything();

private:
    static Result<RunStarted> decode(int status, const QByteArray &body, const QString &key = {},
                                     const QHash<QByteArray, QByteArray> &headers = {
                                         {"content-type", "application/json"}})
    {
        HttpRequest request;
        request.verb = "POST";
        request.url = QUrl(u"http://flows.example:8080/order"_s);
        request.what = u"The run was not started."_s;
        return decodeStart(request, {status, headers, body}, key);
    }
};

void tst_DecodeStart::readsPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("root") << u"$"_s << QString();
    QTest::newRow("member") << u"$.a"_s << u"/a"_s;
    QTest::newRow("nested") << u"$.person.address.post-code"_s << u"/person/address/post-code"_s;
    QTest::newRow("list") << u"$.a.b[0]"_s << u"/a/b/0"_s;
    QTest::newRow("list of lists") << u"$.a[1][22].b"_s << u"/a/1/22/b"_s;
    QTest::newRow("quoted") << u"$['a b'].c"_s << u"/a b/c"_s;
    QTest::newRow("to be escaped") << u"$['a/b~c']"_s << u"/a~1b~0c"_s;
    QTest::newRow("a pointer already") << u"/a/b/0"_s << u"/a/b/0"_s;
    QTest::newRow("nonsense") << u"]]["_s << QString();
}

void tst_DecodeStart::readsPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, pointer);
    QCOMPARE(pointerFromPath(path), pointer);
}

void tst_DecodeStart::readsSchemaErrors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("message");
    const QString required = u"This is required."_s;
    // As 10.1.0 says it …
    QTest::newRow("missing") << u"$.person: is missing but it is required"_s << u"/person"_s << required;
    QTest::newRow("missing in a list") << u"$.access.applications[0].role: is missing but it is required"_s
                                       << u"/access/applications/0/role"_s << required;
    QTest::newRow("too short") << u"$.person.firstName: must be at least 1 characters long"_s << u"/person/firstName"_s
                               << u"Must be at least 1 characters long"_s;
    QTest::newRow("type") << u"$.sku: integer found, string expected"_s << u"/sku"_s
                          << u"Integer found, string expected"_s;
    QTest::newRow("pattern with a colon") << u"$.code: does not match the regex pattern ^[A-Z]:[0-9]$"_s << u"/code"_s
                                          << u"Does not match the regex pattern ^[A-Z]:[0-9]$"_s;
    // … and newer validators.
    QTest::newRow("missing, told on the object")
        << u"$.person: required property 'firstName' not found"_s << u"/person/firstName"_s << required;
    QTest::newRow("missing at the root") << u"$: required property 'na/me' not found"_s << u"/na~1me"_s << required;
    QTest::newRow("as a pointer") << u"/person/age: must be at most 7"_s << u"/person/age"_s << u"Must be at most 7"_s;
    QTest::newRow("the whole document") << u"$: array found, object expected"_s << QString()
                                        << u"Array found, object expected"_s;
}

void tst_DecodeStart::readsSchemaErrors()
{
    QFETCH(QString, line);
    QFETCH(QString, pointer);
    QFETCH(QString, message);
    const auto errors = decodeSchemaErrors(u"There are JsonSchema validation errors:\n"_s + line);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().pointer, pointer);
    QCOMPARE(errors.first().message, message);
}

void tst_DecodeStart::keepsLinesTogether()
{
    const auto errors =
        decodeSchemaErrors(u"There are JsonSchema validation errors:\n$.a: first\nsecond line\n\n$.b: other"_s);
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors.first().message, u"First second line"_s);
    QVERIFY(decodeSchemaErrors(u"Something else: $.a: no"_s).isEmpty());
}

void tst_DecodeStart::startedRun()
{
    const auto run = decode(201, R"({"id":"i1","workflowdata":{"a":1}})");
    QVERIFY(run);
    QCOMPARE(run->instanceId, u"i1"_s);
    QCOMPARE(toBytes(*run->data), R"({"id":"i1","workflowdata":{"a":1}})");

    const auto located = decode(201, "", {}, {{"location", "http://flows.example:8080/order/i2"}});
    QVERIFY(located);
    QCOMPARE(located->instanceId, u"i2"_s);
    QVERIFY(!located->data);

    const auto lost = decode(201, "<html>", {}, {});
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, Error::Kind::Protocol);
    QVERIFY(lost.error().what.contains("may have started"_L1));
}

void tst_DecodeStart::refusedInput()
{
    const auto run = decode(
        400,
        R"({"message":"There are JsonSchema validation errors:\n$.a: is missing but it is required\n$.b: null found, string expected"})");
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Validation);
    QCOMPARE(run.error().fields.size(), 2);
    QCOMPARE(run.error().fields.first().pointer, u"/a"_s);
    QVERIFY(run.error().why.contains(u'2'));

    const auto plain = decode(400, "Not able to deserialize data provided.", {}, {{"content-type", "text/plain"}});
    QCOMPARE(plain.error().kind, Error::Kind::Validation);
    QVERIFY(plain.error().fields.isEmpty());
    QVERIFY(plain.error().why.contains("Not able to deserialize"_L1));
}

void tst_DecodeStart::failedStart()
{
    const auto run =
        decode(500, R"({"errorCode":"503","failedNodeId":"6","id":"i3","message":"ledger is closed"})", u"K"_s);
    QVERIFY(!run);
    QCOMPARE(run.error().kind, Error::Kind::Server);
    QCOMPARE(run.error().instanceId, u"i3"_s);
    QCOMPARE(run.error().why, u"Ledger is closed"_s);
    QVERIFY(run.error().remedy.contains("instance"_L1));
}

void tst_DecodeStart::otherFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("duplicate key") << 500 << QByteArray(R"({"message":"Process instance with id 'x' already exists"})")
                                   << Error::Kind::Conflict;
    QTest::newRow("duplicate key, 409") << 409 << QByteArray(R"({"message":"duplicated business key"})")
                                        << Error::Kind::Conflict;
    QTest::newRow("plain failure") << 500 << QByteArray(R"({"message":"boom"})") << Error::Kind::Server;
    QTest::newRow("page of HTML") << 502 << QByteArray("<html>Bad gateway</html>") << Error::Kind::Server;
    QTest::newRow("forbidden") << 403 << QByteArray() << Error::Kind::Forbidden;
    QTest::newRow("gone") << 404 << QByteArray(R"({"message":"RESTEASY003210"})") << Error::Kind::NotFound;
    QTest::newRow("media type") << 415 << QByteArray() << Error::Kind::Protocol;
}

void tst_DecodeStart::otherFailures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    const auto run = decode(status, body, u"K-1"_s);
    QVERIFY(!run);
    QCOMPARE(run.error().kind, kind);
    QCOMPARE(run.error().what, u"The run was not started."_s);
    QVERIFY(!run.error().why.isEmpty() && !run.error().remedy.isEmpty());
    QVERIFY(!run.error().text().contains(u'<'));
    QVERIFY(run.error().instanceId.isEmpty());
    if (kind == Error::Kind::Conflict)
        QVERIFY(run.error().why.contains("K-1"_L1));
}

void tst_DecodeStart::survivesAnything()
{
    const QByteArrayList bodies{"",
                                "null",
                                "[]",
                                "7",
                                "{",
                                R"({"message":7,"id":[],"failedNodeId":{}})",
                                R"({"message":"There are JsonSchema validation errors:\n$\n$:\n: \n$.: x\n$[: y"})",
                                QByteArray("\xff\x00\xfe", 3),
                                QByteArray(200'000, '[')};
    for (const int status : {0, 200, 201, 400, 404, 409, 500, 999}) {
        for (const QByteArray &body : bodies) {
            const auto run = decode(status, body, u"K"_s);
            QVERIFY(run.ok() || !run.error().what.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(tst_DecodeStart)
#include "tst_decodestart.moc"
