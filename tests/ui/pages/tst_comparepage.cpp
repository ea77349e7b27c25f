// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/comparetest.h"
#include "ui/pages/compare/comparemenu.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QMenu>

using namespace podium;
using namespace Qt::StringLiterals;

class TestComparePage : public CompareTest
{
    Q_OBJECT
private Q_SLOTS:
    void swapsTheSides();
    void choosesAnotherVersion();
    void choosesTheNewestTwoByItself();
    void onlyOneVersion();
    void identicalVersions();
    void versionsWithTheSameGraph();
    void comparesWithAFile();
    void fileThatIsNoWorkflow();
    void fileThatIsGone();
    void hugeFile();
    void versionWithoutText();
    void offline();
    void lateAnswersAreDropped();
    void goesAwayWhileItCompares();
    void menuOffersTheOtherVersions();
};

void TestComparePage::swapsTheSides()
{
    auto page = opened();
    for (auto *button : page->bar()->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == "Swap the versions"_L1)
            button->click();
    }
    QCOMPARE(page->location().toText(), u"compare:order@1.1..1.0"_s);
    QCOMPARE(page->title(), u"Orders: 1.1 \u2192 1.0"_s);
    QTRY_VERIFY(rows(page.get()).contains(u"Removed: Fresh. Sleep"_s));
    QVERIFY(rows(page.get()).contains(u"Added: Old. Sleep"_s));
}

void TestComparePage::choosesAnotherVersion()
{
    m_test->fake.catalog.workflows << version(u"1.2"_s,
                                              kNew + "  - {name: More, type: sleep, duration: PT1S, end: true}\n");
    auto page = opened();
    VersionPicker *newer = picker(page.get(), false);
    QTRY_VERIFY(newer->findText(u"1.2"_s) >= 0);
    QCOMPARE(newer->itemText(0), u"1.2"_s); // the newest first
    QCOMPARE(newer->currentText(), u"1.1"_s);
    pick(newer, u"1.2"_s);
    QCOMPARE(page->location().toText(), u"compare:order@1.0..1.2"_s);
    QTRY_VERIFY(rows(page.get()).contains(u"Added: More. Sleep"_s));
}

void TestComparePage::choosesTheNewestTwoByItself()
{
    m_test->fake.catalog.workflows << version(u"1.10"_s, kNew);
    auto page = open({});
    QTRY_COMPARE(page->location().toText(), u"compare:order@1.1..1.10"_s);
    QTRY_COMPARE(states(page.get())->shown(), StateView::Shown::Content);
}

void TestComparePage::onlyOneVersion()
{
    m_test->fake.catalog.workflows.removeLast();
    auto page = open({});
    QTRY_COMPARE(states(page.get())->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"There is only one version"_s));
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Compare with a file…"_s)->click();
    auto *dialog = page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    Q_EMIT dialog->fileSelected(write(kNew));
    waitForGraph(page.get());
    QCOMPARE(page->sides().older.version, u"1.0"_s);
    m_test->fake.catalog.workflows.clear();
    auto none = open({});
    QTRY_COMPARE(states(none.get())->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(none.get()).contains(u"not known here"_s));
}

void TestComparePage::identicalVersions()
{
    m_test->fake.catalog.workflows = {version(u"1.0"_s, kOld), version(u"1.1"_s, kOld)};
    auto page = open();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"the same, letter by letter"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Nothing differs"_s));
    QCOMPARE(page->view()->count(), 0);
    page->view()->step(false); // leads nowhere
    auto *only = changesOnly(page.get(), 0);
    only->click();
    QVERIFY(page->view()->differences()->rowCount() > 0);
}

void TestComparePage::versionsWithTheSameGraph()
{
    m_test->fake.catalog.workflows = {version(u"1.0"_s, kOld), version(u"1.1"_s, "# a comment\n" + kOld)};
    auto page = open();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Both versions draw and say the same"_s));
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Their texts differ, though."_s));
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Show the texts"_s)->click();
    QCOMPARE(page->view()->tabs()->currentIndex(), 1);
    QCOMPARE(page->view()->count(), 1);
    QByteArray ends = kOld;
    ends.replace('\n', "\r\n");
    m_test->fake.catalog.workflows = {version(u"1.0"_s, kOld), version(u"1.1"_s, ends)};
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"Only line ends differ."_s));
}

