// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/workflowresult.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Format = ResultOutput::Format;

class TestWorkflowResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheOrchestratorWrites();
    void linksAreOnlyWhatABrowserMayOpen();
    void wrongTypesAreLeftOut();
    void dataAndInputArePartsOfTheVariables();
};

void TestWorkflowResult::readsWhatTheOrchestratorWrites()
{
    const Json variables = Json::parse(R"({"workflowdata":{"result":{
        "message":"**done**","completedWith":"success",
        "outputs":[{"key":"n","value":42,"format":"number"},{"key":"t","value":"plain"},
                   {"key":"l","value":"https://example.com","format":"link"},{"key":"m","value":"*x*","format":"markdown"},
                   {"key":"o","value":{"a":1}}],
        "nextWorkflows":[{"id":"next","name":"Go on"},{"id":"bare"}]}}})");
    const auto result = resultOf(variables);
    QVERIFY(result);
    QCOMPARE(result->message, u"**done**"_s);
    QCOMPARE(result->outputs.size(), 5);
    QCOMPARE(result->outputs.at(0).format, Format::Number);
    QCOMPARE(result->outputs.at(0).text, u"42"_s);
    QCOMPARE(result->outputs.at(1).format, Format::Text);
    QCOMPARE(result->outputs.at(2).link, QUrl(u"https://example.com"_s));
    QCOMPARE(result->outputs.at(3).format, Format::Markdown);
    QVERIFY(result->outputs.at(4).text.contains("\"a\""_L1));
    QCOMPARE(result->nextWorkflows.at(0).name, u"Go on"_s);
    QCOMPARE(result->nextWorkflows.at(1).name, u"bare"_s);
}

void TestWorkflowResult::linksAreOnlyWhatABrowserMayOpen()
{
    for (const char *bad : {"javascript:alert(1)", "file:///etc/passwd", "not a link", "", "//host/path"}) {
        const Json variables = {{"result", {{"outputs", {{{"key", "k"}, {"value", bad}, {"format", "link"}}}}}}};
        const auto result = resultOf(variables);
        QVERIFY(result);
        QCOMPARE(result->outputs.constFirst().format, Format::Text);
    }
}

void TestWorkflowResult::wrongTypesAreLeftOut()
{
    QVERIFY(!resultOf(Json::parse("null")));
    QVERIFY(!resultOf(Json::parse(R"({"workflowdata":{"result":"a word"}})")));
    QVERIFY(!resultOf(Json::parse(R"({"workflowdata":{"result":{"total":3}}})"))); // data of its own
    const auto odd = resultOf(Json::parse(
        R"({"result":{"message":5,"outputs":{"a":1},"nextWorkflows":["x",{"name":"no id"}],"completedWith":"success"}})"));
    QVERIFY(odd);
    QVERIFY(odd->message.isEmpty() && odd->outputs.isEmpty() && odd->nextWorkflows.isEmpty());
    const auto number = resultOf(Json::parse(R"({"result":{"outputs":[7,{"value":"x","format":"number"},{}]}})"));
    QVERIFY(number);
    QCOMPARE(number->outputs.size(), 2);
    QCOMPARE(number->outputs.at(0).format, Format::Text);
}

void TestWorkflowResult::dataAndInputArePartsOfTheVariables()
{
    const auto shared = [](const char *text) { return std::make_shared<const Json>(Json::parse(text)); };
    QCOMPARE(toBytes(*workflowDataOf(shared(R"({"workflowdata":{"a":1}})"))), QByteArray(R"({"a":1})"));
    QCOMPARE(toBytes(*workflowDataOf(shared(R"({"workflowdata":{"a":1},"workflowdatainput":{}})"))),
             QByteArray(R"({"a":1})"));
    const SharedJson more = shared(R"({"workflowdata":{},"other":1})");
    QCOMPARE(workflowDataOf(more), more); // nothing is hidden
    QVERIFY(!workflowDataOf(nullptr));
    QCOMPARE(toBytes(*inputOf(shared(R"({"workflowdatainput":{"b":2}})"))), QByteArray(R"({"b":2})"));
    QVERIFY(!inputOf(shared("[]")));
    QVERIFY(!inputOf(nullptr));
}

QTEST_GUILESS_MAIN(TestWorkflowResult)
#include "tst_workflowresult.moc"
