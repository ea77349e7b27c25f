// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/form/jsonata.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestJsonata : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void saysWhatIsNotSupported_data();
    void saysWhatIsNotSupported();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void endsWhateverItIsAsked_data();
    void endsWhateverItIsAsked();
    void picksUsersAsTheCatalogSchemasDo();

private:
    static SharedJson input()
    {
        return std::make_shared<const Json>(Json::parse(R"({
            "me": "Ada", "empty": [], "one": [7], "n": 3, "yes": true, "nothing": null,
            "people": [{"name": "Ada", "age": 36, "tags": ["a", "b"]}, {"name": "Bo", "age": 5, "tags": ["c"]},
                       {"name": "Cy", "tags": []}],
            "deep": {"er": {"value": 42}, "first name": "x"}})"));
    }
};

void TestJsonata::evaluates_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("expected"); // JSON; empty for nothing
    const auto row = [](const char *expression, const char *expected) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QByteArray(expected);
    };
    row("me", R"("Ada")");
    row("deep.er.value", "42");
    row("deep.'first name'", R"("x")");
    row("deep.`first name`", R"("x")");
    row("deep.missing.value", "");
    row("nothing", "null");
    row("people.name", R"(["Ada","Bo","Cy"])");
    row("people.age", "[36,5]");
    row("people.tags", R"(["a","b","c"])");
    row("people[0].name", R"("Ada")");
    row("people[-1].name", R"("Cy")");
    row("people.tags[0]", R"(["a","c"])");
    row("(people.tags)[0]", R"("a")");
    row("people[age > 10].name", R"("Ada")");
    row("people[age > 10].name[]", R"(["Ada"])");
    row("people[name = 'Bo' or name = 'Cy'].name", R"(["Bo","Cy"])");
    row("one", "[7]");
    row("empty", "[]");
    row("deep.*.value", "42");
    row("[me, 'x', missing]", R"(["Ada","x"])");
    row("[[1,2],[3]]", "[[1,2],[3]]");
    row("[people.name, me]", R"(["Ada","Bo","Cy","Ada"])");
    row("{'a': me, 'b': missing, 'c': [1]}", R"({"a":"Ada","c":[1]})");
    row("people.{'n': name}", R"([{"n":"Ada"},{"n":"Bo"},{"n":"Cy"}])");
    row("1 + 2 * 3 - 4 / 2", "5");
    row("7 % 4", "3");
    row("-n + 1", "-2");
    row("1 / 4", "0.25");
    row("'a' & 1 & true & missing", R"("a1true")");
    row("n > 2 and n <= 3", "true");
    row("n < 2 or n >= 4", "false");
    row("'Ada' in people.name", "true");
    row("me != 'Bo'", "true");
    row("missing = missing", "false");
    row("yes ? 'y' : 'n'", R"("y")");
    row("missing ? 'y' : n = 3 ? 'three' : 'other'", R"("three")");
    row("missing ? 'y'", "");
    row("missing ?? 'else'", R"("else")");
    row("empty ?: 'else'", R"("else")");
    row("($x := n + 1; $x * 2)", "8");
    row("/* why */ me", R"("Ada")");
    row("$.me", R"("Ada")");
    row("people.$$.me", R"(["Ada","Ada","Ada"])");
    row("$lowercase(me)", R"("ada")");
    row("me.$uppercase()", R"("ADA")");
    row("$map(people, function($p, $i) { $p.name & $string($i) })", R"(["Ada0","Bo1","Cy2"])");
    row("$map(one, function($v) { $v + 1 })", "8");
    row("[$map(one, function($v) { $v + 1 })]", "[8]");
    row("$filter(people, function($p) { $p.age < 10 }).name", R"("Bo")");
    row("$reduce([1,2,3], function($a, $b) { $a + $b }, 10)", "16");
    row("($twice := function($v) { $v * 2 }; $map([1,2], $twice))", "[2,4]");
    row("$map(['A','B'], $lowercase)", R"(["a","b"])");
    row("$exists(missing)", "false");
    row("$not(yes)", "false");
    row("$count(people)", "3");
    row("$count(missing)", "0");
    row("$sum(people.age)", "41");
    row("$max(people.age)", "36");
    row("$join(people.name, ', ')", R"("Ada, Bo, Cy")");
    row("$split('a-b', '-')", R"(["a","b"])");
    row("$substringBefore('a@b', '@') & $substringAfter('a@b', '@')", R"("ab")");
    row("$substring('hello', -3, 2)", R"("ll")");
    row("$distinct(['a','b','a'])", R"(["a","b"])");
    row("$sort(['b','a'])", R"(["a","b"])");
    row("$keys(deep)", R"(["er","first name"])");
    row("$merge([{'a':1},{'b':2}])", R"({"a":1,"b":2})");
    row("$number('12.5')", "12.5");
    row("$length('日本')", "2");
    row("$contains(me, 'd')", "true");
    row("$replace('a.b', '.', '-')", R"("a-b")");
    row("$type(people)", R"("array")");
}

