// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/variables/jqline.h"
#include "ui/pages/variables/jsontreepane.h"
#include "ui/pages/variables/lazytext.h"
#include "ui/pages/variables/variablesview.h"

#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

SharedJson json(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

constexpr auto kOrders = R"({"orders":[{"id":1,"open":true,"to":{"city":"Wien"}},{"id":2}],"na me":"x"})";

} // namespace

class tst_VariablesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PODIUM_JQ_WORKER", PODIUM_TEST_JQ); }
    void filtersWithJq();
    void saysWhatIsWrongWithAFilter();
    void aFilterFollowsTheDocument();
    void anEndlessFilterCanBeStopped();
    void showsTheTextOfWhatIsShown();
    void largeTextsComeInPieces();
    void longValuesOpenInPart();
    void folds();
    void everyControlHasAName();

private:
    static std::unique_ptr<VariablesView> open(const SharedJson &document)
    {
        auto view = std::make_unique<VariablesView>();
        view->resize(480, 600);
        view->setJson(document);
        view->show();
        return view;
    }
    static QToolButton *button(const QWidget &view, const QString &name)
    {
        for (auto *each : view.findChildren<QToolButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    static QString shown(const VariablesView &view)
    {
        return view.model()->json() ? QString::fromUtf8(toBytes(*view.model()->json())) : QString();
    }
};

void tst_VariablesView::filtersWithJq()
{
    auto view = open(json(kOrders));
    JqLine *jq = view->jqLine();
    QTest::keyClicks(jq->field(), u".orders[].id"_s);
    QTRY_COMPARE(shown(*view), u"[1,2]"_s);
    QVERIFY(jq->message().startsWith(u'2'));
    jq->field()->setText(u".orders[0].to"_s);
    QTRY_COMPARE(shown(*view), uR"({"city":"Wien"})"_s); // one result is shown as it is
    jq->field()->setText(u"empty"_s);
    QTRY_COMPARE(view->findChild<StateView *>()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(view.get()).contains(u"The filter leaves nothing."_s));
    QTest::keyClick(jq->field(), Qt::Key_Escape);
    QTRY_COMPARE(shown(*view), QString::fromUtf8(kOrders));
    QCOMPARE(jq->message(), QString());
}

void tst_VariablesView::saysWhatIsWrongWithAFilter()
{
    auto view = open(json(kOrders));
    view->jqLine()->field()->setText(u".orders["_s);
    QTRY_VERIFY(view->jqLine()->message().contains(u"syntax error"_s));
    QCOMPARE(shown(*view), QString::fromUtf8(kOrders)); // what was there stays while one types
    view->jqLine()->field()->setText(u".orders[].id, (1|error(\"no more\"))"_s);
    QTRY_COMPARE(shown(*view), u"[1,2]"_s);
    QVERIFY2(view->jqLine()->message().contains(u"no more"_s), qPrintable(view->jqLine()->message()));
}

void tst_VariablesView::aFilterFollowsTheDocument()
{
    auto view = open(json(kOrders));
    view->jqLine()->field()->setText(u".orders | length"_s);
    QTRY_COMPARE(shown(*view), u"2"_s);
    view->setJson(json(R"({"orders":[]})"));
    QTRY_COMPARE(shown(*view), u"0"_s);
}

void tst_VariablesView::anEndlessFilterCanBeStopped()
{
    auto view = open(json(kOrders));
    JqLimits patient;
    patient.timeMs = 60'000;
    view->jqLine()->setLimits(patient);
    view->jqLine()->field()->setText(u"def f: f; f"_s);
    QToolButton *stop = button(*view, u"Stop the filter"_s);
    QTRY_VERIFY(view->jqLine()->isBusy());
    QVERIFY(stop->isEnabled());
    stop->click();
    QVERIFY(!view->jqLine()->isBusy());
    QVERIFY(!stop->isEnabled());
    QCOMPARE(view->jqLine()->message(), u"Stopped."_s);
    JqLimits hurried;
    hurried.timeMs = 100;
    view->jqLine()->setLimits(hurried);
    QTest::keyClick(view->jqLine()->field(), Qt::Key_Return);
    QTRY_VERIFY(view->jqLine()->message().contains(u"in time"_s));
}

void tst_VariablesView::showsTheTextOfWhatIsShown()
{
    auto view = open(json(R"({"a":[1],"b":"x"})"));
    button(*view, u"Show as text"_s)->click();
    QTRY_COMPARE(view->text()->view()->toPlainText(), u"{\n  \"a\": [\n    1\n  ],\n  \"b\": \"x\"\n}"_s);
    view->jqLine()->field()->setText(u".b"_s);
    QTRY_COMPARE(view->text()->view()->toPlainText(), u"\"x\""_s);
}

void tst_VariablesView::largeTextsComeInPieces()
{
    Json large = Json::array();
    for (int i = 0; i < 20'000; ++i)
        large.push_back(i);
    large.push_back(std::string(50'000, 'x')); // one line that nobody could draw
    const auto document = std::make_shared<const Json>(std::move(large));
    auto view = open(document);
    button(*view, u"Show as text"_s)->click();
    LazyText *text = view->text();
    QTRY_VERIFY(!text->text().isEmpty());
    QVERIFY(!text->isComplete());
    QVERIFY(text->view()->blockCount() < 2000);
    QCOMPARE(text->text(), toBytes(*document, 2));
    QScrollBar *bar = text->view()->verticalScrollBar();
    for (int i = 0; i < 200 && !text->isComplete(); ++i) {
        bar->setValue(bar->maximum());
        QCoreApplication::processEvents();
    }
    QVERIFY(text->isComplete());
    QString all = text->view()->toPlainText();
    QCOMPARE(all.remove(u'\n'), QString::fromUtf8(text->text()).remove(u'\n')); // nothing is missing
}

void tst_VariablesView::longValuesOpenInPart()
{
    const std::string part = "a line of words ä\n";
    std::string text;
    for (int i = 0; i < 2'000; ++i)
        text += part;
    auto view = open(std::make_shared<const Json>(Json{{"long", text}, {"short", "x"}}));
    view->tree()->setCurrentIndex(view->model()->indexFor(u"/long"_s));
    auto *value = view->treePane()->findChild<LazyText *>();
    QTRY_VERIFY(value->isVisible());
    QVERIFY(value->text().size() <= 8 * 1024 + 3);
    auto *whole = view->treePane()->findChild<QPushButton *>();
    QVERIFY(whole->isVisible() && whole->text().contains(u"whole"_s));
    whole->click();
    QCOMPARE(value->text().toStdString(), text);
    QVERIFY(!whole->isVisible());
    view->tree()->setCurrentIndex(view->model()->indexFor(u"/short"_s));
    QVERIFY(!value->isVisible());
}

void tst_VariablesView::folds()
{
    auto view = open(json(R"({"a":{"b":{"c":{"d":1}}}})"));
    JsonTreePane *pane = view->treePane();
    pane->collapseAll();
    const auto isOpen = [&](const QString &pointer) {
        return view->tree()->isExpanded(view->model()->indexFor(pointer));
    };
    pane->expandLevels(1);
    QVERIFY(isOpen(u"/a"_s));
    QVERIFY(!isOpen(u"/a/b"_s));
    pane->expandLevels(3);
    QVERIFY(isOpen(u"/a/b/c"_s));
    pane->collapseAll();
    QVERIFY(!isOpen(u"/a"_s));
    // All of a document that nobody could look through: bounded.
    Json large = Json::object();
    for (int i = 0; i < 900; ++i) {
        for (int k = 0; k < 20; ++k)
            large[std::to_string(i)][std::to_string(k)]["x"] = 1;
    }
    view->setJson(std::make_shared<const Json>(std::move(large)));
    pane->expandLevels(100);
    QVERIFY(isOpen(u"/0/0"_s));
    QVERIFY(!isOpen(u"/899/0"_s));
}

void tst_VariablesView::everyControlHasAName()
{
    auto view = open(json(kOrders));
    QCOMPARE(PageTest::namelessControls(view.get()), QStringList());
}

QTEST_MAIN(tst_VariablesView)
#include "tst_variablesview.moc"
