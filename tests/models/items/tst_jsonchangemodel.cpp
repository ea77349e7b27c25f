// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/jsonchangemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_JsonChangeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachChange();
    void staysWhereNothingChanged();
    void boundsLargeValues();
    void sumsUp();
};

void tst_JsonChangeModel::showsEachChange()
{
    JsonChangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChanges(jsonDifference(Json::parse(R"({"a":1,"b":"x\ny","c":[1]})"),
                                    Json::parse(R"({"b":"z","c":[1],"d":{"e":null}})")));
    const auto row = [&model](int at) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(at, column).data().toString();
        return texts;
    };
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(row(0), (QStringList{u"Removed"_s, u"/a"_s, u"1"_s, QString()}));
    QCOMPARE(row(1).mid(0, 2), (QStringList{u"Changed"_s, u"/b"_s}));
    QVERIFY(!row(1).at(2).contains(u'\n'));
    QCOMPARE(row(1).at(3), u"\"z\""_s);
    QCOMPARE(row(2), (QStringList{u"Added"_s, u"/d"_s, QString(), uR"({"e":null})"_s}));
    QCOMPARE(model.headerData(JsonChangeModel::LeftColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Before"_s);
    model.setNames(u"Input"_s, u"Now"_s);
    QCOMPARE(model.headerData(JsonChangeModel::LeftColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Input"_s);
    model.setChanges(jsonDifference(1, 2));
    QCOMPARE(row(0), (QStringList{u"Changed"_s, u"everything"_s, u"1"_s, u"2"_s}));
}

void tst_JsonChangeModel::staysWhereNothingChanged()
{
    JsonChangeModel model;
    const QList<JsonChange> changes = jsonDifference(Json::parse(R"({"a":1})"), Json::parse(R"({"a":2})"));
    model.setChanges(changes);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setChanges(changes);
    QCOMPARE(reset.count(), 0);
}

void tst_JsonChangeModel::boundsLargeValues()
{
    Json large = Json::array();
    for (int i = 0; i < 50'000; ++i)
        large.push_back(i);
    JsonChangeModel model;
    model.setChanges({{JsonChange::Kind::Changed, u"/a"_s, large, std::string(1'000'000, 'x')}});
    QCOMPARE(model.index(0, JsonChangeModel::LeftColumn).data().toString(), u"[50000 item(s)]"_s);
    QVERIFY(model.index(0, JsonChangeModel::RightColumn).data().toString().size() <= 401);
}

void tst_JsonChangeModel::sumsUp()
{
    QCOMPARE(summaryOf(QList<JsonChange>()), u"No differences"_s);
    const auto changes = jsonDifference(Json::parse(R"({"a":1,"b":1})"), Json::parse(R"({"b":2,"c":1,"d":1})"));
    QCOMPARE(summaryOf(changes), u"2 added, 1 removed, 1 changed"_s);
}

QTEST_APPLESS_MAIN(tst_JsonChangeModel)
#include "tst_jsonchangemodel.moc"
