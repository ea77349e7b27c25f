// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/rowsmodel.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/run/batchcolumns.h"
#include "ui/pages/run/batchpage.h"
#include "ui/widgets/banner.h"

#include <QDialog>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBatchPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void saysWhatItTakes();
    void checksBeforeItRuns();
    void correctsAndRuns();
    void columnsCanBeMapped();
    void keysByPattern();
    void aFileThatIsNone();
    void separatorCanBeChosen();
    void productionAsksForItsName();
    void inputsThatAreGoneAreNotGuessed();
    void everyControlHasAName();

private:
    const Location m_orders{u"batch"_s, u"order-fulfilment"_s, u"1.2"_s};

    static void simple(PageTest &test)
    {
        for (FakeWorkflow &workflow : test.fake.catalog.workflows)
            workflow.schemas.input = std::make_shared<const Json>(Json::parse(
                R"({"type":"object","required":["sku"],"properties":{"sku":{"title":"Article","type":"string"},
                    "count":{"title":"How many","type":"integer","minimum":1},
                    "to":{"type":"object","properties":{"city":{"title":"City","type":"string"}}}}})"));
        Batch::Options options = InstanceBatch::gentle();
        options.perSecond = 0;
        options.confirmAfterMs = {1, 1, 1};
        test.fake.bulks.setOptions(options);
    }
    QString file(const QByteArray &text) const
    {
        QFile out(m_folder->filePath(u"orders.csv"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    std::unique_ptr<BatchPage> openPage(PageTest &test, const QByteArray &text)
    {
        simple(test);
        auto page = test.open<BatchPage>(m_orders);
        page->openFile(file(text));
        (void)QTest::qWaitFor([&] { return page->findChild<RowsModel *>()->isChecked(); });
        return page;
    }
    static QPushButton *runButton(const BatchPage &page)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith("Run "_L1))
                return button;
        }
        return nullptr;
    }
    static void confirmRun(BatchPage &page)
    {
        runButton(page)->click();
        auto *dialog = page.findChild<QDialog *>();
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().startsWith("Start "_L1))
                return button->click();
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBatchPage::saysWhatItTakes()
{
    PageTest test;
    auto page = test.open<BatchPage>(m_orders);
    QTRY_VERIFY2(PageTest::visibleText(page.get()).contains("rows and 32"_L1),
                 qPrintable(PageTest::visibleText(page.get())));
}

void TestBatchPage::checksBeforeItRuns()
{
    PageTest test;
    auto page = openPage(test, "sku,how many,to.city\nA1,2,Ghent\nA2,none,Ghent\n,3,\n");
    auto *model = page->findChild<RowsModel *>();
    QCOMPARE(model->goodCount(), 1);
    QVERIFY(PageTest::visibleText(page.get()).contains("orders.csv"_L1));
    QVERIFY(runButton(*page)->text().startsWith("Run the 1 good"_L1));
    PageTest::buttonWithText<QPushButton>(page.get(), u"Next problem"_s)->click();
    auto *view = page->findChild<QTableView *>();
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(view->currentIndex().column(), RowsModel::FirstCell + 1);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"“none” is no whole number"_s) ||
            PageTest::visibleText(page.get()).contains(u"“none” is no number"_s));
    PageTest::buttonWithText<QToolButton>(page.get(), u"Only rows with problems"_s)->click();
    QCOMPARE(view->model()->rowCount(), 2);
    QVERIFY(test.fake.runs.requests.isEmpty());
}

void TestBatchPage::correctsAndRuns()
{
    PageTest test;
    auto page = openPage(test, "sku,how many,to.city,business key\nA1,2,Ghent,K1\nA2,none,Ghent,K2\n,3,,K3\n");
    auto *model = page->findChild<RowsModel *>();
    QVERIFY(model->setData(model->index(1, RowsModel::FirstCell + 1), u"5"_s, Qt::EditRole));
    QTRY_COMPARE(model->goodCount(), 2);
    confirmRun(*page);
    QCOMPARE(test.navigator.opened.constLast().kind, u"bulk"_s);
    const QString id = test.navigator.opened.constLast().id;
    QTRY_VERIFY(test.fake.bulks.report(id)->ended.isValid());
    const BulkReport &report = *test.fake.bulks.report(id);
    QCOMPARE(report.verb, BulkVerb::Start);
    QCOMPARE(report.countOf(BatchOutcome::Done), 2);
    QCOMPARE(report.items.at(1).line, 3);
    QVERIFY(!report.items.at(1).newInstanceId.isEmpty());
    QCOMPARE(report.items.at(1).instance.id, report.items.at(1).newInstanceId);
    QCOMPARE(test.fake.runs.requests.size(), 2);
    QCOMPARE(QString::fromUtf8(toBytes(*test.fake.runs.requests.at(1).input)),
             uR"({"sku":"A2","count":5,"to":{"city":"Ghent"}})"_s);
    QCOMPARE(test.fake.runs.requests.at(1).businessKey, u"K2"_s);
    // What a later start of Podium reads.
    const auto kept = bulkReportFromLines(test.fake.bulkStore.files.value(id));
    QVERIFY(kept);
    QCOMPARE(kept->items.at(1).instance.id, report.items.at(1).newInstanceId);
    QCOMPARE(kept->items.at(1).line, 3);
    QVERIFY(!test.fake.bulkStore.files.value(id).contains("Ghent")); // inputs are not kept
}

