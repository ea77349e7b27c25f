// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/workflowdocument.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

WorkflowDocument read(const QByteArray &text)
{
    const Result<WorkflowDocument> result = readWorkflow(text);
    if (!result) {
        qWarning().noquote() << result.error().text() << result.error().details;
        return {};
    }
    return *result;
}

QStringList messages(const WorkflowDocument &document)
{
    QStringList list;
    for (const WorkflowProblem &problem : document.problems)
        list.append(problem.message);
    return list;
}

const QByteArray kAllStates = R"(id: every
name: Every state
version: 1.0
specVersion: '0.8'
start:
  stateName: Ask
  schedule: R/PT15M
timeouts:
  workflowExecTimeout: {duration: PT1H}
functions:
  - {name: call, operation: 'specs/a.yaml#op'}
  - {name: print, type: custom, operation: sysout}
events:
  - {name: came, type: com.came, source: ''}
  - {name: gone, type: com.gone, kind: produced, correlation: [{contextAttributeName: order}]}
retries:
  - {name: thrice, delay: PT3S, maxAttempts: 3}
errors:
  - {name: broken, code: '503'}
  - {name: other}
states:
  - name: Ask
    type: operation
    actionMode: parallel
    actions:
      - functionRef: call
        retryRef: thrice
        condition: ${ .ready }
      - name: child
        subFlowRef: {workflowId: other, version: '2', invoke: async}
      - name: tell
        eventRef: {triggerEventRef: gone, resultEventRef: came, resultEventTimeout: PT5S, data: {a: 1}}
        sleep: {before: PT1S, after: PT2S}
    onErrors:
      - errorRef: broken
        transition: Rest
      - errorRefs: [broken, other]
        end: true
    compensatedBy: Undo
    transition: {nextState: Choose, compensate: true, produceEvents: [{eventRef: gone, data: .x}]}
  - name: Choose
    type: switch
    dataConditions:
      - {name: big, condition: '.n > 3', transition: Rest}
      - {condition: '.n == 3', end: {terminate: true, produceEvents: [{eventRef: gone}]}}
    defaultCondition: {transition: Listen}
  - name: Listen
    type: event
    exclusive: false
    timeouts: {eventTimeout: PT2M}
    onEvents:
      - eventRefs: [came]
        actions: [{functionRef: print}]
    transition: Turn
  - name: Turn
    type: switch
    eventConditions:
      - {eventRef: came, transition: Loop}
    default: {end: true}
  - name: Loop
    type: foreach
    inputCollection: .items
    iterationParam: item
    batchSize: 2
    mode: sequential
    actions: [{functionRef: {refName: call, arguments: {a: .item}}}]
    transition: Fan
  - name: Fan
    type: parallel
    completionType: atLeast
    numCompleted: 1
    branches:
      - {name: left, actions: [{name: l, functionRef: call}]}
      - {name: right, timeouts: {branchExecTimeout: PT9S}, actions: []}
    transition: Phone
  - name: Phone
    type: callback
    action: {functionRef: call}
    eventRef: came
    transition: Rest
  - name: Rest
    type: sleep
    duration: PT1H30M
    end: {continueAs: {workflowId: next}}
  - name: Undo
    type: inject
    usedForCompensation: true
    data: {gone: true}
)";

} // namespace

class TestWorkflowReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryConstruct()
    {
        const WorkflowDocument document = read(kAllStates);
        QCOMPARE(messages(document), QStringList());
        QCOMPARE(document.id, u"every"_s);
        QCOMPARE(document.version, u"1.0"_s);
        QCOMPARE(document.start->state.name, u"Ask"_s);
        QCOMPARE(document.start->schedule, u"R/PT15M"_s);
        QCOMPARE(document.timeouts.workflowExec, u"PT1H"_s);
        QCOMPARE(document.states.size(), 9);
        QCOMPARE(document.startIndex(), 0);
        QCOMPARE(document.function(u"call"_s)->type, u"rest"_s);
        QCOMPARE(document.function(u"print"_s)->operation, u"sysout"_s);
        QVERIFY(document.event(u"gone"_s)->produced);
        QCOMPARE(document.event(u"gone"_s)->correlations, QStringList{u"order"_s});
        QCOMPARE(document.retries.items.first().maxAttempts, u"3"_s);
        QCOMPARE(document.errors.items.first().code, u"503"_s);
    }

    void readsOperation()
    {
        const State state = read(kAllStates).states.at(0);
        QCOMPARE(state.type, State::Type::Operation);
        QVERIFY(state.parallel);
        QCOMPARE(state.actions.size(), 3);
        QCOMPARE(state.actions.at(0).kind, Action::Kind::Function);
        QCOMPARE(state.actions.at(0).displayName(), u"call"_s);
        QCOMPARE(state.actions.at(0).retry.name, u"thrice"_s);
        QCOMPARE(state.actions.at(0).condition, u"${ .ready }"_s);
        QCOMPARE(state.actions.at(1).kind, Action::Kind::SubFlow);
        QCOMPARE(state.actions.at(1).target.name, u"other"_s);
        QCOMPARE(state.actions.at(1).version, u"2"_s);
        QCOMPARE(state.actions.at(1).invoke, u"async"_s);
        QCOMPARE(state.actions.at(2).triggerEvent.name, u"gone"_s);
        QCOMPARE(state.actions.at(2).resultEvent.name, u"came"_s);
        QCOMPARE(state.actions.at(2).arguments, u"{a: 1}"_s);
        QCOMPARE(state.actions.at(2).sleepAfter, u"PT2S"_s);
        QCOMPARE(state.onErrors.size(), 2);
        QCOMPARE(state.onErrors.at(0).next.transition->to.name, u"Rest"_s);
        QCOMPARE(state.onErrors.at(1).errors.size(), 2);
        QVERIFY(state.onErrors.at(1).next.end);
        QCOMPARE(state.compensatedBy.name, u"Undo"_s);
        QVERIFY(state.next.transition->compensate);
        QCOMPARE(state.next.transition->produces.first().event.name, u"gone"_s);
    }

    void readsTheOtherStates()
    {
        const WorkflowDocument document = read(kAllStates);
        const State &choose = document.states.at(1);
        QCOMPARE(choose.dataConditions.size(), 2);
        QCOMPARE(choose.dataConditions.at(0).expression, u".n > 3"_s);
        QVERIFY(choose.dataConditions.at(1).next.end->terminate);
        QCOMPARE(choose.defaultCondition->transition->to.name, u"Listen"_s);
        const State &listen = document.states.at(2);
        QVERIFY(!listen.exclusive);
        QCOMPARE(listen.timeouts.event, u"PT2M"_s);
        QCOMPARE(listen.eventHandlers.first().events.first().name, u"came"_s);
        QCOMPARE(listen.eventHandlers.first().actions.size(), 1);
        const State &turn = document.states.at(3);
        QCOMPARE(turn.eventConditions.first().event.name, u"came"_s);
        QVERIFY(turn.defaultCondition->end); // "default", as older drafts wrote it
        const State &loop = document.states.at(4);
        QCOMPARE(loop.inputCollection, u".items"_s);
        QCOMPARE(loop.batchSize, u"2"_s);
        QVERIFY(!loop.parallel);
        QCOMPARE(loop.actions.first().arguments, u"{a: .item}"_s);
        const State &fan = document.states.at(5);
        QCOMPARE(fan.branches.size(), 2);
        QCOMPARE(fan.branches.at(1).timeouts.branchExec, u"PT9S"_s);
        QCOMPARE(fan.completionType, u"atLeast"_s);
        const State &phone = document.states.at(6);
        QCOMPARE(phone.callbackEvent.name, u"came"_s);
        QCOMPARE(phone.actions.size(), 1);
        const State &rest = document.states.at(7);
        QCOMPARE(rest.duration, u"PT1H30M"_s);
        QCOMPARE(rest.next.end->continueAs, u"next"_s);
        QVERIFY(document.states.at(8).usedForCompensation);
    }

    void knowsWhereThingsAre()
    {
        const WorkflowDocument document = read(kAllStates);
        const QByteArray lines = kAllStates;
        for (const State &state : document.states) {
            QVERIFY(state.nameSpan.isValid());
            QCOMPARE(QString::fromUtf8(lines.mid(state.nameSpan.begin, state.nameSpan.end - state.nameSpan.begin)),
                     state.name);
            QCOMPARE(lines.left(state.nameSpan.begin).count('\n') + 1, state.nameSpan.line);
        }
        const Reference &target = document.states.at(0).next.transition->to;
        QCOMPARE(lines.mid(target.span.begin, target.span.end - target.span.begin), QByteArray("Choose"));
        // A block ends where its last part ends, not at the line where the parser noticed.
        QVERIFY(document.states.at(0).span.end <= document.states.at(1).span.begin);
    }

    void readsJson()
    {
        const WorkflowDocument document =
            read(R"({"id":"j","start":"A","functions":"functions.json","events":"events.yaml",
            "states":[{"name":"A","type":"operation","actions":[{"functionRef":"anything"}],"transition":"B"},
            {"name":"B \u00e4 \/","type":"inject","data":{},"end":"true"}]})");
        QCOMPARE(document.functions.uri, u"functions.json"_s);
        QCOMPARE(document.events.uri, u"events.yaml"_s);
        QCOMPARE(document.states.at(1).name, u"B \u00e4 /"_s);
        QVERIFY(document.states.at(1).next.end); // "true" as text, as it is found in the field
        QCOMPARE(messages(document), QStringList{u"There is no state named \"B\"."_s});
    }

    void readsACustomResource()
    {
        const WorkflowDocument document = read(R"(apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata:
  name: greeting
  annotations: {sonataflow.org/version: 0.0.1, sonataflow.org/description: Says hello}
spec:
  flow:
    start: Hello
    states: [{name: Hello, type: inject, data: {}, end: true}]
)");
        QCOMPARE(document.id, u"greeting"_s);
        QCOMPARE(document.version, u"0.0.1"_s);
        QCOMPARE(document.states.size(), 1);
        QCOMPARE(messages(document), QStringList());
    }

    void reportsWhatIsBroken()
    {
        const WorkflowDocument document = read(R"(start: Nowhere
functions: []
states:
  - name: A
    type: operation
    actions: [{functionRef: gone}, {name: idle}]
    transition: Missing
  - name: A
    type: magic
  - type: event
    onEvents: [{eventRefs: [never]}]
  - just text
  - name: S
    type: switch
)");
        const QStringList expected{u"An action calls nothing: no function, event or sub-workflow."_s,
                                   u"The state \"A\" has the unknown type \"magic\"."_s,
                                   u"More than one state is named \"A\"."_s,
                                   u"A state has no name."_s,
                                   u"A state is not an object."_s,
                                   u"The switch \"S\" has no conditions."_s,
                                   u"There is no state named \"Nowhere\"."_s,
                                   u"There is no state named \"Missing\"."_s,
                                   u"There is no function named \"gone\"."_s,
                                   u"There is no event named \"never\"."_s};
        QCOMPARE(messages(document), expected);
        QCOMPARE(document.states.size(), 4);
        for (const WorkflowProblem &problem : document.problems)
            QVERIFY2(problem.span.isValid(), qPrintable(problem.message));
        QCOMPARE(document.problems.at(6).span.line, 1);
        QCOMPARE(document.problems.at(7).span.line, 7);
    }

    void keepsWhatComesBeforeASyntaxError()
    {
        const WorkflowDocument document =
            read("id: half\nstates:\n  - name: A\n    type: inject\n    data: {x: [1, 2\n  - name: B\n");
        QCOMPARE(document.id, u"half"_s);
        QVERIFY(!document.problems.isEmpty());
        QVERIFY(document.problems.first().message.startsWith("The text cannot be read from here on"_L1));
        QVERIFY(document.problems.first().span.line >= 5);
        QVERIFY(!document.states.isEmpty());
        QCOMPARE(document.states.first().name, u"A"_s);
    }

    void refusesWhatIsNoDefinition_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n\t\n");
        QTest::newRow("comment") << QByteArray("# nothing here\n");
        QTest::newRow("list") << QByteArray("- a\n- b\n");
        QTest::newRow("word") << QByteArray("hello");
        QTest::newRow("html") << QByteArray("<html><body>Bad gateway</body></html>");
        QTest::newRow("zero bytes") << QByteArray(64, '\0');
        QTest::newRow("binary") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
        QTest::newRow("latin1") << QByteArray("id: caf\xe9\nstates: []\n");
        QTest::newRow("too large") << QByteArray(kMaxWorkflowSize + 1, ' ');
    }

    void refusesWhatIsNoDefinition()
    {
        QFETCH(QByteArray, text);
        const Result<WorkflowDocument> result = readWorkflow(text);
        QVERIFY(!result);
        QCOMPARE(result.error().what, u"The definition cannot be read."_s);
        QVERIFY(!result.error().why.isEmpty());
        QVERIFY(!result.error().remedy.isEmpty());
    }

    void survivesHostileText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray n = QByteArray::number(i);
            const QByteArray p = "*a" + QByteArray::number(i - 1) + ",";
            bomb += "a" + n + ": &a" + n + " [" + p.repeated(9) + "x]\n";
        }
        QTest::newRow("alias bomb") << QByteArray(bomb + "states: *a11\n");
        QTest::newRow("alias to itself") << QByteArray("states: &s [*s]\n");
        QTest::newRow("deep flow") << QByteArray("states: " + QByteArray(20000, '['));
        QTest::newRow("deep JSON") << QByteArray("{\"states\":" + QByteArray(20000, '[') + QByteArray(20000, ']') +
                                                 "}");
        QByteArray deep;
        for (int i = 0; i < 400; ++i)
            deep += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("deep block") << deep;
        QTest::newRow("long name") << QByteArray("states: [{name: " + QByteArray(100000, 'n') +
                                                 ", type: inject, end: true}]");
        QTest::newRow("duplicate keys") << QByteArray("id: a\nid: b\nstates: []\nstates: [{name: A, type: inject}]\n");
        QTest::newRow("wrong kinds") << QByteArray(
            "id: [1]\nstart: [A]\nstates: {a: b}\nfunctions: 3\nevents: {x: 1}\ntimeouts: no\n");
        QTest::newRow("keys that are lists") << QByteArray("? [a, b]\n: c\nstates: [{? {a: b} : c, name: A}]\n");
    }

    void survivesHostileText()
    {
        QFETCH(QByteArray, text);
        const Result<WorkflowDocument> result = readWorkflow(text);
        QVERIFY(!result || !result->problems.isEmpty() || !result->states.isEmpty());
    }

    void survivesCutAndRandomBytes()
    {
        for (qsizetype length = 0; length < kAllStates.size(); length += 7)
            (void)readWorkflow(kAllStates.left(length));
        quint32 seed = 12345;
        for (int round = 0; round < 300; ++round) {
            QByteArray text = kAllStates;
            for (int k = 0; k < 8; ++k) {
                seed = seed * 1664525U + 1013904223U;
                text[static_cast<qsizetype>(seed >> 8) % text.size()] = static_cast<char>(seed);
            }
            (void)readWorkflow(text);
        }
    }

    void readsEveryRealDefinition()
    {
        const QString folder = QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s;
        if (!QDir(folder).exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        int count = 0;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<WorkflowDocument> result = readWorkflow(file.readAll());
            QVERIFY2(result.ok(), qPrintable(file.fileName()));
            for (const State &state : result->states)
                QVERIFY2(state.type != State::Type::Unknown || !result->problems.isEmpty(),
                         qPrintable(file.fileName()));
            ++count;
        }
        QVERIFY(count > 200);
    }
};

QTEST_GUILESS_MAIN(TestWorkflowReader)
#include "tst_workflowreader.moc"
