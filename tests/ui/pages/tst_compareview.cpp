// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/comparetest.h"
#include "ui/pages/compare/differencedetails.h"

#include <QClipboard>

using namespace podium;
using namespace Qt::StringLiterals;

class TestCompareView : public CompareTest
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatDiffers();
    void oneSelectionGoesThroughAllParts();
    void stepsFromDifferenceToDifference();
    void listsChangesOnlyOrEverything();
    void detailsSayOldAndNew();
    void hostileTexts();
    void keepsItsState();
    void copiesLines();
    void everyControlHasAName();
};

void TestCompareView::showsWhatDiffers()
{
    auto page = opened();
    QCOMPARE(page->title(), u"Orders: 1.0 \u2192 1.1"_s);
    QVERIFY2(page->bar()->summary().startsWith(u"1 state(s) added, 1 removed"_s),
             qUtf8Printable(page->bar()->summary()));
    QVERIFY(
        page->bar()->summary().startsWith(label(page.get(), u"Summary"_s).chopped(1))); // cut where there is no room
    const QStringList list = rows(page.get());
    QVERIFY(list.contains(u"Added: Fresh. Sleep"_s));
    QVERIFY(list.contains(u"Removed: Old. Sleep"_s));
    const auto starts = [&list](const QString &text) {
        return std::any_of(list.begin(), list.end(), [&text](const QString &row) { return row.startsWith(text); });
    };
    QVERIFY(starts(u"Changed: Check \u2192 Pack."_s));
    QVERIFY(starts(u"Added: Check \u2192 Fresh."_s));
    QCOMPARE(label(page.get(), u"Differences"_s), u"%1 difference(s)"_s.arg(list.size()));
    // In the graph, too.
    const SharedPicture picture = page->view()->findChild<GraphCanvas *>()->picture();
    QCOMPARE(picture->marks.nodes[static_cast<size_t>(picture->model.stateIndex(u"Fresh"_s))].change,
             GraphChange::Added);
    QVERIFY(!page->grab().isNull());
}

void TestCompareView::oneSelectionGoesThroughAllParts()
{
    auto page = opened();
    CompareView *view = page->view();
    const DifferenceListModel *model = view->differences();
    const GraphModel &graph = view->findChild<GraphCanvas *>()->picture()->whole->model;
    // From the list to the graph, the details and the text.
    const int fresh = graph.stateIndex(u"Fresh"_s);
    view->list()->setCurrentIndex(model->index(model->rowOf(fresh)));
    QCOMPARE(view->graph()->selectedState(), u"Fresh"_s);
    QVERIFY(view->details()->text().contains(u"+ Fresh"_s));
    QCOMPARE(view->text()->currentIndex().data(TextDiffModel::NewLineRole).toInt(), 9);
    // From the graph to the list.
    auto *canvas = view->findChild<GraphCanvas *>();
    canvas->select(graph.stateIndex(u"Old"_s), true);
    QCOMPARE(view->list()->currentIndex().row(), model->rowOf(graph.stateIndex(u"Old"_s)));
    QVERIFY(view->details()->text().contains(u"\u2212 Old"_s));
    // What is the same is in the graph, not in the list.
    canvas->select(graph.stateIndex(u"Pack"_s), true);
    QVERIFY(!view->list()->currentIndex().isValid());
    // From the text to both.
    view->text()->setCurrentIndex(view->text()->diff()->index(view->text()->diff()->rowOf(8, false)));
    QCOMPARE(view->graph()->selectedState(), u"Fresh"_s);
    QCOMPARE(view->list()->currentIndex().row(), model->rowOf(fresh));
    // A transition alone is brought out.
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->entryAt(row).edge < 0)
            continue;
        view->list()->setCurrentIndex(model->index(row));
        QCOMPARE(canvas->selectedEdge(), model->entryAt(row).edge);
    }
    // Enter goes to where it is written.
    QTest::keyClick(view->list(), Qt::Key_Return);
    QCOMPARE(view->tabs()->currentIndex(), 1);
}

