// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJournalPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheNewestFirst();
    void followsWhatIsDone();
    void readsWhatWasKept();
    void emptyIsDesigned();
    void searchFindsAndClears();
    void enterOpensTheInstance();
    void aRunThatNeverWasOpensItsWorkflow();
    void problemsAreShown();
    void exportsWhatIsShown();
    void exportTellsWhyNot();
    void stateIsRemembered();
    void everyControlHasAName();

private:
    static ActionRecord record(int number, const QString &workflow = u"greet"_s)
    {
        ActionRecord record;
        record.time = FakeClock().now().addSecs(number - 1000);
        record.user = u"operator"_s;
        record.action = ActionRecord::Action::Abort;
        record.workflowId = workflow;
        record.instanceId = u"id-%1"_s.arg(number);
        record.outcome = ActionRecord::Outcome::Accepted;
        return record;
    }
    static QString workflowAt(const JournalPage &page, int row)
    {
        return page.view()->model()->index(row, 3).data().toString();
    }

    const Location m_here{u"journal"_s, {}, {}};
};

void TestJournalPage::listsTheNewestFirst()
{
    PageTest test;
    test.fake.journal.list = {record(2, u"second"_s), record(1, u"first"_s)};
    const auto page = test.open<JournalPage>(m_here);
    QCOMPARE(page->title(), u"Journal"_s);
    QCOMPARE(page->states()->shown(), StateView::Shown::Content);
    QCOMPARE(page->view()->model()->rowCount(), 2);
    QCOMPARE(workflowAt(*page, 0), u"second"_s);
    QVERIFY(!page->banner()->isVisible());
    QVERIFY(PageTest::visibleText(page.get()).contains(u"2 action"_s));
}

void TestJournalPage::followsWhatIsDone()
{
    PageTest test;
    test.fake.journal.list = {record(1)};
    const auto page = test.open<JournalPage>(m_here);
    page->view()->selectRow(0);
    test.fake.journal.add(record(2, u"later"_s));
    QCOMPARE(page->view()->model()->rowCount(), 2);
    QCOMPARE(workflowAt(*page, 0), u"later"_s);
    QCOMPARE(page->view()->selectedRows(), QList<int>{1}); // the same one
}

void TestJournalPage::readsWhatWasKept()
{
    PageTest test;
    test.fake.journal.setReading(true);
    const auto page = test.open<JournalPage>(m_here);
    QCOMPARE(test.fake.journal.reads, 1);
    QCOMPARE(page->states()->shown(), StateView::Shown::Loading);
    test.fake.journal.list = {record(1)};
    test.fake.journal.setReading(false);
    QCOMPARE(page->states()->shown(), StateView::Shown::Content);
    page->refresh();
    QCOMPARE(test.fake.journal.reads, 2);
}

void TestJournalPage::emptyIsDesigned()
{
    PageTest test;
    const auto page = test.open<JournalPage>(m_here);
    QCOMPARE(page->states()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Nothing was done yet"_s));
    QVERIFY(!PageTest::buttonWithText<QToolButton>(page.get(), u"Export"_s)->isEnabled());
    test.fake.journal.add(record(1));
    QCOMPARE(page->states()->shown(), StateView::Shown::Content);
    QVERIFY(PageTest::buttonWithText<QToolButton>(page.get(), u"Export"_s)->isEnabled());
}

void TestJournalPage::searchFindsAndClears()
{
    PageTest test;
    test.fake.journal.list = {record(2, u"book"_s), record(1, u"greet"_s)};
    const auto page = test.open<JournalPage>(m_here);
    auto *search = page->findChild<SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, u"greet abort"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(page->view()->model()->rowCount(), 1);
    QCOMPARE(workflowAt(*page, 0), u"greet"_s);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"1 of 2 action"_s));
    QTest::keyClicks(search, u" nothing"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(page->states()->shown(), StateView::Shown::Empty);
    auto *clear = PageTest::buttonWithText<QPushButton>(page.get(), u"Clear the search"_s);
    QVERIFY(clear);
    clear->click();
    QCOMPARE(page->view()->model()->rowCount(), 2);
    QCOMPARE(search->text(), QString());
    QCOMPARE(page->states()->shown(), StateView::Shown::Content);
}

void TestJournalPage::enterOpensTheInstance()
{
    PageTest test;
    test.fake.journal.list = {record(2), record(1)};
    const auto page = test.open<JournalPage>(m_here);
    page->view()->setFocus();
    page->view()->setCurrentIndex(page->view()->model()->index(1, 0));
    QTest::keyClick(page->view(), Qt::Key_Return);
    QCOMPARE(test.navigator.opened.size(), 1);
    QCOMPARE(test.navigator.opened.constFirst(), (Location{u"instance"_s, u"id-1"_s, {}}));
}