void TestJsonata::evaluates()
{
    QFETCH(QString, expression);
    QFETCH(QByteArray, expected);
    const Jsonata parsed(expression);
    QCOMPARE(parsed.problem(), QString());
    const auto outcome = parsed.evaluate(input());
    QCOMPARE(outcome.problem, QString());
    QCOMPARE(outcome.value ? toBytes(*outcome.value) : QByteArray(), expected);
}

void TestJsonata::saysWhatIsNotSupported_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *expression, const char *said) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(said);
    };
    row("", "the expression ends too early");
    row("a.", "the expression ends too early");
    row("a b", "“b” was not expected at character 3");
    row("'open", "a quotation mark is missing at the end");
    row("a[", "the expression ends too early");
    row("$fromMillis(1)", "the function $fromMillis is not supported");
    row("$contains(a, /x/)", "regular expressions are not supported");
    row("a^(b)", "“^” is not supported");
    row("a{b: c}", "“{” is not supported");
    row("**.b", "“**” is not supported");
    row("a ~> $sum", "“~>” is not supported");
    row("[1..5]", "“..” is not supported");
    row("a@$b.c", "“@” is not supported");
    row("lowercase(a)", "“lowercase” is no function: their names start with $");
}

void TestJsonata::saysWhatIsNotSupported()
{
    QFETCH(QString, expression);
    QFETCH(QString, said);
    const Jsonata parsed(expression);
    QCOMPARE(parsed.problem(), said);
    QVERIFY(!parsed.evaluate(input()).value);
}

void TestJsonata::saysWhatFailed_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *expression, const char *said) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(said);
    };
    row("$lowercase(n)", "$lowercase needs a text");
    row("me + 1", "“+” needs numbers");
    row("1 / 0", "the result of “/” is no number");
    row("me > 3", "“>” needs two numbers or two texts");
    row("$number('x')", "$number got something that is no number");
    row("$map(people)", "$map needs more arguments");
    row("$map(people, 3)", "something is called that is no function");
    row("$sort(people)", "$sort needs numbers only or texts only");
}

void TestJsonata::saysWhatFailed()
{
    QFETCH(QString, expression);
    QFETCH(QString, said);
    const auto outcome = Jsonata(expression).evaluate(input());
    QCOMPARE(outcome.problem, said);
    QVERIFY(!outcome.value);
}

void TestJsonata::endsWhateverItIsAsked_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("endless recursion") << u"($f := function($x) { $f($x) }; $f(1))"_s;
    QTest::newRow("recursion that doubles") << u"($f := function($x) { $f($x & $x) }; $f('aaaaaaaa'))"_s;
    QTest::newRow("every pair of pairs")
        << u"$map(l, function($a) { $map(l, function($b) { $map(l, function($c) { 1 }) }) })"_s;
    QTest::newRow("comparing it all with itself") << u"$map(l, function($a) { $$ = $$ })"_s;
    QTest::newRow("brackets") << QString(5000, u'(');
    QTest::newRow("a long chain") << QString(u"1"_s + u"+1"_s.repeated(9000));
    QTest::newRow("too long") << QString(30'000, u'a');
}

void TestJsonata::endsWhateverItIsAsked()
{
    QFETCH(QString, expression);
    Json list = Json::array();
    for (int i = 0; i < 2000; ++i)
        list.push_back("entry " + std::to_string(i));
    const auto outcome = Jsonata(expression).evaluate(std::make_shared<const Json>(Json{{"l", list}}));
    QVERIFY(!outcome.value);
    QVERIFY(!outcome.problem.isEmpty());
}

void TestJsonata::picksUsersAsTheCatalogSchemasDo()
{
    const auto catalog = std::make_shared<const Json>(Json::parse(
        R"([{"kind":"User","metadata":{"namespace":"default","name":"ada"}},
            {"kind":"User","metadata":{"namespace":"default","name":"bo"}}])"));
    const QString all =
        u"[$map($,function($v){$lowercase( $v.kind ) & ':' & $v.metadata.namespace & '/' & $v.metadata.name})]"_s;
    QCOMPARE(toBytes(*Jsonata(all).evaluate(catalog).value), QByteArray(R"(["user:default/ada","user:default/bo"])"));
    QCOMPARE(toBytes(*Jsonata(all + u"[0]"_s).evaluate(catalog).value), QByteArray(R"("user:default/ada")"));
    const auto none = std::make_shared<const Json>(Json::array());
    QCOMPARE(toBytes(*Jsonata(all).evaluate(none).value), QByteArray("[]"));
}

QTEST_GUILESS_MAIN(TestJsonata)
#include "tst_jsonata.moc"
