// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/activefetch.h"
#include "models/form/formschema.h"
#include "tests/fakes/fakeformdata.h"

#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// When a field asks, and which answer counts.
class TestActiveFetch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksAtOnceAndSelects();
    void waitsForWhatItNeeds();
    void asksAgainWhenATriggerChanges();
    void dropsTheAnswerOfAnOlderQuestion();
    void endsWithTheField();
    void triesAgainAsTheSchemaSays();
    void knowsWhatWasAnsweredBefore();
    void buildsRequests();
    void selectorsSeeTheForm();

private:
    using State = ActiveFetch::State;
    static ActiveProps props(const char *uiProps)
    {
        const std::string schema =
            R"({"type":"string","ui:widget":"ActiveTextInput","ui:props":)" + std::string(uiProps) + "}";
        return readActiveProps(FormSchema(std::make_shared<const Json>(Json::parse(schema))).root());
    }
    ActiveValues values(const char *current) const
    {
        ActiveValues all;
        all.current = std::make_shared<const Json>(Json::parse(current));
        all.facts = m_service.known;
        return all;
    }

    FakeFormData m_service;
    ActiveMemory m_memory;

private Q_SLOTS:
    void init()
    {
        m_service.answers.clear();
        m_service.requests.clear();
        m_memory = {};
    }
};

void TestActiveFetch::asksAtOnceAndSelects()
{
    m_service.answer(u"http://hub/a"_s, R"({"x":{"y":"found"},"list":["1","2"]})");
    ActiveFetch fetch(m_service, m_memory, props(R"({"fetch:url":"$${{backend.baseUrl}}/a","fetch:response:value":"x.y",
                          "fetch:response:autocomplete":"list","fetch:response:bad":"x + 1"})"));
    QSignalSpy answered(&fetch, &ActiveFetch::answered);
    fetch.follow(values("{}"));
    QCOMPARE(fetch.state(), State::Asking);
    QVERIFY(answered.wait());
    QCOMPARE(fetch.state(), State::Answered);
    QVERIFY(fetch.answer().value(u"value"_s) == Json("found"));
    QCOMPARE(fetch.answer().value(u"autocomplete"_s)->size(), 2U);
    QVERIFY(fetch.answer().problems.value(u"bad"_s).contains("needs numbers"_L1));
    QCOMPARE(fetch.origin(), u"hub"_s);
}

void TestActiveFetch::waitsForWhatItNeeds()
{
    m_service.answer(u"http://hub/a/"_s, "{}");
    ActiveFetch fetch(m_service, m_memory, props(R"({"fetch:url":"$${{backend.baseUrl}}/a/$${{current.team}}"})"));
    fetch.follow(values("{}"));
    QCOMPARE(fetch.state(), State::Waiting);
    QCOMPARE(fetch.missing(), QStringList{u"current.team"_s});
    fetch.follow(values(R"({"team":"x"})"));
    QTRY_COMPARE(fetch.state(), State::Answered);
    QCOMPARE(m_service.asked(), QStringList{u"http://hub/a/x"_s});
    fetch.follow(values(R"({"team":"y"})")); // no trigger: once is enough
    QTest::qWait(ActiveFetch::kDelayMs + 50);
    QCOMPARE(m_service.requests.size(), 1);
}

