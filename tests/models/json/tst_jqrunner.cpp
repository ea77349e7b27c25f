// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/json/jqrunner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_JqRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void saysWhatIsWrongWithAnExpression_data();
    void saysWhatIsWrongWithAnExpression();
    void keepsResultsBeforeAFailure();
    void stopsAtTheLimits();
    void stopsWhenItTakesTooMuchMemory();
    void canBeCancelled();
    void seesNothingOfTheEnvironment();
    void takesLargeDocuments();
    void saysWhenTheWorkerIsMissing();
    void readsNoNonsense_data();
    void readsNoNonsense();

private:
    static Result<JqOutcome> run(const QString &expression, const Json &document = Json::object(),
                                 const JqLimits &limits = {})
    {
        return runJq(QStringLiteral(PODIUM_TEST_JQ), document, expression, limits);
    }
    static QString textOf(const Result<JqOutcome> &outcome)
    {
        return outcome ? QString::fromUtf8(toBytes(*outcome->results)) : outcome.error().text();
    }
};

void tst_JqRunner::evaluates_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("results");
    QTest::newRow("identity") << u"."_s << uR"([{"orders":[{"id":1,"open":true},{"id":2}],"na\"me":"Åda 😀"}])"_s;
    QTest::newRow("many") << u".orders[].id"_s << u"[1,2]"_s;
    QTest::newRow("none") << u"empty"_s << u"[]"_s;
    QTest::newRow("select") << u".orders[] | select(.open)"_s << uR"([{"id":1,"open":true}])"_s;
    QTest::newRow("text") << uR"(."na\"me")"_s << uR"(["Åda 😀"])"_s;
    QTest::newRow("lines") << u".orders\n| length"_s << u"[2]"_s;
    QTest::newRow("input is not read") << u"[inputs]"_s << u"[[]]"_s;
    QTest::newRow("debug is quiet") << u".orders | length | debug"_s << u"[2]"_s;
}

void tst_JqRunner::evaluates()
{
    QFETCH(QString, expression);
    const Json document = Json::parse(R"({"orders":[{"id":1,"open":true},{"id":2}],"na\"me":"Åda 😀"})");
    const Result<JqOutcome> outcome = run(expression, document);
    QTEST(textOf(outcome), "results");
    QVERIFY(outcome->failure.isEmpty());
    QVERIFY(!outcome->truncated);
}

void tst_JqRunner::saysWhatIsWrongWithAnExpression_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("why");
    QTest::newRow("syntax") << u".a["_s << u"syntax error"_s;
    QTest::newRow("unknown function") << u"nosuch"_s << u"nosuch/0 is not defined"_s;
    QTest::newRow("module") << u"import \"a\" as a; ."_s << u"module not found"_s;
    QTest::newRow("NUL") << QString(u".a"_s + QChar(0)) << u"character"_s;
}

void tst_JqRunner::saysWhatIsWrongWithAnExpression()
{
    QFETCH(QString, expression);
    QFETCH(QString, why);
    const Result<JqOutcome> outcome = run(expression);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Validation);
    QVERIFY2(outcome.error().why.contains(why), qPrintable(outcome.error().why));
    QVERIFY(!outcome.error().why.contains(u'\n'));
}

void tst_JqRunner::keepsResultsBeforeAFailure()
{
    const Result<JqOutcome> outcome = run(u".[] | tonumber"_s, Json::parse(R"(["1","x","3"])"));
    QCOMPARE(textOf(outcome), u"[1]"_s);
    QVERIFY2(outcome->failure.contains(u"x"_s), qPrintable(outcome->failure));
}

void tst_JqRunner::stopsAtTheLimits()
{
    JqLimits limits;
    limits.results = 3;
    const Result<JqOutcome> few = run(u"range(10)"_s, {}, limits);
    QCOMPARE(textOf(few), u"[0,1,2]"_s);
    QVERIFY(few->truncated);
    limits = {};
    limits.outputBytes = 1000;
    QVERIFY(run(u"range(10000)"_s, {}, limits)->truncated);
    limits = {};
    limits.timeMs = 200;
    const Result<JqOutcome> endless = run(u"def f: f; f"_s, {}, limits);
    QVERIFY(!endless);
    QCOMPARE(endless.error().kind, Error::Kind::Timeout);
}

void tst_JqRunner::stopsWhenItTakesTooMuchMemory()
{
    JqLimits limits;
    limits.memoryBytes = 100 << 20;
    limits.timeMs = 60'000;
    const Result<JqOutcome> outcome = run(u"[range(1e9)] | length"_s, {}, limits);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().why.contains(u"memory"_s), qPrintable(outcome.error().text()));
}

void tst_JqRunner::canBeCancelled()
{
    JqLimits limits;
    limits.timeMs = 60'000;
    int asked = 0;
    const Result<JqOutcome> outcome =
        runJq(QStringLiteral(PODIUM_TEST_JQ), {}, u"def f: f; f"_s, limits, [&asked] { return ++asked > 3; });
    QVERIFY(!outcome);
    QVERIFY(outcome.error().isCancelled());
}

void tst_JqRunner::seesNothingOfTheEnvironment()
{
    qputenv("PODIUM_TEST_SECRET", "hunter2");
    const Result<JqOutcome> outcome = run(u"env, $ENV"_s);
    QVERIFY(outcome.ok());
    QVERIFY(!textOf(outcome).contains(u"hunter2"_s));
    QVERIFY(!textOf(outcome).contains(u"PATH"_s));
}

void tst_JqRunner::takesLargeDocuments()
{
    Json document = Json::array();
    for (int i = 0; i < 200'000; ++i)
        document.push_back({{"id", i}, {"text", "some words to make it larger"}});
    QCOMPARE(textOf(run(u"length, .[-1].id"_s, document)), u"[200000,199999]"_s);
}

void tst_JqRunner::saysWhenTheWorkerIsMissing()
{
    const Result<JqOutcome> outcome = runJq(u"/nonexistent/podium-jq"_s, Json::object(), u"."_s);
    QVERIFY(!outcome);
    QVERIFY(!outcome.error().text().isEmpty());
}

void tst_JqRunner::readsNoNonsense_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("crashed") << QByteArray("r 1\nr 2\n");
    QTest::newRow("cut") << QByteArray("r 1\nr {\"a");
    QTest::newRow("no JSON") << QByteArray("r nonsense\n.\n");
    QTest::newRow("short line") << QByteArray("r\n.\n");
    QTest::newRow("usage") << QByteArray("podium-jq is a part\n");
}

void tst_JqRunner::readsNoNonsense()
{
    QFETCH(QByteArray, answer);
    const Result<JqOutcome> outcome = decodeJqAnswer(answer);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Internal);
}

QTEST_GUILESS_MAIN(tst_JqRunner)
#include "tst_jqrunner.moc"
