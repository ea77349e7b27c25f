// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/csv/csvfile.h"
#include "models/csv/rowsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using Kind = ColumnUse::Kind;

namespace {

constexpr auto kSchema = R"({"type":"object","required":["name","amount"],"properties":{
    "name":{"title":"Full name","type":"string","minLength":2},
    "amount":{"title":"Amount","type":"integer","minimum":1},
    "rate":{"type":"number"},
    "urgent":{"type":"boolean","default":false},
    "address":{"title":"Address","type":"object","properties":{
        "city":{"title":"City","type":"string"},"zip_code":{"type":"string","pattern":"^[0-9]{5}$"}}},
    "kind":{"enum":["s","l"],"enumNames":["Small","Large"]},
    "tags":{"type":"array","uniqueItems":true,"items":{"enum":["red","blue"]}},
    "lines":{"type":"array","items":{"type":"object"}}}})";

CsvTable table(const QByteArray &text)
{
    return readCsv(text, {}).value();
}

} // namespace

class TestRowInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mapsByName();
    void mapsEachFieldOnce();
    void convertsCells_data();
    void convertsCells();
    void placesProblemsOnColumns();
    void emptyCellsKeepDefaults();
    void withoutSchemaColumnsAreFields();
    void tellsRepeatedKeys();
    void tellsExtraCells();
    void canBeCancelled();
    void modelShowsAndCorrects();

private:
    RowInputs m_inputs{std::make_shared<const Json>(Json::parse(kSchema))};
    RowInput only(const QByteArray &text) const
    {
        const CsvTable t = table(text);
        return m_inputs.inputOf(t.rows.constFirst(), t.header, m_inputs.usesFor(t.header));
    }
};

void TestRowInputs::mapsByName()
{
    const QStringList header{u"full name"_s, u"AMOUNT"_s,  u"address.city"_s,
                             u"Zip-Code"_s,  u"nothing"_s, u"Business key"_s};
    const QList<ColumnUse> uses = m_inputs.usesFor(header);
    QStringList paths;
    for (const ColumnUse &use : uses)
        paths << (use.kind == Kind::Field ? m_inputs.targets().at(use.target).dotted() : QString());
    QCOMPARE(paths,
             (QStringList{u"name"_s, u"amount"_s, u"address.city"_s, u"address.zip_code"_s, QString(), QString()}));
    QCOMPARE(uses.at(4).kind, Kind::LeftOut);
    QCOMPARE(uses.at(5).kind, Kind::BusinessKey);
    QCOMPARE(m_inputs.targets().at(uses.at(2).target).label, u"Address › City"_s);
}

void TestRowInputs::mapsEachFieldOnce()
{
    const QList<ColumnUse> uses = m_inputs.usesFor({u"name"_s, u"Full name"_s});
    QCOMPARE(uses.at(0).kind, Kind::Field);
    QCOMPARE(uses.at(1).kind, Kind::LeftOut);
}

void TestRowInputs::convertsCells_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("value"); // "" for a problem
    const auto row = [](const char *name, const char *column, const char *cell, const char *value) {
        QTest::newRow(name) << QByteArray(column) << QByteArray(cell) << QByteArray(value);
    };
    row("whole number", "amount", " 12 ", "12");
    row("no whole number", "amount", "1.5", "");
    row("no number", "amount", "ten", "");
    row("number", "rate", "0.25", "0.25");
    row("a number that would be rounded", "rate", "0.12345678901234567890123", "");
    row("true", "urgent", "TRUE", "true");
    row("no", "urgent", "no", "false");
    row("one", "urgent", "1", "true");
    row("maybe", "urgent", "maybe", "");
    row("choice by value", "kind", "l", R"("l")");
    row("choice by label", "kind", "small", R"("s")");
    row("no choice", "kind", "medium", "");
    row("choices", "tags", "red; blue", R"(["red","blue"])");
    row("choices as JSON", "tags", R"("[""red""]")", R"(["red"])");
    row("list", "lines", R"("[{""a"":1}]")", R"([{"a":1}])");
    row("no list", "lines", "a", "");
    row("text that looks like a number", "name", "0123", R"("0123")");
}

void TestRowInputs::convertsCells()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, value);
    const RowInput input = only("x," + column + "\n," + cell + "\n");
    const Json *member = memberAt(*input.input, column.constData());
    const bool isTold = std::any_of(input.problems.cbegin(), input.problems.cend(),
                                    [](const RowProblem &problem) { return problem.column == 1; });
    QCOMPARE(isTold, value.isEmpty());
    if (!value.isEmpty())
        QCOMPARE(toBytes(*member), value);
}