void TestJournalPage::aRunThatNeverWasOpensItsWorkflow()
{
    PageTest test;
    ActionRecord refused = record(1);
    refused.action = ActionRecord::Action::StartRun;
    refused.instanceId.clear();
    test.fake.journal.list = {refused};
    const auto page = test.open<JournalPage>(m_here);
    page->view()->setCurrentIndex(page->view()->model()->index(0, 0));
    QTest::keyClick(page->view(), Qt::Key_Return);
    QCOMPARE(test.navigator.opened.size(), 1);
    QCOMPARE(test.navigator.opened.constFirst(), (Location{u"workflow"_s, u"greet"_s, {}}));
    QMenu menu;
    Q_EMIT page->view()->rowMenuRequested(&menu, page->view()->currentIndex());
    QCOMPARE(menu.actions().size(), 2);
    QVERIFY(!menu.actions().at(0)->isEnabled());
    QVERIFY(menu.actions().at(1)->isEnabled());
}

void TestJournalPage::problemsAreShown()
{
    PageTest test;
    const auto page = test.open<JournalPage>(m_here);
    test.fake.journal.setProblem(u"The disk is <b>full</b>."_s);
    QVERIFY(page->banner()->isVisible());
    QCOMPARE(page->banner()->text(), u"The disk is <b>full</b>."_s);
    test.fake.journal.setProblem({});
    QVERIFY(!page->banner()->isVisible());
}

void TestJournalPage::exportsWhatIsShown()
{
    PageTest test;
    ActionRecord job = record(2, u"book"_s);
    job.jobId = u"6f1d"_s;
    test.fake.journal.list = {job, record(1, u"greet, \"you\""_s)};
    const auto page = test.open<JournalPage>(m_here);
    const QTemporaryDir folder;
    const auto contents = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    page->exportTo(folder.filePath(u"a.csv"_s), RowFormat::AsCsv);
    QTRY_COMPARE(test.navigator.messages.size(), 1);
    const QList<QByteArray> lines = contents(u"a.csv"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(1).contains("book") && lines.at(1).contains("6f1d")); // a column that is hidden
    QVERIFY(lines.at(2).contains("\"greet, \"\"you\"\"\""));

    page->findChild<SearchField *>()->setText(u"book"_s);
    QTRY_COMPARE(page->view()->model()->rowCount(), 1);
    page->exportTo(folder.filePath(u"a.json"_s), RowFormat::AsJson);
    QTRY_COMPARE(test.navigator.messages.size(), 2);
    const QJsonArray array = QJsonDocument::fromJson(contents(u"a.json"_s)).array();
    QCOMPARE(array.size(), 1);
    const QJsonObject object = array.at(0).toObject();
    QCOMPARE(object.value(u"workflow"_s).toString(), u"book"_s);
    QCOMPARE(object.value(u"action"_s).toString(), u"abort"_s);
    QCOMPARE(object.value(u"outcome"_s).toString(), u"accepted"_s);
    QCOMPARE(object.value(u"time"_s).toString(), job.time.toString(Qt::ISODateWithMs));
}

void TestJournalPage::exportTellsWhyNot()
{
    PageTest test;
    test.fake.journal.list = {record(1)};
    const auto page = test.open<JournalPage>(m_here);
    page->exportTo(u"/no/such/folder/a.csv"_s, RowFormat::AsCsv);
    QTRY_COMPARE(test.navigator.errors.size(), 1);
    QCOMPARE(test.navigator.errors.constFirst().kind, Error::Kind::Storage);
    QVERIFY(test.navigator.messages.isEmpty());
}

void TestJournalPage::stateIsRemembered()
{
    PageTest test;
    test.fake.journal.list = {record(2, u"book"_s), record(1, u"greet"_s)};
    const auto first = test.open<JournalPage>(m_here);
    first->findChild<SearchField *>()->setText(u"book"_s);
    first->view()->setColumnHidden(1, true);
    const auto second = test.open<JournalPage>(m_here);
    second->restoreState(first->saveState());
    QCOMPARE(second->view()->model()->rowCount(), 1);
    QVERIFY(second->view()->isColumnHidden(1));
    second->restoreState({{u"list"_s, 5}, {u"search"_s, true}});
    QCOMPARE(second->view()->model()->rowCount(), 2);
}

void TestJournalPage::everyControlHasAName()
{
    PageTest test;
    test.fake.journal.list = {record(1)};
    const auto page = test.open<JournalPage>(m_here);
    QCOMPARE(unnamedControls(page.get()), QStringList());
    QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
    QCOMPARE(page->focusProxy(), page->view());
    const QList<QWidget *> chain = tabChain(page->view());
    QVERIFY(chain.contains(page->findChild<SearchField *>()));
    QVERIFY(chain.contains(PageTest::buttonWithText<QToolButton>(page.get(), u"Export"_s)));
}

QTEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"
