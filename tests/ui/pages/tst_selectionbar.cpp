// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/instanceexport.h"
#include "ui/pages/instances/instancelist.h"
#include "ui/pages/instances/instancespage.h"
#include "ui/pages/instances/selectionbar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace podium;
using namespace Qt::StringLiterals;

class TestSelectionBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsOneByOne();
    void everythingThatMatches();
    void controlAMeansEverything();
    void chosenRowsOutliveScrolling();
    void selectionFollowsLiveChanges();
    void exportsWhatIsChosen();
    void exportsAllPages();
    void exportCanBeCancelled();
    void failedExportsLeaveNoFile();

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

#define OPEN_PAGE(COUNT)                                                                                               \
    PageTest test;                                                                                                     \
    test.fake.instances.setGenerated(COUNT);                                                                           \
    auto page = test.open<InstancesPage>({u"instances"_s, {}, {}});                                                    \
    InstanceList *list = page->list();                                                                                 \
    ListView *view = list->view();                                                                                     \
    QTRY_COMPARE(list->model()->phase(), InstanceListModel::Phase::Ready);                                             \
    Q_UNUSED(view)

void TestSelectionBar::rowsOneByOne()
{
    OPEN_PAGE(240);
    QSignalSpy changed(list, &InstanceList::selectionChanged);
    QVERIFY(list->selection().isEmpty());
    view->selectRow(2);
    view->selectionModel()->select(list->model()->index(5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(changed.count() >= 2);
    const InstanceSelection selection = list->selection();
    QVERIFY(!selection.everything);
    QCOMPARE(selection.rows.size(), 2);
    QCOMPARE(selection.rows.at(1).id, list->model()->instanceAt(5)->id);
    QCOMPARE(selection.total, std::optional<qint64>(240));
    QCOMPARE(page->selectionBar()->text()->text(), u"2 chosen"_s);
    PageTest::buttonWithText<QPushButton>(page.get(), u"Choose none"_s)->click();
    QVERIFY(list->selection().isEmpty());
}

void TestSelectionBar::everythingThatMatches()
{
    OPEN_PAGE(5000);
    view->selectRow(0);
    auto *all =
        PageTest::buttonWithText<QPushButton>(page.get(), u"Choose all %1 that match"_s.arg(QLocale().toString(5000)));
    QVERIFY(all);
    all->click();
    InstanceSelection selection = list->selection();
    QVERIFY(selection.everything);
    QVERIFY(selection.rows.isEmpty());
    QCOMPARE(selection.total, std::optional<qint64>(5000));
    QVERIFY(PageTest::visibleText(page.get()).contains(u"are chosen"_s));
    WorkflowInstance row = fakeInstance(0, test.fake.clock.now()); // one more matches
    row.id = u"new"_s;
    row.start = test.fake.clock.now().addSecs(1);
    Q_EMIT test.fake.live.instancesChanged({row});
    QVERIFY(list->selection().everything);
    QCOMPARE(list->selection().total, std::optional<qint64>(5001));
    view->selectRow(3);
    QVERIFY(!list->selection().everything);
    QCOMPARE(list->selection().rows.size(), 1);
    list->selectEverything();
    InstanceQuery other;
    other.states = {InstanceState::Error};
    list->setQuery(other);
    QVERIFY(list->selection().isEmpty()); // never of another query
}

void TestSelectionBar::controlAMeansEverything()
{
    OPEN_PAGE(5000);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(list->selection().everything);
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(!list->selection().everything);

    PageTest small;
    small.fake.instances.setGenerated(30);
    auto other = small.open<InstancesPage>({u"instances"_s, {}, {}});
    QTRY_COMPARE(other->list()->model()->rowCount(), 30);
    other->list()->view()->selectAll(); // all are known: exactly these
    QVERIFY(!other->list()->selection().everything);
    QCOMPARE(other->list()->selection().rows.size(), 30);
}

void TestSelectionBar::chosenRowsOutliveScrolling()
{
    OPEN_PAGE(20'000);
    view->selectRow(1);
    const QString first = list->model()->instanceAt(1)->id;
    for (int row = 3000; row <= 12'000; row += 3000) {
        view->verticalScrollBar()->setValue(row * view->rowHeight(0));
        QTRY_VERIFY(list->model()->instanceAt(row));
    }
    QTRY_VERIFY(!list->model()->instanceAt(1) || list->model()->rowsInMemory() <= InstanceListModel::kWindow);
    view->selectionModel()->select(list->model()->index(12'000, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(list->selection().rows.size(), 2);
    QCOMPARE(list->selection().rows.first().id, first);
}

void TestSelectionBar::selectionFollowsLiveChanges()
{
    OPEN_PAGE(240);
    view->selectRow(0);
    WorkflowInstance row = list->selection().rows.first();
    row.state = InstanceState::Aborted;
    Q_EMIT test.fake.live.instancesChanged({row});
    QCOMPARE(list->selection().rows.first().state, InstanceState::Aborted);
}

void TestSelectionBar::exportsWhatIsChosen()
{
    OPEN_PAGE(240);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    view->selectRow(1);
    page->selectionBar()->exportTo(path, RowFormat::AsCsv, false);
    QTRY_COMPARE(test.navigator.messages.size(), 1);
    const QList<QByteArray> lines = contents(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith("Workflow,Id,"));
    QVERIFY(lines.at(1).contains(list->model()->instanceAt(1)->id.toUtf8()));
    QVERIFY(test.navigator.works.isEmpty());
}

void TestSelectionBar::exportsAllPages()
{
    OPEN_PAGE(1234);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    page->selectionBar()->exportTo(path, RowFormat::AsJson, true);
    QCOMPARE(test.navigator.works.size(), 1);
    QTRY_COMPARE(test.navigator.messages.size(), 1);
    const QJsonArray rows = QJsonDocument::fromJson(contents(path)).array();
    QCOMPARE(rows.size(), 1234);
    QSet<QString> ids;
    for (const QJsonValue &row : rows)
        ids.insert(row[u"id"].toString());
    QCOMPARE(ids.size(), 1234);
    QVERIFY(test.navigator.works.isEmpty());
}

void TestSelectionBar::exportCanBeCancelled()
{
    OPEN_PAGE(5000);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    test.fake.instances.pages.hang = true;
    page->selectionBar()->exportTo(path, RowFormat::AsCsv, true);
    QCOMPARE(test.navigator.works.size(), 1);
    test.navigator.works.constBegin()->cancel();
    QVERIFY(test.navigator.works.isEmpty());
    QTRY_COMPARE(test.fake.instances.pages.cancelled(), 1);
    test.fake.instances.pages.release();
    QTest::qWait(20);
    QVERIFY(!QFile::exists(path));
    QVERIFY(test.navigator.messages.isEmpty());
}

void TestSelectionBar::failedExportsLeaveNoFile()
{
    OPEN_PAGE(5000);
    QTemporaryDir folder;
    test.fake.instances.pages.error = fakeError();
    page->selectionBar()->exportTo(folder.filePath(u"a.csv"_s), RowFormat::AsCsv, true);
    QTRY_COMPARE(test.navigator.errors.size(), 1);
    QVERIFY(!QFile::exists(folder.filePath(u"a.csv"_s)));
    page->selectionBar()->exportTo(u"/no/such/folder/a.csv"_s, RowFormat::AsCsv, true);
    QTRY_COMPARE(test.navigator.errors.size(), 2);
    QCOMPARE(test.navigator.errors.last().kind, Error::Kind::Storage);
    QVERIFY(test.navigator.works.isEmpty());
}

QTEST_MAIN(TestSelectionBar)
#include "tst_selectionbar.moc"
