// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

WorkflowDocument read(const QByteArray &text)
{
    const Result<WorkflowDocument> result = readWorkflow(text);
    return result ? *result : WorkflowDocument();
}

QStringList messages(const WorkflowDocument &document)
{
    QStringList list;
    for (const WorkflowProblem &problem : document.problems)
        list.append(problem.message);
    return list;
}

} // namespace

/// What a definition says around its states, and the parts that few definitions have.
class TestWorkflowParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsSaidAboutTheWholeWorkflow()
    {
        const WorkflowDocument document = read(R"(id: whole
start: {stateName: A, schedule: {cron: {expression: 0 0 8 * * ?, validUntil: '2027-01-01T00:00Z'}, timezone: UTC}}
dataInputSchema: {schema: in.json, failOnValidationErrors: false}
annotations: [invoices, nightly]
secrets: [TOKEN]
constants: {rate: 3}
auth: [{name: desk, scheme: oauth2}, {name: plain}]
extensions: [{extensionid: workflow-output-schema, outputSchema: out.json}, {extensionId: other}]
keepActive: true
autoRetries: 'true'
timeouts: {workflowExecTimeout: {duration: PT1H, runBefore: A}, actionExecTimeout: PT9S}
functions: [{name: f, operation: a#b, authRef: desk}]
states: [{name: A, type: inject, data: {}, end: true}]
)");
        QCOMPARE(messages(document), QStringList());
        QCOMPARE(document.start->schedule, u"0 0 8 * * ? (UTC)"_s);
        QCOMPARE(document.start->validUntil, u"2027-01-01T00:00Z"_s);
        QCOMPARE(document.dataInputSchema, u"in.json"_s);
        QCOMPARE(document.annotations, (QStringList{u"invoices"_s, u"nightly"_s}));
        QCOMPARE(document.secrets, QStringList{u"TOKEN"_s});
        QCOMPARE(document.constants, u"{rate: 3}"_s);
        QCOMPARE(document.auth.items.size(), 2);
        QCOMPARE(document.auth.items.at(0).scheme, u"oauth2"_s);
        QCOMPARE(document.auth.items.at(1).scheme, u"basic"_s);
        QCOMPARE(document.extensions, (QStringList{u"workflow-output-schema"_s, u"other"_s}));
        QVERIFY(document.keepActive);
        QVERIFY(document.autoRetries);
        QCOMPARE(document.runBefore.name, u"A"_s);
        QCOMPARE(document.timeouts.actionExec, u"PT9S"_s);
        QCOMPARE(document.function(u"f"_s)->auth, u"desk"_s);
    }

    void readsAddressesInPlaceOfLists()
    {
        const WorkflowDocument document = read("functions: f.json\nevents: e.json\nretries: r.json\nerrors: x.json\n"
                                               "auth: a.json\nsecrets: s.json\nconstants: c.json\ntimeouts: t.json\n"
                                               "states: [{name: A, type: operation, actions: [{functionRef: any, "
                                               "retryRef: any}], onErrors: [{errorRef: any, end: true}], end: true}]");
        QCOMPARE(messages(document), QStringList());
        QCOMPARE(document.functions.uri, u"f.json"_s);
        QCOMPARE(document.events.uri, u"e.json"_s);
        QCOMPARE(document.retries.uri, u"r.json"_s);
        QCOMPARE(document.errors.uri, u"x.json"_s);
        QCOMPARE(document.auth.uri, u"a.json"_s);
        QCOMPARE(document.secretsUri, u"s.json"_s);
        QCOMPARE(document.constants, u"c.json"_s);
        QCOMPARE(document.timeoutsUri, u"t.json"_s);
    }

    void readsFilters()
    {
        const WorkflowDocument document = read(R"(events: [{name: e, type: t, source: s}]
functions: [{name: f, operation: a#b}]
states:
  - name: On
    type: event
    onEvents:
      - eventRefs: [e]
        eventDataFilter: {data: .body, toStateData: .mail}
        actions:
          - functionRef: f
            actionDataFilter: {fromStateData: .a, results: .b, toStateData: .c}
            nonRetryableErrors: [x]
            retryableErrors: [y, z]
    transition: Call
  - name: Call
    type: callback
    action: {subFlowRef: {workflowId: w, onParentComplete: continue}, actionDataFilter: {useResults: false}}
    eventRef: e
    eventDataFilter: {useData: false}
    transition: Choose
  - name: Choose
    type: switch
    eventConditions: [{eventRef: e, eventDataFilter: {data: .d}, end: true}]
)");
        QCOMPARE(messages(document), QStringList());
        const EventHandler &handler = document.states.at(0).eventHandlers.first();
        QCOMPARE(handler.filter.data, u".body"_s);
        QCOMPARE(handler.filter.toStateData, u".mail"_s);
        QVERIFY(handler.filter.useData);
        const Action &action = handler.actions.first();
        QCOMPARE(action.filter.fromStateData, u".a"_s);
        QCOMPARE(action.filter.results, u".b"_s);
        QCOMPARE(action.filter.toStateData, u".c"_s);
        QVERIFY(action.filter.useResults);
        QCOMPARE(action.nonRetryable, QStringList{u"x"_s});
        QCOMPARE(action.retryable, (QStringList{u"y"_s, u"z"_s}));
        QVERIFY(!document.states.at(1).callbackFilter.useData);
        QVERIFY(!document.states.at(1).actions.first().filter.useResults);
        QCOMPARE(document.states.at(1).actions.first().onParentComplete, u"continue"_s);
        QCOMPARE(document.states.at(2).eventConditions.first().filter.data, u".d"_s);
    }

    void warnsOfUnknownRetriesAndErrors()
    {
        const WorkflowDocument document = read(
            "functions: f.json\nstates: [{name: A, type: operation, actions: [{functionRef: f, retryRef: often}], "
            "onErrors: [{errorRef: bad, end: true}], end: true}]\ntimeouts: {workflowExecTimeout: {runBefore: Z}}");
        QCOMPARE(messages(document),
                 (QStringList{u"There is no state named \"Z\"."_s, u"There is no error named \"bad\"."_s,
                              u"There is no retry named \"often\"."_s}));
        QCOMPARE(document.problems.at(0).severity, WorkflowProblem::Severity::Error);
        QCOMPARE(document.problems.at(1).severity, WorkflowProblem::Severity::Warning);
        QCOMPARE(document.problems.at(2).severity, WorkflowProblem::Severity::Warning);
    }

    /// libfyaml 0.7.12 crashes when it is done with such a text, on some of them at once, on others after a few.
    void survivesTabsWhereNoneMayBe()
    {
        for (const QByteArray &text : {QByteArray("? ::\t:"), QByteArray("? :::\t:\n:\n"), QByteArray("? a::\t:"),
                                       QByteArray("states:\n  - name: a\n    ? b::\t:\n")}) {
            for (int i = 0; i < 50; ++i) {
                const Result<WorkflowDocument> document = readWorkflow(text);
                QVERIFY2(!document || !document->problems.isEmpty(), text.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkflowParts)
#include "tst_workflowparts.moc"