void TestActiveFetch::asksAgainWhenATriggerChanges()
{
    m_service.answer(u"http://hub/a"_s, "{}");
    ActiveFetch fetch(m_service, m_memory,
                      props(R"({"fetch:url":"http://hub/a?t=$${{current.team}}","fetch:retrigger":["current.team"]})"));
    QSignalSpy triggered(&fetch, &ActiveFetch::triggered);
    fetch.follow(values(R"({"team":"x"})"));
    QTRY_COMPARE(fetch.state(), State::Answered);
    for (const char *typed : {R"({"team":"xy"})", R"({"team":"xyz"})", R"({"team":"xyz","other":1})"})
        fetch.follow(values(typed));
    QCOMPARE(fetch.state(), State::Asking); // what is shown is old from now on
    QCOMPARE(triggered.size(), 2);
    QTRY_COMPARE(fetch.state(), State::Answered);
    QCOMPARE(m_service.asked(), (QStringList{u"http://hub/a?t=x"_s, u"http://hub/a?t=xyz"_s}));
}

void TestActiveFetch::dropsTheAnswerOfAnOlderQuestion()
{
    m_service.answer(u"http://hub/a?t=x"_s, R"({"v":"old"})");
    m_service.answer(u"http://hub/a?t=y"_s, R"({"v":"new"})");
    m_service.replies.hang = true;
    ActiveFetch fetch(m_service, m_memory,
                      props(R"({"fetch:url":"http://hub/a?t=$${{current.team}}","fetch:retrigger":["current.team"],
                          "fetch:response:value":"v"})"));
    fetch.follow(values(R"({"team":"x"})"));
    fetch.follow(values(R"({"team":"y"})"));
    QTRY_COMPARE(m_service.requests.size(), 2);
    QCOMPARE(m_service.replies.cancelled(), 1);
    m_service.replies.release();
    QTRY_COMPARE(fetch.state(), State::Answered);
    QVERIFY(fetch.answer().value(u"value"_s) == Json("new"));
}

void TestActiveFetch::endsWithTheField()
{
    m_service.answer(u"http://hub/a"_s, "{}");
    m_service.replies.hang = true;
    {
        ActiveFetch fetch(m_service, m_memory, props(R"({"fetch:url":"http://hub/a"})"));
        fetch.follow(values("{}"));
        QCOMPARE(m_service.replies.waiting(), 1);
    }
    QTRY_COMPARE(m_service.replies.cancelled(), 1);
    m_service.replies.release();
}

void TestActiveFetch::triesAgainAsTheSchemaSays()
{
    m_service.failAt(u"http://hub/a"_s, 503);
    ActiveFetch fetch(m_service, m_memory,
                      props(R"({"fetch:url":"http://hub/a","fetch:retry:maxAttempts":2,"fetch:retry:delay":10})"));
    fetch.follow(values("{}"));
    QTRY_COMPARE(fetch.state(), State::Failed);
    QCOMPARE(m_service.requests.size(), 3);
    QCOMPARE(fetch.error().httpStatus, 503);
    m_service.answer(u"http://hub/a"_s, "{}");
    fetch.askAgain();
    QTRY_COMPARE(fetch.state(), State::Answered);

    m_service.requests.clear();
    m_service.failAt(u"http://hub/b"_s, 404);
    ActiveFetch other(m_service, m_memory, props(R"({"fetch:url":"http://hub/b","fetch:retry:maxAttempts":2})"));
    other.follow(values("{}"));
    QTRY_COMPARE(other.state(), State::Failed); // 404 is none of those worth a second try
    QCOMPARE(m_service.requests.size(), 1);
}

void TestActiveFetch::knowsWhatWasAnsweredBefore()
{
    m_service.answer(u"http://hub/a"_s, R"({"v":"x"})");
    const ActiveProps asked = props(R"({"fetch:url":"http://hub/a","fetch:response:value":"v"})");
    ActiveFetch first(m_service, m_memory, asked);
    first.follow(values("{}"));
    QTRY_COMPARE(first.state(), State::Answered);
    ActiveFetch again(m_service, m_memory, asked);
    again.follow(values("{}"));
    QCOMPARE(again.state(), State::Answered);
    QVERIFY(again.answer().value(u"value"_s) == Json("x"));
    QCOMPARE(m_service.requests.size(), 1);
}

void TestActiveFetch::buildsRequests()
{
    const ActiveProps asked = props(R"({"fetch:url":"/a?x=1","fetch:method":"POST",
        "fetch:params":{"q":"a&b","none":"$${{current.none}}"},
        "fetch:headers":{"Authorization":"Bearer $${{identityApi.token}}","X-Team":"$${{current.team}}",
            "X-None":"$${{current.none}}"},
        "fetch:body":{"team":"$${{current.team}}","none":"$${{current.none}}"}})");
    QStringList missing;
    const auto request = filledRequest(asked.fetch, values(R"({"team":"x"})"), &missing);
    QVERIFY(request);
    QVERIFY(request->withToken);
    QCOMPARE(request->address, u"/a?x=1&q=a%26b"_s);
    QCOMPARE(request->headers, (QList<QPair<QString, QString>>{{u"X-Team"_s, u"x"_s}}));
    QCOMPARE(toBytes(*request->body), QByteArray(R"({"team":"x"})"));
}

void TestActiveFetch::selectorsSeeTheForm()
{
    const ActiveProps asked = props(R"({"fetch:url":"/a","fetch:response:value":"list[team = $$.current.team].name"})");
    const ActiveAnswer answer = selected(
        asked,
        std::make_shared<const Json>(Json::parse(R"({"list":[{"team":"x","name":"A"},{"team":"y","name":"B"}]})")),
        std::make_shared<const Json>(Json::parse(R"({"team":"y"})")));
    QVERIFY(answer.value(u"value"_s) == Json("B"));
}

QTEST_GUILESS_MAIN(TestActiveFetch)
#include "tst_activefetch.moc"