void TestBatchPage::columnsCanBeMapped()
{
    PageTest test;
    auto page = openPage(test, "article no,x\nA1,2\n");
    auto *model = page->findChild<RowsModel *>();
    QCOMPARE(model->goodCount(), 0);
    QVERIFY(PageTest::visibleText(page.get()).contains("No column fills: Article"_L1));
    QComboBox *first = page->findChild<BatchColumns *>()->findChildren<QComboBox *>().constFirst();
    QCOMPARE(first->accessibleName(), u"Field of the column article no"_s);
    first->setCurrentIndex(first->findText(u"Article *"_s));
    Q_EMIT first->activated(first->currentIndex());
    QTRY_COMPARE(model->goodCount(), 1);
    QVERIFY(!PageTest::visibleText(page.get()).contains("No column fills"_L1));
}

void TestBatchPage::keysByPattern()
{
    PageTest test;
    test.fake.inputs.kept[u"order-fulfilment"_s].key = {u"{user}-{n}"_s, 7};
    auto page = openPage(test, "sku\nA1\nA2\n");
    confirmRun(*page);
    QTRY_COMPARE(test.fake.runs.requests.size(), 2);
    QCOMPARE(test.fake.runs.requests.at(0).businessKey, u"operator-7"_s);
    QCOMPARE(test.fake.runs.requests.at(1).businessKey, u"operator-8"_s);
    QCOMPARE(test.fake.inputs.kept[u"order-fulfilment"_s].key.next, 9);
}

void TestBatchPage::aFileThatIsNone()
{
    PageTest test;
    auto page = test.open<BatchPage>(m_orders);
    page->openFile(file("sku\n\"A1\n"));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains("Line 2"_L1));
    page->openFile(m_folder->filePath(u"none.csv"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains("none.csv could not be read"_L1));
}

void TestBatchPage::separatorCanBeChosen()
{
    PageTest test;
    auto page = openPage(test, "sku;how many\nA1;2\n");
    auto *model = page->findChild<RowsModel *>();
    QCOMPARE(model->header().size(), 2);
    for (QComboBox *box : page->findChildren<QComboBox *>()) {
        if (box->accessibleName() != "Separator"_L1)
            continue;
        QCOMPARE(box->currentText(), u"Semicolon"_s);
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
    }
    QTRY_COMPARE(model->header().size(), 1);
}

void TestBatchPage::productionAsksForItsName()
{
    PageTest test(u"Production"_s);
    auto page = openPage(test, "sku\nA1\n");
    runButton(*page)->click();
    auto *dialog = page->findChild<QDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLineEdit *>()); // the name is to be typed
    QVERIFY(test.fake.runs.requests.isEmpty());
}

/// After a start of Podium the report is there, and the inputs are not.
void TestBatchPage::inputsThatAreGoneAreNotGuessed()
{
    PageTest test;
    simple(test);
    BulkReport report;
    report.id = u"20260302-start"_s;
    report.verb = BulkVerb::Start;
    report.begun = test.fake.clock.now();
    BulkItem item;
    item.instance.workflowId = u"order-fulfilment"_s;
    item.instance.version = u"1.2"_s;
    item.line = 2;
    report.items = {item};
    test.fake.bulks.resume(report);
    QTRY_VERIFY(test.fake.bulks.report(report.id)->ended.isValid());
    QCOMPARE(test.fake.bulks.report(report.id)->items.constFirst().outcome, BatchOutcome::Skipped);
    QVERIFY(test.fake.bulks.report(report.id)->items.constFirst().reason.contains("Choose the file again"_L1));
    QVERIFY(test.fake.runs.requests.isEmpty());
}

void TestBatchPage::everyControlHasAName()
{
    PageTest test;
    auto page = openPage(test, "sku\nA1\n");
    QCOMPARE(PageTest::namelessControls(page.get()), QStringList());
}

QTEST_MAIN(TestBatchPage)
#include "tst_batchpage.moc"
