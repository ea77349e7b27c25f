// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonsearch.h"
#include "models/items/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {
SharedJson json(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}
} // namespace

class TestJsonTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBranchesWhenTheyAreOpened();
    void pathsAndValues();
    void findsByPointer();
    void bigArraysComeInGroups();
    void replacingKeepsWhatStayed();
    void scalarBecomesContainer();
    void documentsThatAreNoContainer();
    void searchFindsNamesAndValues();
    void searchStopsWhenCancelled();
    void hostileTexts();
    void marksWhatDiffers();
};

void TestJsonTreeModel::readsBranchesWhenTheyAreOpened()
{
    JsonTreeModel model;
    model.setJson(json(R"({"a":{"b":[1,2,3]},"c":true})"));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex a = model.index(0, 0);
    QVERIFY(model.hasChildren(a));
    QCOMPARE(model.rowCount(a), 0);
    QVERIFY(model.canFetchMore(a));
    model.fetchMore(a);
    QCOMPARE(model.rowCount(a), 1);
    QVERIFY(!model.canFetchMore(a));
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
}

void TestJsonTreeModel::pathsAndValues()
{
    JsonTreeModel model;
    model.setJson(json(R"({"orders":[{"odd name":"two\nlines"}],"a/b~c":null})"));
    const QModelIndex odd = model.indexFor(u"/orders/0/odd name"_s);
    QVERIFY(odd.isValid());
    QCOMPARE(model.jqPathFor(odd), u".orders[0].\"odd name\""_s);
    QCOMPARE(model.pointerFor(odd), u"/orders/0/odd name"_s);
    QCOMPARE(model.valueText(odd), u"two\nlines"_s);
    QCOMPARE(odd.siblingAtColumn(1).data().toString(), u"two lines"_s);
    const QModelIndex slash = model.index(1, 0);
    QCOMPARE(model.pointerFor(slash), u"/a~1b~0c"_s);
    QCOMPARE(model.indexFor(u"/a~1b~0c"_s), slash);
    QVERIFY(model.valueText(model.index(0, 0)).contains(u'\n')); // containers as indented JSON
}

void TestJsonTreeModel::findsByPointer()
{
    JsonTreeModel model;
    model.setJson(json(R"({"a":{"b":[{"c":1}]}})"));
    QVERIFY(model.indexFor(u"/a/b/0/c"_s).isValid());
    QVERIFY(!model.indexFor(u"/a/x"_s).isValid());
    QVERIFY(!model.indexFor(u"/a/b/7"_s).isValid());
    QVERIFY(!model.indexFor(u"/a/b/0/c/d"_s).isValid());
}

void TestJsonTreeModel::bigArraysComeInGroups()
{
    Json array = Json::array();
    for (int i = 0; i < 2500; ++i)
        array.push_back(i);
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setJson(std::make_shared<const Json>(Json{{"list", array}}));
    const QModelIndex list = model.index(0, 0);
    model.fetchMore(list);
    QCOMPARE(model.rowCount(list), 3);
    const QModelIndex found = model.indexFor(u"/list/2345"_s);
    QVERIFY(found.isValid());
    QCOMPARE(model.valueText(found), u"2345"_s);
    QCOMPARE(model.jqPathFor(found), u".list[2345]"_s);
    QCOMPARE(found.parent().parent(), list);
    QCOMPARE(model.pointerFor(found.parent()), u"/list"_s);
}

void TestJsonTreeModel::replacingKeepsWhatStayed()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setJson(json(R"({"first":1,"gone":2,"deep":{"x":1,"y":2},"last":4})"));
    const QPersistentModelIndex y = model.indexFor(u"/deep/y"_s);
    const QPersistentModelIndex gone = model.indexFor(u"/gone"_s);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setJson(json(R"({"new":0,"first":1,"deep":{"w":0,"x":1,"y":3},"last":4})"));
    QCOMPARE(reset.count(), 0);
    QVERIFY(!gone.isValid());
    QVERIFY(y.isValid());
    QCOMPARE(model.valueText(y), u"3"_s);
    QCOMPARE(y.row(), 2);
    QCOMPARE(model.pointerFor(y), u"/deep/y"_s);
    QCOMPARE(model.rowCount(), 4);
    // What shows the same is not painted again: y, and the member count of deep.
    QCOMPARE(changed.count(), 2);
}

