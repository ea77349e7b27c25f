// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonchangesmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class tst_JsonChangesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOfDocuments();
    void changesKeepTheirRows();
    void hugeValues();
    void namesCanChange();
    void sumsUp();
};

void tst_JsonChangesModel::changesOfDocuments()
{
    JsonChangesModel model({u"A"_s, u"B"_s, u"Only in B"_s, u"Only in A"_s, u"Differs"_s});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChanges({{JsonChange::Kind::Changed, u"/a"_s, 1, "x\n<b>"},
                      {JsonChange::Kind::Removed, u"/b"_s, Json{{"c", 1}}, nullptr},
                      {JsonChange::Kind::Added, u""_s, nullptr, nullptr}});
    QCOMPARE(column(model, JsonChangesModel::PathColumn), QStringList({u"/a"_s, u"/b"_s, u"The whole"_s}));
    QCOMPARE(column(model, JsonChangesModel::KindColumn), QStringList({u"Differs"_s, u"Only in A"_s, u"Only in B"_s}));
    QCOMPARE(column(model, JsonChangesModel::LeftColumn), QStringList({u"1"_s, u"{\"c\":1}"_s, {}}));
    QCOMPARE(column(model, JsonChangesModel::RightColumn), QStringList({u"\"x <b>\""_s, {}, u"null"_s}));
    QCOMPARE(model.headerData(JsonChangesModel::RightColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"B"_s);
}

void tst_JsonChangesModel::changesKeepTheirRows()
{
    JsonChangesModel model({u"A"_s, u"B"_s, u"Only in B"_s, u"Only in A"_s, u"Differs"_s});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const JsonChange a{JsonChange::Kind::Changed, u"/a"_s, 1, 2};
    const JsonChange b{JsonChange::Kind::Changed, u"/b"_s, 1, 2};
    const JsonChange c{JsonChange::Kind::Changed, u"/c"_s, 1, 2};
    model.setChanges({a, b});
    QPersistentModelIndex first = model.index(0, 0);
    model.setChanges({{a.kind, a.pointer, 1, 3}, c, b});
    QVERIFY(first.isValid());
    QCOMPARE(column(model, JsonChangesModel::PathColumn), QStringList({u"/a"_s, u"/c"_s, u"/b"_s}));
    QCOMPARE(model.index(0, JsonChangesModel::RightColumn).data().toString(), u"3"_s);
    model.setChanges({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_JsonChangesModel::hugeValues()
{
    Json many = Json::array();
    for (int i = 0; i < 50'000; ++i)
        many.push_back(i);
    JsonChangesModel model({u"A"_s, u"B"_s, u"Only in B"_s, u"Only in A"_s, u"Differs"_s});
    model.setChanges({{JsonChange::Kind::Changed, u"/a"_s, many, Json{{"in", many}}},
                      {JsonChange::Kind::Changed, u"/b"_s, std::string(1'000'000, 'x'), 1}});
    QCOMPARE(model.index(0, JsonChangesModel::LeftColumn).data().toString(), u"50000 element(s)"_s);
    QVERIFY(model.index(0, JsonChangesModel::RightColumn).data().toString().contains(u"1 member(s)"_s));
    QVERIFY(model.index(1, JsonChangesModel::LeftColumn).data().toString().size() < 1000);
}

void tst_JsonChangesModel::namesCanChange()
{
    JsonChangesModel model(JsonSides::beforeAndAfter());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChanges(jsonDifference(Json::parse(R"({"a":1})"), Json::parse(R"({"b":1})")));
    QCOMPARE(column(model, JsonChangesModel::KindColumn), QStringList({u"Removed"_s, u"Added"_s}));
    QCOMPARE(model.headerData(JsonChangesModel::LeftColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Before"_s);
    JsonSides sides = JsonSides::beforeAndAfter();
    sides.left = u"Input"_s;
    sides.added = u"New"_s;
    model.setSides(sides);
    QCOMPARE(model.headerData(JsonChangesModel::LeftColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Input"_s);
    QCOMPARE(column(model, JsonChangesModel::KindColumn), QStringList({u"Removed"_s, u"New"_s}));
}

void tst_JsonChangesModel::sumsUp()
{
    QCOMPARE(summaryOf(QList<JsonChange>()), u"No differences"_s);
    const auto changes = jsonDifference(Json::parse(R"({"a":1,"b":1})"), Json::parse(R"({"b":2,"c":1,"d":1})"));
    QCOMPARE(summaryOf(changes), u"2 added, 1 removed, 1 changed"_s);
}

QTEST_GUILESS_MAIN(tst_JsonChangesModel)
#include "tst_jsonchangesmodel.moc"
