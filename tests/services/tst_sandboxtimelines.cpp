// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/graphmodel.h"
#include "models/timeline/timeline.h"
#include "models/timeline/timelinetexts.h"
#include "models/workflow/workflowdocument.h"
#include "tests/fakes/await.h"
#include "tests/services/sandboxconsole.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUuid>

#include <functional>

using namespace podium;
using namespace Qt::StringLiterals;

/// Timelines of real runs: what the nodes that the server reports must look like as lanes.
class tst_SandboxTimelines : public QObject
{
    Q_OBJECT

    std::unique_ptr<SandboxConsole> m_operator;
    WorkflowDefinition m_definition;
    GraphModel m_graph;

    QString start(const QString &workflow, const QByteArray &input)
    {
        const auto definition = await(m_operator->catalog.definition(workflow, {}));
        const auto source =
            definition ? await(m_operator->catalog.source(*definition)) : Result<WorkflowSource>(Error());
        const auto document = source ? readWorkflow(source->text) : Result<WorkflowDocument>(Error());
        if (!document)
            return {};
        m_definition = *definition;
        m_graph = buildGraph(*document);
        const auto json = std::make_shared<const Json>(parseJson(input).value());
        const QString key = u"timeline-"_s + QUuid::createUuid().toString(QUuid::Id128).left(10);
        const auto run = await(m_operator->runs.start({m_definition, json, key}), 60000);
        return run ? run->instanceId : run.error().instanceId;
    }
    /// The run once it looks like that; the last answer where it never does.
    WorkflowInstance waitFor(const QString &id, const std::function<bool(const WorkflowInstance &)> &good)
    {
        WorkflowInstance last;
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 60000) {
            if (const auto instance = await(m_operator->instances.instance(id))) {
                last = *instance;
                isWhole(timelineOf(last));
                if (good(last) || QTest::currentTestFailed())
                    return last;
            }
            QTest::qWait(150);
        }
        return last;
    }
    Timeline timelineOf(const WorkflowInstance &instance) const
    {
        return buildTimeline(placesOf(m_definition.nodes, &m_graph), instance);
    }
    static QStringList outline(const Timeline &timeline)
    {
        QStringList lines;
        for (const TimelineRow &row : timeline.rows) {
            if (!row.internal)
                lines << QString(row.depth * 2, u' ') + rowName(row) + u": "_s + displayName(row.status);
        }
        return lines;
    }
    static void isWhole(const Timeline &timeline)
    {
        QSet<int> seen;
        for (const TimelineRow &row : timeline.rows) {
            if (row.visit >= 0)
                seen.insert(row.visit);
            QVERIFY(!row.grows || timeline.moves);
            if (row.ended && row.visit >= 0 && !row.frame)
                QVERIFY(row.status != TimelineRow::Status::Running && row.status != TimelineRow::Status::Waiting);
        }
        QCOMPARE(seen.size(), timeline.visits.size());
    }
    static bool isDone(const WorkflowInstance &instance)
    {
        return isFinal(instance.state) &&
               std::any_of(instance.nodes.cbegin(), instance.nodes.cend(),
                           [](const NodeInstance &node) { return node.type == "EndNode"_L1 && node.name == "End"_L1; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_operator = std::make_unique<SandboxConsole>(u"operator"_s);
        if (!await(m_operator->client.capabilities(), 30000))
            QSKIP("The sandbox is not up: installer/sandbox/sandbox up");
    }

    void parallelBranchesAndTimers()
    {
        const QString id = start(u"release_rollout"_s, R"({"release":"1.4.0","strategy":"everywhere"})");
        QVERIFY(!id.isEmpty());
        const WorkflowInstance instance = waitFor(id, isDone);
        const QStringList lanes = outline(timelineOf(instance));
        const QString all = lanes.join(u'\n');
        for (const QString &line :
             {u"Build image: Done"_s, u"  compile: Done"_s, u"  package: Done"_s, u"Settle: Done"_s, u"Checks: Done"_s,
              u"  licences: Done"_s, u"    check licences: Done"_s, u"  security: Done"_s, u"    scan image: Done"_s,
              u"  quality: Done"_s, u"    run tests: Done"_s, u"Observe: Done"_s, u"Announce: Done"_s})
            QVERIFY2(lanes.contains(line), qPrintable(line + u" is not in\n"_s + all));
        const Timeline timeline = timelineOf(instance);
        QVERIFY(timeline.waiting > 8000); // sleeps of 3, 4 and more seconds
        QVERIFY(timeline.axis(0, true).isShortened());
    }

    void roundsOfALoop()
    {
        Json invoices = Json::array();
        for (int i = 1; i <= 40; ++i)
            invoices.push_back({{"number", "A" + std::to_string(i)}, {"net", i}});
        const QString id = start(u"invoice_batch"_s, QByteArray::fromStdString(Json{{"invoices", invoices}}.dump()));
        QVERIFY(!id.isEmpty());
        const WorkflowInstance instance = waitFor(id, isDone);
        const QStringList lanes = outline(timelineOf(instance));
        QVERIFY2(lanes.contains(u"Price invoices: Done"_s), qPrintable(lanes.join(u'\n')));
        QVERIFY(lanes.contains(u"  price invoice · 1: Done"_s));
        QVERIFY2(lanes.contains(u"  price invoice · 40: Done"_s), qPrintable(lanes.join(u'\n')));
        QVERIFY(!lanes.join(u' ').contains(u"attempt"_s));
    }

    void aRetriedNode()
    {
        m_operator->setHealthy(u"ledger"_s, false);
        const QString id = start(u"ledger_import"_s, R"({"month":"2026-03"})");
        QVERIFY(!id.isEmpty());
        WorkflowInstance instance =
            waitFor(id, [](const WorkflowInstance &each) { return each.state == InstanceState::Error && each.error; });
        QCOMPARE(instance.state, InstanceState::Error);
        QStringList lanes = outline(timelineOf(instance));
        QVERIFY2(lanes.contains(u"Fetch ledger: Failed"_s) && lanes.contains(u"  fetch ledger: Failed"_s),
                 qPrintable(lanes.join(u'\n')));
        m_operator->setHealthy(u"ledger"_s, true);
        QVERIFY(await(m_operator->instances.retry(instance), 30000));
        instance = waitFor(id, isDone);
        m_operator->setHealthy(u"ledger"_s, false);
        lanes = outline(timelineOf(instance));
        QVERIFY2(lanes.contains(u"  fetch ledger (attempt 2): Done"_s), qPrintable(lanes.join(u'\n')));
        QVERIFY(!lanes.join(u' ').contains(u"Running"_s)); // the first one never gets an end
    }

    void aTimerThatWaitsAndIsAborted()
    {
        const QString id = start(u"nightly_backup"_s, "{}");
        QVERIFY(!id.isEmpty());
        WorkflowInstance instance = waitFor(id, [this](const WorkflowInstance &each) {
            return outline(timelineOf(each)).contains(u"Copy: Waiting"_s);
        });
        const Timeline waiting = timelineOf(instance);
        QVERIFY(waiting.moves);
        QCOMPARE(waiting.workingSince, -1);
        QVERIFY(waiting.axis(waiting.end + 3'600'000, true).isShortened());
        QVERIFY(await(m_operator->instances.abort(instance), 30000));
        instance = waitFor(id, [](const WorkflowInstance &each) { return isFinal(each.state); });
        const QStringList lanes = outline(timelineOf(instance));
        QVERIFY2(lanes.contains(u"Copy: Aborted"_s) || lanes.contains(u"Copy: Done"_s), qPrintable(lanes.join(u'\n')));
        QVERIFY(!timelineOf(instance).moves);
    }

    void eventsOfASwitch()
    {
        const QString id = start(u"change_request"_s, "{}");
        QVERIFY(!id.isEmpty());
        const WorkflowInstance instance = waitFor(id, [this](const WorkflowInstance &each) {
            return outline(timelineOf(each)).contains(u"  refused: Waiting"_s);
        });
        const QStringList lanes = outline(timelineOf(instance));
        QVERIFY2(lanes.contains(u"Await verdict: Waiting"_s) && lanes.contains(u"  accepted: Waiting"_s),
                 qPrintable(lanes.join(u'\n')));
        (void)await(m_operator->instances.abort(instance));
    }
};

QTEST_GUILESS_MAIN(tst_SandboxTimelines)
#include "tst_sandboxtimelines.moc"
