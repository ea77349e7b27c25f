// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/compare/comparedstatesmodel.h"
#include "tests/fakes/await.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxconsole.h"
#include "ui/graph/graphcanvas.h"
#include "ui/widgets/statebadge.h"

#include <QLabel>
#include <QTableView>
#include <QTreeView>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// Two real runs of one workflow that went different ways, compared in the real window; then from a parent's state to
/// the run that it started, and through its family.
class TestCompareRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void comparesTwoRuns();
    void opensTheRunThatAStateStarted();
    void showsTheFamily();

private:
    QString started(const QString &workflow, const QByteArray &input);
    QString textOf(const QString &list, const QString &row, int column) const;

    std::unique_ptr<SandboxConsole> m_console;
    std::unique_ptr<Desk> m_desk;
    QString m_key;
    QString m_parent;
};

QString TestCompareRuns::started(const QString &workflow, const QByteArray &input)
{
    const auto definition = await(m_console->catalog.definition(workflow, {}));
    if (!definition)
        return {};
    const auto json = std::make_shared<const Json>(parseJson(input).value());
    const QString key = m_key + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(6);
    const auto run = await(m_console->runs.start({*definition, json, key}), 30000);
    if (!run)
        return {};
    const QString id = run->instanceId;
    (void)QTest::qWaitFor(
        [&] {
            const auto read = await(m_console->instances.instance(id));
            return read && read->state == InstanceState::Completed;
        },
        40000);
    return id;
}

void TestCompareRuns::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_console = std::make_unique<SandboxConsole>(u"operator"_s);
    m_key = u"two-"_s + QUuid::createUuid().toString(QUuid::Id128).left(6);
    const QString a = started(u"travel_booking"_s, R"({"destination":"Vienna"})");
    const QString b = started(u"travel_booking"_s, R"({"destination":"Vienna","hotelFull":true})");
    m_parent = started(u"quarterly_report"_s, R"({"department":"sales","quarter":"2026-Q3"})");
    QVERIFY(!a.isEmpty() && !b.isEmpty() && !m_parent.isEmpty());
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"runs:"_s + a + u".."_s + b});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
}

void TestCompareRuns::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-compareruns-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

QString TestCompareRuns::textOf(const QString &list, const QString &row, int column) const
{
    const auto *view = m_desk->find<QAbstractItemView>(list);
    for (int i = 0; view && i < view->model()->rowCount(); ++i) {
        if (view->model()->index(i, 0).data().toString() == row)
            return view->model()->index(i, column).data().toString();
    }
    return {};
}

void TestCompareRuns::comparesTwoRuns()
{
    const QString states = u"States with the times of both runs"_s;
    const auto takenBy = [&](const QString &state) { return textOf(states, state, ComparedStatesModel::ShareColumn); };
    QVERIFY(m_desk->waitFor([&] { return takenBy(u"Book hotel"_s) == u"Only A"_s; }, 40000));
    QCOMPARE(takenBy(u"Give up"_s), u"Only B"_s);
    QCOMPARE(takenBy(u"Hotel free"_s), u"Both"_s);
    QVERIFY(textOf(states, u"Hotel free"_s, ComparedStatesModel::DifferenceColumn).size() > 1);
    QVERIFY(m_desk->openRow(states, u"Give up"_s));
    m_desk->screenshots(u"compareruns"_s);
    QVERIFY(m_desk->openTab(u"Input (1)"_s));
    QVERIFY(m_desk->waitFor([&] { return textOf(u"Differences of the input"_s, u"/hotelFull"_s, 3) == u"true"_s; }));
    m_desk->screenshots(u"compareruns-input"_s);
}

void TestCompareRuns::opensTheRunThatAStateStarted()
{
    QTest::keySequence(m_desk->window(), QKeySequence(u"Ctrl+K"_s));
    QTest::keyClicks(QApplication::focusWidget(), m_parent);
    QTest::qWait(300);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    GraphCanvas *graph = nullptr;
    QVERIFY(m_desk->waitFor(
        [&] {
            for (auto *each : m_desk->window()->findChildren<GraphCanvas *>()) {
                if (each->isVisible() && each->picture() &&
                    each->picture()->model.stateIndex(u"Department report"_s) >= 0)
                    graph = each;
            }
            return graph != nullptr;
        },
        30000));
    QTest::qWait(500);
    graph->select(graph->picture()->model.stateIndex(u"Department report"_s), true);
    graph->setFocus();
    QTest::keyClick(graph, Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Department report"_s); }));
    QVERIFY(m_desk->waitFor([this] {
        for (auto *each : m_desk->window()->findChildren<GraphCanvas *>()) {
            if (each->isVisible() && each->picture() && each->picture()->model.stateIndex(u"Query warehouse"_s) >= 0)
                return true;
        }
        return false;
    }));
}

void TestCompareRuns::showsTheFamily()
{
    QVERIFY(m_desk->openTab(u"Related"_s));
    QTreeView *tree = nullptr;
    QVERIFY(m_desk->waitFor([&] {
        tree = m_desk->find<QTreeView>(u"Family of the instance"_s);
        return tree && tree->model()->rowCount() == 1 && tree->model()->rowCount(tree->model()->index(0, 0)) == 1;
    }));
    const QModelIndex parent = tree->model()->index(0, 0);
    QVERIFY(parent.data().toString().contains(u"Quarterly report"_s));
    QVERIFY(tree->model()->index(0, 0, parent).data().toString().contains(u"this run"_s));
    m_desk->screenshots(u"family"_s);
}

QTEST_MAIN(TestCompareRuns)
#include "tst_compareruns.moc"
