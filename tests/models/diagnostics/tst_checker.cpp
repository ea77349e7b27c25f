// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/diagnostics/checker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// A definition about which there is nothing to say; tests spoil it.
const QByteArray kGood = R"(id: order
version: '1.0'
specVersion: '0.8'
name: Order
start: Check
functions:
  - name: call
    operation: specs/a.yaml#op
  - name: adult
    type: expression
    operation: .age >= 18
events:
  - name: came
    type: com.came
    source: /orders
errors:
  - name: broken
    code: '503'
states:
  - name: Check
    type: operation
    actions:
      - functionRef: call
        condition: ${ fn:adult and $WORKFLOW.instanceId != null }
    onErrors:
      - errorRef: broken
        end: true
    transition: Wait
  - name: Wait
    type: switch
    timeouts:
      eventTimeout: PT1H
    eventConditions:
      - eventRef: came
        transition: Done
    defaultCondition:
      end: true
  - name: Done
    type: inject
    data:
      done: true
    end: true
)";

QStringList rulesOf(const QList<Diagnostic> &found)
{
    QStringList list;
    for (const Diagnostic &one : found)
        list.append(one.rule);
    return list;
}

CheckOptions withJq()
{
    CheckOptions options;
    options.jqWorker = QStringLiteral(PODIUM_TEST_JQ);
    return options;
}

} // namespace