void TestComparePage::comparesWithAFile()
{
    auto page = opened();
    VersionPicker *newer = picker(page.get(), false);
    pick(newer, u"A file…"_s);
    QCOMPARE(newer->currentText(), u"1.1"_s); // until one is chosen
    auto *dialog = page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = write(kNew + "  - {name: Draft, type: sleep, duration: PT1S, end: true}\n");
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(newer->currentText(), u"draft.sw.yaml"_s);
    QTRY_VERIFY(rows(page.get()).contains(u"Added: Draft. Sleep"_s));
    QCOMPARE(Location::fromText(page->location().toText()), page->location());
    // The file is read again when asked.
    write(kNew);
    page->refresh();
    QTRY_VERIFY(!rows(page.get()).contains(u"Added: Draft. Sleep"_s));
    // And so when the tab comes back.
    auto again = m_test->open<ComparePage>(Location::fromText(page->location().toText()));
    waitForGraph(again.get());
}

void TestComparePage::fileThatIsNoWorkflow()
{
    const CompareSides sides{{u"1.0"_s, {}}, {{}, write("just some words\n")}};
    auto page = m_test->open<ComparePage>(sides.location(u"order"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(u"draft.sw.yaml cannot be drawn"_s));
    QTRY_VERIFY(page->view()->text()->diff()->changeCount() > 0);
    QCOMPARE(page->view()->tabs()->currentIndex(), 1);
    QVERIFY(!page->view()->graph()->isVisible());
    page->view()->tabs()->setCurrentIndex(0);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"The texts are compared all the same."_s));
    // Broken in the middle: what can be read is drawn.
    write(kNew.left(kNew.size() - 30) + "\n{{{");
    page->refresh();
    waitForGraph(page.get());
    QVERIFY(page->view()->graph()->isVisible());
}

void TestComparePage::fileThatIsGone()
{
    const CompareSides sides{{u"1.0"_s, {}}, {{}, m_folder.filePath(u"nothing.yaml"_s)}};
    auto page = m_test->open<ComparePage>(sides.location(u"order"_s));
    QTRY_COMPARE(states(page.get())->shown(), StateView::Shown::Error);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"nothing.yaml could not be read"_s));
    const CompareSides folder{{u"1.0"_s, {}}, {{}, m_folder.path()}};
    auto other = m_test->open<ComparePage>(folder.location(u"order"_s));
    QTRY_COMPARE(states(other.get())->shown(), StateView::Shown::Error);
    QVERIFY(PageTest::visibleText(other.get()).contains(u"It is not a file."_s));
}

