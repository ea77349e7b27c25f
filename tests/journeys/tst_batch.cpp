// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxtest.h"
#include "ui/pages/run/batchpage.h"

#include <QTableView>
#include <QTemporaryDir>

using namespace podium;
using namespace Qt::StringLiterals;

/// Twenty purchases out of a file, three of them wrong: corrected in the table, run, and read back.
class TestBatch : public SandboxTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void findsTheThreeBadRows();
    void correctsThem();
    void runsAllAndReports();
    void dataIndexHasThemAll();

private:
    QByteArray rows() const;
    QTableView *table() const { return m_desk->find<QTableView>(u"Rows of the file"_s); }
    bool write(int row, int column, const QString &text);
    bool clickWhatBegins(const QString &text);

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

void TestBatch::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    prepare();
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"batch:purchase_approval"_s});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
}

void TestBatch::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-batch-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

/// As a spreadsheet of another country writes it: a mark, semicolons, quotes where needed.
QByteArray TestBatch::rows() const
{
    QByteArray text = "\xef\xbb\xbf"
                      "Item;Amount;Business key;Note\r\n";
    for (int i = 1; i <= 20; ++i) {
        const QByteArray item = i == 12  ? QByteArray("X")
                                : i == 4 ? QByteArray("\"Desk; \"\"oak\"\", 2\r\ndrawers\"")
                                         : "Chair " + QByteArray::number(i);
        const QByteArray amount = i == 7 ? QByteArray("a lot") : i == 17 ? QByteArray("0") : QByteArray::number(10 * i);
        text += item + ';' + amount + ';' + m_key.toUtf8() + '-' + QByteArray::number(i) + ";x\r\n";
    }
    return text;
}

bool TestBatch::write(int row, int column, const QString &text)
{
    QTableView *view = table();
    if (!m_desk->waitFor([view] { return !view->viewport()->findChild<QLineEdit *>(); }))
        return false;
    view->setCurrentIndex(view->model()->index(row, column));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F2);
    // The one of the cell before may still be there.
    if (!m_desk->waitFor([view] { return view->viewport()->isAncestorOf(QApplication::focusWidget()); }))
        return false;
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (!editor)
        return false;
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    return true;
}

/// Numbers decide how the rest of the text is written.
bool TestBatch::clickWhatBegins(const QString &text)
{
    QString name;
    const auto find = [&] {
        for (const QWidget *root : QApplication::topLevelWidgets()) {
            for (const QAbstractButton *button : root->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->isEnabled() && button->text().startsWith(text))
                    name = button->text();
            }
        }
        return !name.isEmpty();
    };
    return m_desk->waitFor(find) && m_desk->click(name);
}

void TestBatch::findsTheThreeBadRows()
{
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Choose a CSV file, or drop one here"_s); }, 40000));
    m_desk->screenshots(u"batch-empty"_s);
    QFile file(m_folder.filePath(u"purchases.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rows());
    file.close();
    m_desk->window()->findChild<BatchPage *>()->openFile(file.fileName());
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"3 row"_s); }, 20000));
    QVERIFY(m_desk->seesText(u"purchases.csv · 20 row"_s));
    QVERIFY(m_desk->seesText(u"1 column left out"_s));
    QVERIFY(m_desk->click(u"Next problem"_s));
    m_desk->screenshots(u"batch-problems"_s);
}

void TestBatch::correctsThem()
{
    QVERIFY(write(6, 3, u"70"_s));
    QVERIFY(write(11, 2, u"Table"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"1 row"_s); }));
    QVERIFY(write(16, 3, u"170"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"All rows are good."_s); }));
    m_desk->screenshots(u"batch-good"_s);
}

void TestBatch::runsAllAndReports()
{
    QVERIFY(clickWhatBegins(u"Run 20 row"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Start 20 run"_s); }));
    m_desk->screenshot(u"batch-question"_s);
    QVERIFY(clickWhatBegins(u"Start 20 run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"20 done"_s); }, 60000));
    m_desk->screenshots(u"batch-report"_s);
}

void TestBatch::dataIndexHasThemAll()
{
    InstanceQuery query;
    query.workflowIds = {u"purchase_approval"_s};
    query.limit = 100;
    const auto page = await(m_operator->instances.page(query));
    QVERIFY(page);
    QHash<QString, WorkflowInstance> byKey;
    for (const WorkflowInstance &row : page->rows)
        byKey.insert(row.businessKey, row);
    for (int i = 1; i <= 20; ++i)
        QVERIFY2(byKey.contains(m_key + u'-' + QString::number(i)), qPrintable(QString::number(i)));
    const auto desk = read(byKey.value(m_key + u"-4"_s).id);
    QVERIFY(desk);
    QCOMPARE(stringAt((*desk->variables)["workflowdata"], "item"), u"Desk; \"oak\", 2\r\ndrawers"_s);
    const auto corrected = read(byKey.value(m_key + u"-7"_s).id);
    QVERIFY(corrected);
    QCOMPARE((*corrected->variables)["workflowdata"]["amount"].get<int>(), 70);
    for (int i = 1; i <= 20; ++i)
        QVERIFY(await(m_operator->instances.abort(byKey.value(m_key + u'-' + QString::number(i)))));
}

QTEST_MAIN(TestBatch)
#include "tst_batch.moc"
