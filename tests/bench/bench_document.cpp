// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// A definition of 5,000 lines. To hold: it opens within 150 ms, diagnostics within 150 ms, an edit of its structure
// within 50 ms. Times are wall clock.
#include "models/diagnostics/checker.h"
#include "models/document/workfloweditor.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

/// States with actions, conditions and arguments, each 20 lines.
QByteArray definition(int states)
{
    QByteArray text = "id: large\nversion: '1.0'\nspecVersion: '0.8'\nname: Large\nstart: S0\nfunctions:\n"
                      "  - name: call\n    operation: specs/a.yaml#op\nerrors:\n  - name: broken\n    code: '503'\n"
                      "states:\n";
    for (int i = 0; i < states; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "  # The state " + n + "\n  - name: S" + n + "\n    type: operation\n    actions:\n";
        for (int a = 0; a < 2; ++a) {
            text += "      - name: a" + n +
                    "\n        functionRef:\n          refName: call\n          arguments:\n"
                    "            id: ${ .id" +
                    n + " }\n        condition: ${ .n > " + n + " }\n";
        }
        text += "    onErrors:\n      - errorRef: broken\n        end: true\n";
        text += i + 1 < states ? "    transition: S" + QByteArray::number(i + 1) + "\n" : QByteArray("    end: true\n");
    }
    return text;
}

template <typename Work>
void measure(const char *what, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    qInfo("%s: median %.1f ms, longest %.1f ms", what, times.at(4), times.back());
}

} // namespace

class BenchDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiveThousandLines()
    {
        const QByteArray text = definition(250);
        qInfo("%d lines, %d kB", static_cast<int>(text.count('\n')), static_cast<int>(text.size() / 1000));
        measure("open", [&] { QVERIFY(Document::open(text).ok()); });
        const SharedReading reading = readText(text, 0);
        measure("diagnostics without jq", [&] { QCOMPARE(checkDefinition(reading).size(), 0); });
        CheckOptions options;
        options.jqWorker = QStringLiteral(PODIUM_TEST_JQ);
        measure("diagnostics, expressions new", [&] { QCOMPARE(checkDefinition(reading, options).size(), 0); });
        options.jqKnown = std::make_shared<JqVerdicts>();
        measure("diagnostics, expressions known", [&] { QCOMPARE(checkDefinition(reading, options).size(), 0); });
        measure("set a value", [&] {
            QVERIFY(StructureEditor(*reading->tree).set({u"states"_s, 120, u"name"_s}, "Other").ok());
        });
        measure("insert on an edge", [&] {
            const Json state{{"name", "New"}, {"type", "inject"}, {"data", Json::object()}};
            QVERIFY(WorkflowEditor(*reading->tree).insertOnEdge({u"S120"_s, {}}, state).ok());
        });
        measure("rename a function everywhere",
                [&] { QVERIFY(WorkflowEditor(*reading->tree).rename(PartKind::Function, u"call"_s, u"ask"_s).ok()); });
    }
};

QTEST_GUILESS_MAIN(BenchDocument)
#include "bench_document.moc"