// The window answers all the time, and says what it can.
void TestComparePage::hugeFile()
{
    QByteArray huge = kNew;
    for (int i = 0; huge.size() < 10'000'000; ++i)
        huge += "# line " + QByteArray::number(qint64(i) * 7919 % 1000) + " of many\n";
    const CompareSides sides{{u"1.0"_s, {}}, {{}, write(huge)}};
    auto page = m_test->open<ComparePage>(sides.location(u"order"_s));
    qint64 longest = 0;
    QElapsedTimer since;
    since.start();
    QTimer beat;
    beat.setInterval(5);
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    beat.start();
    QTRY_VERIFY_WITH_TIMEOUT(page->view()->text()->diff()->difference(), 60'000);
    page->view()->showTextTab();
    QTRY_VERIFY_WITH_TIMEOUT(PageTest::visibleText(page.get()).contains(u"larger than 8 MB"_s), 60'000);
    page->view()->text()->setChangesOnly(false);
    QTest::qWait(50);
    QVERIFY(!page->grab().isNull());
    qInfo("longest pause %lld ms", longest);
    QVERIFY2(longest < 1000, qPrintable(QString::number(longest))); // other work may have the processor
}

void TestComparePage::versionWithoutText()
{
    m_test->fake.catalog.workflows.last().source.text.clear();
    auto page = open();
    QTRY_COMPARE(states(page.get())->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Version 1.1 has no text"_s));
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Choose its file…"_s)->click();
    Q_EMIT page->findChild<QFileDialog *>()->fileSelected(write(kNew));
    waitForGraph(page.get());
    QCOMPARE(states(page.get())->shown(), StateView::Shown::Content);
}

void TestComparePage::offline()
{
    m_test->fake.catalog.definitions.error = fakeError();
    m_test->fake.catalog.lists.error = fakeError();
    auto page = open();
    QTRY_COMPARE(states(page.get())->shown(), StateView::Shown::Error);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"refused the connection"_s));
    m_test->fake.catalog.definitions.error.reset();
    PageTest::buttonWithText<QAbstractButton>(page.get(), u"Try again"_s)->click();
    waitForGraph(page.get()); // the list of versions is not needed for it
    // What was read stays when reading it again fails.
    m_test->fake.catalog.definitions.error = fakeError();
    page->refresh();
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().what));
    QCOMPARE(states(page.get())->shown(), StateView::Shown::Content);
    QVERIFY(page->view()->count() > 0);
    auto without = open({}); // with open sides it is
    QTRY_COMPARE(states(without.get())->shown(), StateView::Shown::Error);
}

void TestComparePage::lateAnswersAreDropped()
{
    m_test->fake.catalog.workflows << version(u"1.2"_s,
                                              kNew + "  - {name: Late, type: sleep, duration: PT1S, end: true}\n");
    auto page = opened();
    QTRY_VERIFY(picker(page.get(), false)->findText(u"1.2"_s) >= 0);
    m_test->fake.catalog.sources.hang = true;
    pick(picker(page.get(), false), u"1.2"_s);
    QTRY_COMPARE(m_test->fake.catalog.sources.waiting(), 2);
    QVERIFY(page->view()->differences()->rowCount() == 0); // nothing of the versions before
    pick(picker(page.get(), false), u"1.1"_s);
    QTRY_COMPARE(m_test->fake.catalog.sources.cancelled(), 2);
    m_test->fake.catalog.sources.release();
    waitForGraph(page.get());
    QTest::qWait(50);
    QVERIFY(!rows(page.get()).contains(u"Added: Late. Sleep"_s));
    QVERIFY(rows(page.get()).contains(u"Added: Fresh. Sleep"_s));
}

void TestComparePage::goesAwayWhileItCompares()
{
    for (int wait = 0; wait < 30; wait += 3) {
        auto page = open();
        QTest::qWait(wait);
    }
}

void TestComparePage::menuOffersTheOtherVersions()
{
    m_test->fake.catalog.workflows << version(u"0.9"_s, kOld);
    QWidget window;
    CompareMenu menu(m_test->context, &window);
    menu.setSubject(u"order"_s, u"1.0"_s);
    const auto texts = [&menu] {
        QStringList list;
        for (const QAction *action : menu.actions())
            list << action->text().remove(u'&');
        return list;
    };
    menu.popup({0, 0});
    QCOMPARE(texts().constFirst(), u"Reading the versions…"_s);
    QTRY_COMPARE(texts(), (QStringList{u"Version 1.1"_s, u"Version 0.9"_s, QString(), u"A file…"_s}));
    menu.actions().at(0)->trigger();
    QCOMPARE(m_test->navigator.opened.constLast().toText(), u"compare:order@1.0..1.1"_s);
    menu.actions().at(1)->trigger();
    QCOMPARE(m_test->navigator.opened.constLast().toText(), u"compare:order@0.9..1.0"_s); // the older one first
    menu.actions().constLast()->trigger();
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(u"/drafts/order.yaml"_s);
    QCOMPARE(m_test->navigator.opened.constLast().toText(), u"compare:order@1.0..file:/drafts/order.yaml"_s);
    m_test->fake.catalog.lists.error = fakeError();
    menu.popup({0, 0});
    QTRY_COMPARE(texts().constFirst(), u"The versions could not be read"_s);
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
