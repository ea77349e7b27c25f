// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractSlider>
#include <QLabel>

using namespace podium;
using namespace Qt::StringLiterals;

/// The graph as more than a picture, on the real services and through the real window: what differs between the
/// deployed workflow and a file, a run gone through once more, the runs of a workflow as colours.
class TestGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void comparesTheDeployedWorkflowWithAFile();
    void replaysARun();
    void coloursByTheLastRuns();

private:
    QByteArray editedWorkflow() const;
    void press(const QKeySequence &keys);
    bool says(const QString &label, const QString &text);

    std::unique_ptr<Desk> m_desk;
    QTemporaryDir m_folder;
};

/// The sandbox's release_rollout with a longer wait, one state more and one less.
QByteArray TestGraph::editedWorkflow() const
{
    QFile file(QStringLiteral(PODIUM_SOURCE_DIR) +
               u"/installer/sandbox/runtime/src/main/resources/release_rollout.sw.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = file.readAll();
    text.replace("duration: PT4S", "duration: PT10M");
    text.replace("    transition: Settle\n", "    transition: Checks\n");
    text.replace("  - name: Settle\n    type: sleep\n    duration: PT3S\n    transition: Checks\n", "");
    text.replace("        transition: All sites\n", "        transition: Freeze\n");
    text.replace("  - name: All sites\n", "  - name: Freeze\n    type: sleep\n    duration: PT1M\n"
                                          "    transition: All sites\n  - name: All sites\n");
    return text;
}

void TestGraph::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_desk = std::make_unique<Desk>();
    QFile workflow(m_folder.filePath(u"release_rollout.sw.yaml"_s));
    const QByteArray text = editedWorkflow();
    QVERIFY(workflow.open(QIODevice::WriteOnly));
    QCOMPARE(workflow.write(text), text.size());
    workflow.close();
    m_desk->startOnSandbox({u"--open"_s, u"compare:release_rollout@1.3..file:"_s + workflow.fileName()});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
}

void TestGraph::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-graph-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

void TestGraph::press(const QKeySequence &keys)
{
    QTest::keySequence(m_desk->window(), keys);
}

bool TestGraph::says(const QString &label, const QString &text)
{
    return m_desk->waitFor([&] {
        const auto *found = m_desk->find<QLabel>(label);
        return found && found->text().contains(text);
    });
}

void TestGraph::comparesTheDeployedWorkflowWithAFile()
{
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QLabel>(u"Summary"_s); }, 30000));
    QVERIFY(says(u"Summary"_s, u"1 state added"_s));
    QVERIFY(says(u"Summary"_s, u"1 removed"_s));
    auto *list = m_desk->find<QAbstractItemView>(u"Differences"_s);
    QVERIFY(list);
    QStringList rows;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        rows << list->model()->index(row, 0).data().toString();
    const QString all = rows.join(u'\n');
    for (const QString &state : {u"Freeze"_s, u"Settle"_s, u"Observe"_s})
        QVERIFY2(all.contains(state), qPrintable(all));
    press(Qt::Key_F8);
    m_desk->screenshots(u"compare"_s);
}

void TestGraph::replaysARun()
{
    QVERIFY(m_desk->click(u"rail-workflows"_s));
    QVERIFY(m_desk->openRow(u"Workflows"_s, u"Inspect a site"_s));
    QVERIFY(m_desk->click(u"Run"_s));
    QVERIFY(m_desk->click(u"Start run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 30000));
    press(QKeySequence(u"Ctrl+Shift+R"_s));
    QAbstractSlider *slider = nullptr;
    QVERIFY(m_desk->waitFor([&] { return (slider = m_desk->find<QAbstractSlider>(u"Time of the run"_s)); }));
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QTest::keyClick(slider, Qt::Key_Right);
    QVERIFY(says(u"Since the start"_s, u"+"_s));
    QVERIFY(m_desk->find<StateBadge>(u"Completed"_s)); // the header stays in the present
    m_desk->screenshots(u"replay"_s);
    QTest::keyClick(slider, Qt::Key_Escape);
    QVERIFY(m_desk->waitFor([this] { return !m_desk->find<QAbstractSlider>(u"Time of the run"_s); }));
}

void TestGraph::coloursByTheLastRuns()
{
    QVERIFY(m_desk->click(u"Workflow"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QAbstractButton>(u"Colour by the last runs"_s); }));
    press(QKeySequence(u"Ctrl+Shift+H"_s));
    QVERIFY(says(u"Runs looked at"_s, u"run"_s));
    m_desk->screenshots(u"heat"_s);
    press(QKeySequence(u"Ctrl+Shift+H"_s));
    press(QKeySequence(u"Ctrl+Shift+H"_s));
    QVERIFY(m_desk->waitFor([this] {
        const auto *most = m_desk->find<QLabel>(u"Highest"_s);
        return most && most->text().contains(u"s"_s);
    }));
}

QTEST_MAIN(TestGraph)
#include "tst_graph.moc"