void TestCompareView::stepsFromDifferenceToDifference()
{
    auto page = opened();
    page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    page->view()->list()->setFocus();
    const int count = page->view()->count();
    QVERIFY(count >= 4);
    QTest::keyClick(page->view()->list(), Qt::Key_F8);
    QCOMPARE(page->view()->position(), 0);
    QTest::keyClick(page->view()->list(), Qt::Key_F8);
    QCOMPARE(page->view()->position(), 1);
    QCOMPARE(label(page.get(), u"Differences"_s), u"2 of %1"_s.arg(count));
    QTest::keyClick(page->view()->list(), Qt::Key_F8, Qt::ShiftModifier);
    QTest::keyClick(page->view()->list(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(page->view()->position(), count - 1); // round the ends
    page->view()->step(false);
    QCOMPARE(page->view()->position(), 0);
    // In the text, its changes.
    page->view()->showTextTab();
    const int changes = page->view()->count();
    QVERIFY(changes >= 2);
    for (int i = 0; i < changes; ++i)
        page->view()->step(false);
    const int last = page->view()->position();
    page->view()->step(true);
    QVERIFY(page->view()->position() != last);
    QVERIFY(page->view()->position() >= 0);
}

void TestCompareView::listsChangesOnlyOrEverything()
{
    auto page = opened();
    const int changes = page->view()->differences()->rowCount();
    page->view()->step(false);
    const int node = page->view()->differences()->entryAt(page->view()->list()->currentIndex().row()).node;
    auto *only = changesOnly(page.get(), 0);
    QVERIFY(only->isChecked());
    only->click();
    QVERIFY(page->view()->differences()->rowCount() > changes);
    QVERIFY(rows(page.get()).contains(u"Unchanged: Pack. Operation"_s));
    QCOMPARE(page->view()->differences()->entryAt(page->view()->list()->currentIndex().row()).node, node);
    QCOMPARE(page->view()->count(), changes); // steps go to what differs
    only->click();
    QCOMPARE(page->view()->differences()->rowCount(), changes);
}

void TestCompareView::detailsSayOldAndNew()
{
    auto page = opened();
    const DifferenceListModel *model = page->view()->differences();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->entryAt(row).change == GraphChange::Changed)
            page->view()->list()->setCurrentIndex(model->index(row));
    }
    const QStringList lines = page->view()->details()->text().split(u'\n');
    QVERIFY(lines.at(0).startsWith(u"\u2212 "_s) && lines.at(0).contains(u".n > 3"_s));
    QVERIFY(lines.at(1).startsWith(u"+ "_s) && lines.at(1).contains(u".n > 5"_s));
    PageTest::buttonWithText<QAbstractButton>(page->view()->details(), u"Show in the text"_s)->click();
    QCOMPARE(page->view()->tabs()->currentIndex(), 1);
    QCOMPARE(page->view()->text()->currentIndex().data(TextDiffModel::NewLineRole).toInt(), 6);
}

void TestCompareView::hostileTexts()
{
    const QByteArray name = "<h1>x</h1>" + QByteArray(5'000, 'n');
    QByteArray text = kNew;
    text.replace("Fresh", QByteArray("\"" + name + "\""));
    m_test->fake.catalog.workflows = {version(u"1.0"_s, kOld), version(u"<b>&1.1</b>"_s + QString(3000, u'v'), text)};
    m_test->fake.catalog.workflows.last().definition.name = QString::fromUtf8(name);
    auto page = open({});
    waitForGraph(page.get());
    QVERIFY(page->title().size() < 300);
    page->view()->step(false);
    for (const QLabel *each : page->findChildren<QLabel *>()) {
        if (each->text().contains(u'<'))
            QCOMPARE(each->textFormat(), Qt::PlainText);
    }
    for (int i = 0; i < page->view()->count(); ++i) {
        page->view()->step(false);
        QVERIFY(!page->grab().isNull());
    }
    QVERIFY(page->minimumSizeHint().width() < 900);
}

void TestCompareView::keepsItsState()
{
    auto page = opened();
    page->view()->showTextTab();
    changesOnly(page.get(), 1)->click();
    const QJsonObject state = page->saveState();
    auto again = open();
    again->restoreState(state);
    waitForGraph(again.get());
    QCOMPARE(again->view()->tabs()->currentIndex(), 1);
    QVERIFY(!again->view()->text()->diff()->changesOnly());
    QVERIFY(again->view()->differences()->changesOnly());
    again->restoreState({});
    QVERIFY(again->view()->text()->diff()->changesOnly());
}

void TestCompareView::copiesLines()
{
    auto page = opened();
    page->view()->showTextTab();
    TextDiffView *text = page->view()->text();
    text->selectionModel()->select(QItemSelection(text->diff()->index(0), text->diff()->index(2)),
                                   QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(text, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u" id: order\n-version: \"1.0\"\n+version: \"1.1\""_s);
}

void TestCompareView::everyControlHasAName()
{
    auto page = opened();
    for (int tab = 0; tab < page->view()->tabs()->count(); ++tab) {
        page->view()->tabs()->setCurrentIndex(tab);
        QCOMPARE(unnamedControls(page.get()), QStringList());
    }
}

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
