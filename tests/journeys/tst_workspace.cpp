// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "ui/graph/graphview.h"
#include "ui/workspace/codeeditor.h"

#include <QListWidget>
#include <QTemporaryDir>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kRelease = R"(id: release
version: '1.0'
specVersion: '0.8'
name: Release
description: Builds, checks and rolls out
start: Build
functions:
  - name: build
    type: custom
    operation: sysout
states:
  # Everything starts with an image.
  - name: Build
    type: operation
    actions:
      - name: build image
        functionRef:
          refName: build
          arguments: {message: "building"}
    transition: Checks
  - name: Checks
    type: parallel
    branches:
      - name: licences
        actions: [{name: read, functionRef: {refName: build, arguments: {message: a}}}]
      - name: security
        actions: [{name: scan, functionRef: {refName: build, arguments: {message: b}}}]
    transition: Decide
  - name: Decide
    type: switch
    dataConditions:
      - name: good
        condition: ${ .errors == 0 }
        transition: Observe
    defaultCondition:
      end: true
  - name: Observe
    type: sleep
    duration: PT10M
    end: true
)";

} // namespace

/// A developer without any server: opens, reads, breaks, repairs and saves a definition; and loses nothing when Podium
/// goes in between.
class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isReachedWithoutAnEnvironment();
    void showsTextAndGraph();
    void saysWhatIsWrong();
    void savesOnlyTheChange();
    void bringsBackWhatWasTyped();

private:
    QByteArray onDisk() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    CodeEditor *editor() const { return m_desk->find<CodeEditor>(u"Text of the definition"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Desk> m_desk;
};

void TestWorkspace::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"shop/schemas"_s));
    m_path = m_folder->filePath(u"shop/release.sw.yaml"_s);
    for (const QString &name :
         {m_path, m_folder->filePath(u"shop/order.sw.yaml"_s), m_folder->filePath(u"shop/schemas/order.json"_s),
          m_folder->filePath(u"shop/application.properties"_s)}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kRelease);
    }
    m_desk = std::make_unique<Desk>();
}

void TestWorkspace::isReachedWithoutAnEnvironment()
{
    m_desk->start({});
    QVERIFY(m_desk->click(u"rail-workspace"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Nothing is open"_s); }));
    m_desk->screenshots(u"workspace-empty"_s);
    m_desk->stop();
}

void TestWorkspace::showsTextAndGraph()
{
    m_desk->start({m_folder->filePath(u"shop"_s), m_path});
    QVERIFY(m_desk->waitFor([this] { return editor() && editor()->text() == QString::fromUtf8(kRelease); }));
    QVERIFY(m_desk->waitFor([this] {
        const auto *graph = m_desk->window()->findChild<GraphView *>();
        return graph && graph->isVisible() && graph->graph();
    }));
    // The cursor in the text and the selection in the graph are one.
    editor()->goToLine(30);
    QVERIFY(
        m_desk->waitFor([this] { return m_desk->window()->findChild<GraphView *>()->selectedState() == "Decide"_L1; }));
    m_desk->screenshots(u"workspace"_s);
}

void TestWorkspace::saysWhatIsWrong()
{
    editor()->goToLine(20);
    editor()->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(editor(), u"x"_s);
    auto *problems = m_desk->window()->findChild<QListWidget *>();
    QVERIFY(m_desk->waitFor([&] { return problems->isVisible() && problems->count() > 0; }));
    QVERIFY2(problems->item(0)->text().contains("Checksx"_L1), qPrintable(problems->item(0)->text()));
    m_desk->screenshots(u"workspace-problem"_s);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->waitFor([&] { return !problems->isVisible(); }));
}

void TestWorkspace::savesOnlyTheChange()
{
    editor()->goToLine(5);
    editor()->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(editor(), u" a release"_s);
    QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
    const QByteArray wanted = QByteArray(kRelease).replace("rolls out", "rolls out a release");
    QVERIFY(m_desk->waitFor([&] { return onDisk() == wanted; }));
    QVERIFY(m_desk->find(u"Save"_s));
    QVERIFY(m_desk->waitFor([&] { return !m_desk->find(u"Save"_s)->isEnabled(); }));
}

void TestWorkspace::bringsBackWhatWasTyped()
{
    const QByteArray saved = onDisk();
    editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor(), u"# not saved"_s);
    m_desk->stop(); // nobody is asked: it is kept
    m_desk->start({});
    QVERIFY(m_desk->click(u"rail-workspace"_s));
    QVERIFY(m_desk->waitFor([this] { return editor() && editor()->text().contains("# not saved"_L1); }));
    QCOMPARE(onDisk(), saved);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"brought back"_s); }));
    m_desk->screenshots(u"workspace-restored"_s);
}

QTEST_MAIN(TestWorkspace)
#include "tst_workspace.moc"