class TestChecker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingAboutWhatIsRight()
    {
        const QList<Diagnostic> found = checkDefinition(readText(kGood, 0), withJq());
        QCOMPARE(rulesOf(found), QStringList());
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QByteArray>("at"); // the text that is marked
        const auto row = [](const QByteArray &from, const QByteArray &to, const char *rule, Severity severity,
                            const QByteArray &at = {}) {
            QTest::addRow("%s %d", rule, static_cast<int>(qHash(from + to) % 1000))
                << from << to << QString::fromLatin1(rule) << static_cast<int>(severity) << at;
        };
        const auto error = Severity::Error;
        const auto warning = Severity::Warning;
        const auto note = Severity::Information;
        row("transition: Wait", "transition: [", "syntax", error);
        row("specVersion: '0.8'\n", "", "spec-required", warning);
        row("name: Order", "nam: Order", "spec-required", warning); // see the end of this row's test
        row("condition: ${", "conditions: ${", "spec-member", warning, "conditions");
        row("      end: true\n  - name: Done", "      end: 'true'\n  - name: Done", "spec-type", warning, "true");
        row("version: '1.0'", "version: 1.0", "spec-type", warning, "1.0");
        row("      - functionRef: call\n", "      - functionRef: call\n        subFlowRef: x\n", "spec-choice",
            warning);
        row("type: inject", "type: magic", "state-type", error);
        row("id: order\n", "id: order\nid: again\n", "repeated-key", warning, "id");
        row("transition: Wait", "transition: Wiat", "unknown-state", error, "Wiat");
        row("functionRef: call", "functionRef: cal", "unknown-function", error, "cal");
        row("eventRef: came", "eventRef: gone", "unknown-event", error, "gone");
        row("errorRef: broken", "errorRef: other", "unknown-error", error, "other");
        row("condition: $", "retryRef: never\n        condition: $", "unknown-retry", warning, "never");
        row("operation: specs/a.yaml#op", "operation: specs/a.yaml#op\n    authRef: who", "unknown-auth", warning,
            "who");
        row("- name: Done", "- name: Wait", "duplicate-name", error, "Wait");
        row("- name: adult", "- name: call", "duplicate-name", error, "call");
        row("code: '503'", "code: '503'\n  - name: broken\n    code: '1'", "repeated-name", warning, "broken");
        row("code: '503'", "code: '503'\n  - name: idle\n    code: '1'", "unused-definition", note, "idle");
        row("id: order\n", "", "missing-id", error);
        row("start: Check\n", "", "missing-start", error);
        row("- name: Done\n    type", "- type", "unnamed-state", error);
        row("- functionRef: call", "- name: idle", "empty-action", error);
        row("        transition: Done\n", "        name: nowhere\n", "dead-condition", error);
        row("    eventConditions:",
            "    dataConditions:\n      - condition: .a\n        end: true\n    eventConditions:", "switch-conditions",
            error);
        row("    timeouts:\n      eventTimeout: PT1H\n", "", "event-timeout", error, "defaultCondition");
        row("      done: true\n    end: true\n",
            "      done: true\n    compensatedBy: Undo\n    end: true\n  - name: Undo\n    type: inject\n"
            "    usedForCompensation: true\n    data: {}\n    compensatedBy: Check\n",
            "compensation", error, "Check");
        row("    code: '503'\n", "", "error-code", note);
        row("operation: specs/a.yaml#op", "operation: a#b\n    type: graphql", "ignored-function", note, "graphql");
        row("        condition:", "        retryableErrors: [broken]\n        condition:", "ignored-retry", note);
        row("eventTimeout: PT1H", "eventTimeout: PT1H\n      stateExecTimeout: PT2H", "ignored-timeout", note);
        row("        transition: Done\n", "        end: true\n", "unreachable-state", error, "Done");
        row("    transition: Wait\n", "", "dead-end", error, "Check");
        row("fn:adult and", "fn:adult and (", "jq-syntax", warning);
        row("operation: .age >= 18", "operation: .age >=", "jq-syntax", warning, ".age >=");
        row("$WORKFLOW.", "$NOTHING.", "jq-variable", warning);
        row("name: Order\n", "name: Order\nexpressionLang: perl\n", "expression-language", error, "perl");
        row("      done: true\n    end: true\n", "      done: true\n    end: true\n---\nid: two\n", "second-document",
            note);
    }

    void finds()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, rule);
        QFETCH(int, severity);
        QFETCH(QByteArray, at);
        QCOMPARE(kGood.count(from), 1);
        const QByteArray text = QByteArray(kGood).replace(from, to);
        const QList<Diagnostic> found = checkDefinition(readText(text, 0), withJq());
        if (rule == "spec-required"_L1 && from.startsWith("name")) { // the root is open, and a name no must
            QCOMPARE(rulesOf(found), QStringList());
            return;
        }
        const auto it = std::find_if(found.cbegin(), found.cend(), [&](const Diagnostic &one) {
            return one.rule == rule && (at.isEmpty() || text.mid(one.span.begin, one.span.end - one.span.begin) == at);
        });
        QVERIFY2(it != found.cend(), qPrintable(rulesOf(found).join(u' ')));
        QCOMPARE(static_cast<int>(it->severity), severity);
        QVERIFY(!it->message.isEmpty());
        QVERIFY(it->span.isValid());
    }

    void findsLoops()
    {
        const QByteArray loop = R"({"id": "l", "specVersion": "0.8", "start": "A", "states": [
            {"name": "A", "type": "inject", "data": {}, "transition": "B"},
            {"name": "B", "type": "inject", "data": {}, "transition": "A"}]})";
        QCOMPARE(rulesOf(checkDefinition(readText(loop, 0))), (QStringList{u"missing-end"_s, u"endless-loop"_s}));
        // One that waits may go round for ever.
        const QByteArray waits = QByteArray(loop).replace("\"B\", \"type\": \"inject\", \"data\": {}",
                                                          "\"B\", \"type\": \"sleep\", \"duration\": \"PT1H\"");
        QCOMPARE(rulesOf(checkDefinition(readText(waits, 0))), QStringList{u"missing-end"_s});
    }

    void findsUnknownData()
    {
        const QByteArray text = R"({"id": "l", "specVersion": "0.8", "start": "A",
            "dataInputSchema": {"schema": {"type": "object", "properties": {"age": {}}, "additionalProperties": false}},
            "states": [
            {"name": "A", "type": "inject", "data": {"name": "x"}, "transition": "B"},
            {"name": "B", "type": "switch", "defaultCondition": {"end": true}, "dataConditions": [
              {"condition": "${ .age > 3 and .oops }", "end": true}, {"condition": ".name == 1", "end": true},
              {"condition": "${ .agee }", "end": true}]}]})";
        const auto told = [](const QByteArray &definition) {
            QList<Diagnostic> found = checkDefinition(readText(definition, 0));
            found.removeIf([](const Diagnostic &one) { return one.rule != "unknown-data"_L1; });
            return found;
        };
        QCOMPARE(told(text).size(), 1);
        QCOMPARE(told(text).first().message, u"Neither the input nor a state has \"agee\"."_s);
        QCOMPARE(told(QByteArray(text).replace(", \"additionalProperties\": false", ", \"oneOf\": []")).size(), 0);
    }

    /// What SonataFlow's jq reads, and libjq alone would not.
    void readsExpressionsOfSonataFlow_data()
    {
        QTest::addColumn<QByteArray>("expression");
        for (const char *expression : {"{a: .b + 1, c: \\\"x\\\" + .d}", "{a: {b: if .c then 1 else 2 end}, d}",
                                       "{a: [.b[1:2], {c: .d * 2}]}", ". as {a: $x} | {b: $x + 1}", "{(.k): .v + 1}",
                                       "{a: (.b | length) - 1}", "{\\\"a:b\\\": \\\"{\\\" + .c}"})
            QTest::newRow(expression) << QByteArray(expression);
    }

    void readsExpressionsOfSonataFlow()
    {
        QFETCH(QByteArray, expression);
        const QByteArray condition = "condition: \"${ " + expression + " | fn:adult }\"";
        const QByteArray text =
            QByteArray(kGood).replace("condition: ${ fn:adult and $WORKFLOW.instanceId != null }", condition);
        QVERIFY(text != kGood);
        const QList<Diagnostic> found = checkDefinition(readText(text, 0), withJq());
        QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.first().message));
    }

    void findsFiles()
    {
        QTemporaryDir folder;
        CheckOptions options;
        options.file = folder.filePath(u"order.sw.yaml"_s);
        const QByteArray text = QByteArray(kGood).replace("start: Check", "start: Check\ndataInputSchema: in.json");
        QVERIFY(rulesOf(checkDefinition(readText(text, 0), options)).contains(u"missing-file"_s));
        QFile schema(folder.filePath(u"in.json"_s));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write("{\"type\": \"object\"}");
        schema.close();
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0), options)), QStringList());
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write("{\"type\": ");
        schema.close();
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0), options)), QStringList{u"input-schema"_s});
        // A text that has no place yet names files nobody can look for.
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0))), QStringList());
    }

    void isSilentWhereItIsTold_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("silent");
        const QByteArray wrong = "    transition: Wiat";
        QTest::newRow("behind") << wrong << wrong + "  # podium-ignore unknown-state, unreachable-state" << true;
        QTest::newRow("another rule") << wrong << wrong + "  # podium-ignore spec-type" << false;
        QTest::newRow("before") << wrong << "    # podium-ignore unknown-state\n" + wrong << true;
        QTest::newRow("before another") << QByteArray("    onErrors:")
                                        << QByteArray("    # podium-ignore unknown-state\n    onErrors:") << false;
        QTest::newRow("for the state") << QByteArray("  - name: Check")
                                       << QByteArray("  # podium-ignore unknown-state\n  - name: Check") << true;
        QTest::newRow("for all") << QByteArray("id: order") << QByteArray("# podium-ignore unknown-state\nid: order")
                                 << true;
    }

    void isSilentWhereItIsTold()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, silent);
        QByteArray text = QByteArray(kGood).replace("    transition: Wait", "    transition: Wiat");
        QVERIFY(rulesOf(checkDefinition(readText(text, 0))).contains(u"unknown-state"_s));
        text.replace(from, to);
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0))).contains(u"unknown-state"_s), !silent);
    }

    void isSilentInJson()
    {
        const QByteArray text = R"({"id": "l", "specVersion": "0.8", "start": "A", "states": [
            {"name": "A", "type": "inject", "data": {}, "transition": "B", "metadata": {"podium-ignore": "unknown-state"}},
            {"name": "C", "type": "inject", "data": {}, "end": true}]})";
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0))), QStringList{u"unreachable-state"_s});
    }

    void mends()
    {
        const QByteArray text = QByteArray(kGood).replace("transition: Wait", "transition: Wiat");
        const SharedReading reading = readText(text, 0);
        const QList<Diagnostic> found = checkDefinition(reading);
        const auto it = std::find_if(found.cbegin(), found.cend(),
                                     [](const Diagnostic &one) { return one.rule == "unknown-state"_L1; });
        QVERIFY(it != found.cend() && it->fixes.size() == 1);
        QCOMPARE(it->fixes.first().label, u"Change it to Wait"_s);
        QByteArray mended = text;
        QVERIFY(it->fixes.first().make(*reading->tree)->applyTo(mended));
        QCOMPARE(mended, kGood);
    }

    void readsResources()
    {
        const QByteArray text = R"(apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata:
  name: greeting
spec:
  flow:
    start: Hello
    states: [{name: Hello, type: inject, data: {}, transition: Gone}]
)";
        QCOMPARE(rulesOf(checkDefinition(readText(text, 0))), (QStringList{u"missing-end"_s, u"unknown-state"_s}));
    }

    void survivesWhatIsNoDefinition_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("comment") << QByteArray("# nothing\n");
        QTest::newRow("word") << QByteArray("hello");
        QTest::newRow("list") << QByteArray("- a\n- b\n");
        QTest::newRow("deep") << QByteArray("states: " + QByteArray(5000, '['));
        QTest::newRow("wrong kinds") << QByteArray("id: [1]\nstart: [A]\nstates: {a: b}\nfunctions: 3\nevents: {x: 1}\n"
                                                   "timeouts: no\nmetadata: 1\ndataInputSchema: [2]\n");
        QTest::newRow("states of all kinds")
            << QByteArray("states: [1, [], {}, null, {name: {}, type: [], actions: 5}]");
    }

    void survivesWhatIsNoDefinition()
    {
        QFETCH(QByteArray, text);
        const QList<Diagnostic> found = checkDefinition(readText(text, 0), withJq());
        QVERIFY(!found.isEmpty());
        for (const Diagnostic &one : found)
            QVERIFY(one.span.isValid() && one.span.end <= text.size());
    }

    void isCancelled()
    {
        CheckOptions options;
        options.cancelled = [] { return true; };
        QCOMPARE(checkDefinition(readText(kGood, 0), options).size(), 0);
        Async<QList<Diagnostic>> later = checkLater(readText("a: [", 0), {});
        later.waitForFinished();
        QCOMPARE(rulesOf(later.result().value()), QStringList{u"syntax"_s});
    }

    void looksUpStretches()
    {
        const QByteArray text = QByteArray(kGood).replace("transition: Wait", "transition: Wiat");
        const QList<Diagnostic> found = checkDefinition(readText(text, 0));
        const qsizetype at = text.indexOf("Wiat");
        QCOMPARE(rulesOf(diagnosticsIn(found, {at, at + 4})), QStringList{u"unknown-state"_s});
        QCOMPARE(diagnosticsIn(found, {0, 3}).size(), 0);
    }

    /// Every rule is explained, and nothing is explained that is no rule.
    void everyRuleHasHelp()
    {
        QFile file(QStringLiteral(PODIUM_SOURCE_DIR "/resources/help/diagnostics.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList explained;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith("### "_L1))
                explained.append(line.mid(4).trimmed());
        }
        QStringList rules;
        const QList<RuleInfo> known = diagnosticRules();
        for (const RuleInfo &rule : known) {
            rules.append(rule.id);
            QVERIFY(!rule.title.isEmpty());
        }
        explained.sort();
        rules.sort();
        QCOMPARE(explained, rules);
    }
};

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