void TestRowInputs::placesProblemsOnColumns()
{
    const RowInput input = only("name,amount,address.zip_code\nX,0,123\n");
    QSet<int> columns;
    for (const RowProblem &problem : input.problems)
        columns.insert(problem.column);
    QCOMPARE(columns, (QSet<int>{0, 1, 2}));
    const RowInput missing = only("name\nAda\n");
    QCOMPARE(missing.problems.size(), 1);
    QCOMPARE(missing.problems.constFirst().column, -1);
    QVERIFY2(missing.problems.constFirst().message.startsWith("amount: "_L1),
             qPrintable(missing.problems.constFirst().message));
    const RowInput once = only("name,amount\nAda,ten\n"); // that it is missing is no second problem
    QCOMPARE(once.problems.size(), 1);
    QVERIFY(once.problems.constFirst().message.contains("ten"_L1));
}

void TestRowInputs::emptyCellsKeepDefaults()
{
    const RowInput input = only("name,amount,urgent,address.city,rate\nAda,2,,Ghent,\n");
    QVERIFY(input.problems.isEmpty());
    QCOMPARE(QString::fromUtf8(toBytes((*input.input)["urgent"])), u"false"_s);
    QCOMPARE(stringAt((*input.input)["address"], "city"), u"Ghent"_s);
    QVERIFY(!input.input->contains("rate"));
}

void TestRowInputs::withoutSchemaColumnsAreFields()
{
    const RowInputs inputs(nullptr);
    const CsvTable t = table("host,count,o.a,o.b,business_key\nzoë,3,true,x,K-1\n");
    const RowInput input = inputs.inputOf(t.rows.constFirst(), t.header, inputs.usesFor(t.header));
    QCOMPARE(QString::fromUtf8(toBytes(*input.input)), uR"({"host":"zoë","count":3,"o":{"a":true,"b":"x"}})"_s);
    QCOMPARE(input.businessKey, u"K-1"_s);
    const CsvTable clash = table("o,o.a\n1,2\n");
    const RowInput wrong = inputs.inputOf(clash.rows.constFirst(), clash.header, inputs.usesFor(clash.header));
    QCOMPARE(wrong.problems.size(), 1);
}

void TestRowInputs::tellsRepeatedKeys()
{
    const CsvTable t = table("name,amount,business key\nAda,1,K\nBob,2,L\nCid,3,K\n");
    const QList<ColumnUse> uses = m_inputs.usesFor(t.header);
    std::atomic_int done = 0;
    const auto inputs = m_inputs.inputsOf(t.rows, t.header, uses, &done, {});
    QVERIFY(inputs);
    QCOMPARE(done.load(), 3);
    const QList<RowInput> told = withRepeatedKeys(*inputs, t.rows, keyColumnOf(uses));
    QVERIFY(told.at(0).problems.isEmpty());
    QVERIFY(told.at(1).problems.isEmpty());
    QCOMPARE(told.at(2).problems.constFirst().column, 2);
    QVERIFY(told.at(2).problems.constFirst().message.contains("Line 2"_L1));
}

void TestRowInputs::tellsExtraCells()
{
    QVERIFY(only("name,amount\nAda,1,,\n").problems.isEmpty());
    QCOMPARE(only("name,amount\nAda,1,more\n").problems.size(), 1);
}

void TestRowInputs::canBeCancelled()
{
    const CsvTable t = table("name,amount\nAda,1\n");
    const auto inputs = m_inputs.inputsOf(t.rows, t.header, {}, nullptr, [] { return true; });
    QVERIFY(!inputs);
    QVERIFY(inputs.error().isCancelled());
}

void TestRowInputs::modelShowsAndCorrects()
{
    RowsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ProblemRowsFilter filter;
    filter.setSourceModel(&model);
    const CsvTable t = table("name,amount\nAda,1\nBob,ten\n");
    const QList<ColumnUse> uses = m_inputs.usesFor(t.header);
    model.setRows(t.header, t.rows);
    QCOMPARE(model.headerData(RowsModel::FirstCell, Qt::Horizontal, Qt::DisplayRole).toString(), u"name"_s);
    model.setInputs(m_inputs.inputsOf(t.rows, t.header, uses, nullptr, {}).value());
    QCOMPARE(model.goodCount(), 1);
    QCOMPARE(model.index(0, RowsModel::CheckColumn).data().toString(), u"Good"_s);
    const QModelIndex wrong = model.index(1, RowsModel::FirstCell + 1);
    QVERIFY(wrong.data(RowsModel::ProblemRole).toBool());
    QVERIFY(!model.index(1, RowsModel::FirstCell).data(RowsModel::ProblemRole).toBool());
    QVERIFY(model.index(1, RowsModel::CheckColumn).data().toString().startsWith("amount: "_L1));
    filter.setOnlyProblems(true);
    QCOMPARE(filter.rowCount(), 1);
    QSignalSpy edited(&model, &RowsModel::cellEdited);
    QVERIFY(model.setData(wrong, u"10"_s, Qt::EditRole));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(model.rows().at(1).cells.at(1), u"10"_s);
    QVERIFY(!model.setData(model.index(1, RowsModel::LineColumn), u"x"_s, Qt::EditRole));
    QVERIFY(!(model.flags(model.index(1, RowsModel::CheckColumn)) & Qt::ItemIsEditable));
}

QTEST_GUILESS_MAIN(TestRowInputs)
#include "tst_rowinputs.moc"