void TestJsonTreeModel::scalarBecomesContainer()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setJson(json(R"({"a":1,"b":{"c":1}})"));
    (void)model.indexFor(u"/b/c"_s);
    model.setJson(json(R"({"a":{"x":[]},"b":"text"})"));
    QVERIFY(model.hasChildren(model.index(0, 0)));
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    model.setJson(json(R"({"b":{"c":2},"a":0})")); // order changed, too
    QCOMPARE(model.nameFor(model.index(0, 0)), u"b"_s);
    QVERIFY(model.indexFor(u"/b/c"_s).isValid());
    model.setJson(json("[1,2]"));
    QCOMPARE(model.rowCount(), 2);
    model.setJson(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestJsonTreeModel::documentsThatAreNoContainer()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setJson(json("\"just text\""));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.valueText(model.index(0, 0)), u"just text"_s);
    QCOMPARE(model.pointerFor(model.index(0, 0)), QString());
    QCOMPARE(model.jqPathFor(model.index(0, 0)), u"."_s);
}

void TestJsonTreeModel::searchFindsNamesAndValues()
{
    const SharedJson document = json(R"({"Ship":{"to":"Wien"},"list":["ship it",5]})");
    QCOMPARE(searchJson(*document, u"ship"_s, 10), (QList<JsonMatch>{{u"/Ship"_s, true}, {u"/list/0"_s, false}}));
    QCOMPARE(searchJson(*document, u"5"_s, 10), (QList<JsonMatch>{{u"/list/1"_s, false}}));
    QCOMPARE(searchJson(*document, u"i"_s, 1).size(), 1);
    QVERIFY(searchJson(*document, {}, 10).isEmpty());
}

void TestJsonTreeModel::searchStopsWhenCancelled()
{
    Json array = Json::array();
    for (int i = 0; i < 50'000; ++i)
        array.push_back("needle");
    int asked = 0;
    const auto found = searchJson(array, u"needle"_s, 100'000, [&asked] { return ++asked == 2; });
    QVERIFY(found.size() < 50'000);
}

void TestJsonTreeModel::hostileTexts()
{
    Json value = Json::object();
    value["<b>name</b>"] = std::string(1'000'000, 'x');
    value["bytes"] = std::string("\xff\xfe<script>");
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setJson(std::make_shared<const Json>(value));
    QVERIFY(model.index(0, 1).data().toString().size() < 1000);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains("<b>"_L1));
    QVERIFY(!model.index(1, 1).data(Qt::ToolTipRole).toString().contains("<script>"_L1));
    QCOMPARE(model.valueText(model.index(0, 0)).size(), 1'000'000);
}

void TestJsonTreeModel::marksWhatDiffers()
{
    using Mark = JsonTreeModel::Mark;
    JsonTreeModel model;
    model.setJson(json(R"({"a":{"b":[1,2]},"c":true,"d":1})"));
    const auto mark = [&model](const QString &pointer) {
        return static_cast<Mark>(model.indexFor(pointer).data(JsonTreeModel::MarkRole).toInt());
    };
    (void)model.indexFor(u"/a/b/1"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setMarks({{u"/a/b/1"_s, Mark::Added}, {u"/c"_s, Mark::Changed}});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(mark(u"/a/b/1"_s), Mark::Added);
    QCOMPARE(mark(u"/a/b/0"_s), Mark::None);
    QCOMPARE(mark(u"/a/b"_s), Mark::Inside);
    QCOMPARE(mark(u"/a"_s), Mark::Inside);
    QCOMPARE(mark(u"/c"_s), Mark::Changed);
    QCOMPARE(mark(u"/d"_s), Mark::None);
    QCOMPARE(model.indexFor(u"/c"_s).data(Qt::AccessibleTextRole).toString(), u"c, changed"_s);
    model.setMarks({});
    QCOMPARE(mark(u"/c"_s), Mark::None);
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_jsontreemodel.moc"
