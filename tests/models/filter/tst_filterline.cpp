// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filterline.h"
#include "models/filter/filtertexts.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_FilterLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllConditions();
    void comesBackTheSame_data();
    void comesBackTheSame();
    void wordsWithoutAKeyAreOfTheBusinessKey();
    void problemsPointAtTheirPlace_data();
    void problemsPointAtTheirPlace();
    void readsOneCondition();
    void describesInWords();
};

void tst_FilterLine::readsAllConditions()
{
    const QString line = u"state:error,Active workflow:order version:1.0 started:>-1h started:2026-11-01..2026-11-02 "
                         "key:\"A 17*\" user:alice error:\"timed out\" node:Ship errornode:7 var:order.id=42 "
                         "var:order.tags.0=\"a b\",c id:i parent:p root:r ended:today updated:-2d"_s;
    const ParsedFilter parsed = filterFromLine(line);
    QCOMPARE(parsed.problem, QString());
    using Field = InstanceField;
    const QList<InstanceCondition> wanted{{Field::State, {u"error"_s, u"active"_s}, {}},
                                          {Field::Workflow, {u"order"_s}, {}},
                                          {Field::Version, {u"1.0"_s}, {}},
                                          {Field::Started, {u">-1h"_s}, {}},
                                          {Field::Started, {u"2026-11-01..2026-11-02"_s}, {}},
                                          {Field::BusinessKey, {u"A 17*"_s}, {}},
                                          {Field::User, {u"alice"_s}, {}},
                                          {Field::Error, {u"timed out"_s}, {}},
                                          {Field::Node, {u"Ship"_s}, {}},
                                          {Field::ErrorNode, {u"7"_s}, {}},
                                          {Field::Variable, {u"42"_s}, u"order.id"_s},
                                          {Field::Variable, {u"a b"_s, u"c"_s}, u"order.tags.0"_s},
                                          {Field::Id, {u"i"_s}, {}},
                                          {Field::Parent, {u"p"_s}, {}},
                                          {Field::Root, {u"r"_s}, {}},
                                          {Field::Ended, {u"today"_s}, {}},
                                          {Field::Updated, {u"-2d"_s}, {}}};
    QCOMPARE(parsed.filter.conditions, wanted);
    QCOMPARE(filterFromLine(toLine(parsed.filter)).filter, parsed.filter);
}

void tst_FilterLine::comesBackTheSame_data()
{
    QTest::addColumn<InstanceCondition>("condition");
    using Field = InstanceField;
    const auto key = [](const QString &value) { return InstanceCondition{Field::BusinessKey, {value}, {}}; };
    QTest::newRow("plain") << key(u"A-17"_s);
    QTest::newRow("space") << key(u"A 17"_s);
    QTest::newRow("comma") << key(u"A,17"_s);
    QTest::newRow("quotes") << key(u"say \"hi\""_s);
    QTest::newRow("backslashes") << key(u"C:\\new folder\\"_s);
    QTest::newRow("backslash without a space") << key(u"a\\b"_s);
    QTest::newRow("quote in front") << key(u"\"A"_s);
    QTest::newRow("colon and equals") << key(u"http://x/?a=b"_s);
    QTest::newRow("line break") << key(u"a\nb"_s);
    QTest::newRow("other letters") << key(u"Größe \u202e\U0001F600"_s);
    QTest::newRow("alternatives") << InstanceCondition{Field::User, {u"a b"_s, u"c,d"_s, u"e"_s}, {}};
    QTest::newRow("path with a space") << InstanceCondition{Field::Variable, {u"x=y"_s}, u"order.first name"_s};
    QTest::newRow("path with equals") << InstanceCondition{Field::Variable, {u"=1"_s}, u"a=b.c"_s};
}

void tst_FilterLine::comesBackTheSame()
{
    QFETCH(InstanceCondition, condition);
    const InstanceFilter filter{{condition, {InstanceField::State, {u"error"_s}, {}}}};
    const ParsedFilter parsed = filterFromLine(toLine(filter));
    QVERIFY2(parsed.isFine(), qPrintable(toLine(filter) + u'\n' + parsed.problem));
    QCOMPARE(parsed.filter, filter);
    const ParsedFilter alone = conditionFromText(condition.field, valueText(condition));
    QCOMPARE(alone.filter.conditions, QList<InstanceCondition>{condition});
}

void tst_FilterLine::wordsWithoutAKeyAreOfTheBusinessKey()
{
    const ParsedFilter parsed = filterFromLine(u"  4711 \"Acme Ltd\" "_s);
    QVERIFY(parsed.isFine());
    QCOMPARE(toLine(parsed.filter), u"key:*4711* key:\"*Acme Ltd*\""_s);
    QVERIFY(filterFromLine(u"   "_s).filter.isEmpty());
}

void tst_FilterLine::problemsPointAtTheirPlace_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("place"); ///< the text that is pointed at
    QTest::addColumn<int>("at");
    const auto row = [](const char *line, const char *place, int at) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(place) << at;
    };
    row("state:error colour:red", "colour", 12);
    row("state:error,broken", "broken", 12);
    row("state:", "", 6);
    row("state:error, workflow:a", "", 12);
    row("key:\"A 17", "\"A 17", 4);
    row("key:\"A\"17", "1", 7);
    row("started:soon", "soon", 8);
    row("started:today,yesterday", "yesterday", 14);
    row("var:=42", "", 4);
    row("var:order.id", "order.id", 4);
    row("var:a..b=1", "a..b", 4);
    row("id:123*", "123*", 3);
    row("workflow:a workflow:b", "workflow:b", 11);
    row("duration:>1h", "duration", 0);
    row("a,b", "a,", 0);
}

void tst_FilterLine::problemsPointAtTheirPlace()
{
    QFETCH(QString, line);
    QFETCH(QString, place);
    QFETCH(int, at);
    const ParsedFilter parsed = filterFromLine(line);
    QVERIFY(!parsed.isFine());
    QCOMPARE(line.mid(parsed.at, parsed.length), place);
    QCOMPARE(parsed.at, at);
}

void tst_FilterLine::readsOneCondition()
{
    const auto error = conditionFromText(InstanceField::Error, u" timed out"_s);
    QVERIFY(!error.isFine()); // two words
    QCOMPARE(error.at, 7);
    QVERIFY(conditionFromText(InstanceField::Error, u"\"timed out\" "_s).isFine());
    QVERIFY(!conditionFromText(InstanceField::Error, u""_s).isFine());
    QCOMPARE(conditionFromText(InstanceField::Variable, u"a.b=1,2"_s).filter.conditions.first().path, u"a.b"_s);
}

void tst_FilterLine::describesInWords()
{
    const auto described = [](const QString &line) { return describe(filterFromLine(line).filter.conditions.first()); };
    QCOMPARE(described(u"state:error"_s), u"State: Failed"_s);
    QCOMPARE(described(u"started:today"_s), u"Started: today"_s);
    QCOMPARE(described(u"var:order.id=42"_s), u"order.id = 42"_s);
    QCOMPARE(described(u"key:\"a\nb\""_s), u"Business key: a b"_s); // one line
    for (const InstanceField field : allInstanceFields()) {
        QVERIFY(!displayName(field).isEmpty() && !keyOf(field).isEmpty() && !hintOf(field).isEmpty());
        QCOMPARE(fieldOfKey(keyOf(field).toUpper()), std::optional(field));
    }
}

QTEST_GUILESS_MAIN(tst_FilterLine)
#include "tst_filterline.moc"
