// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/formfixture.h"
#include "ui/form/fileeditor.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QTemporaryDir>

using namespace podium;
using namespace Qt::StringLiterals;

/// Objects whose members the user names, files as values, and lists to tick.
class TestFormMaps : public QObject, public FormFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_form = std::make_unique<FormView>(); }
    void cleanup() { m_form.reset(); }
    void entriesAreAddedNamedAndRemoved();
    void patternsDecideOnTheField();
    void namesMustBeUsable();
    void namedMembersStayApart();
    void longMapsKeepTheirTail();
    void fileBecomesText_data();
    void fileBecomesText();
    void checkboxesWithoutUnique();
};

void TestFormMaps::entriesAreAddedNamedAndRemoved()
{
    show(R"({"type":"object","properties":{"labels":{"title":"Labels","type":"object",
        "additionalProperties":{"type":"string","minLength":2}}}})");
    QCOMPARE(text(*m_form), "{}"_ba);
    named<QAbstractButton>("Add an entry to Labels")->click();
    auto *name = named("Name of the entry");
    QVERIFY(name && name->hasFocus());
    QTest::keyClicks(name, u"tier"_s);
    QTest::keyClick(name, Qt::Key_Tab);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"b"_s);
    QCOMPARE(text(*m_form), R"({"labels":{"tier":"b"}})"_ba);
    QTRY_COMPARE(problems().size(), 1);
    QVERIFY2(problems().first().startsWith(u"/labels/tier: "_s), qPrintable(problems().first()));
    QTest::keyClicks(QApplication::focusWidget(), u"ack"_s);
    QTRY_COMPARE(problems(), QStringList());
    QCOMPARE(text(*m_form), R"({"labels":{"tier":"back"}})"_ba);
    m_form->setValue(Json::parse(R"({"labels":{"tier":"back","zone":"eu"}})"));
    QCOMPARE(text(*m_form), R"({"labels":{"tier":"back","zone":"eu"}})"_ba);
    named<QAbstractButton>("Remove the entry")->click();
    QCOMPARE(text(*m_form), R"({"labels":{"zone":"eu"}})"_ba);
}

void TestFormMaps::patternsDecideOnTheField()
{
    show(R"({"type":"object","properties":{"own":{"type":"string"}},
        "patternProperties":{"^n-":{"type":"integer"},"^b-":{"type":"boolean"}},"additionalProperties":false})");
    m_form->setValue(Json::parse(R"({"n-1":7,"b-1":true})"));
    QCOMPARE(text(*m_form), R"({"n-1":7,"b-1":true})"_ba);
    QTRY_COMPARE(problems(), QStringList());
    auto *name = named("Name of the entry");
    QCOMPARE(name->text(), u"n-1"_s);
    name->selectAll();
    QTest::keyClicks(name, u"other"_s);
    QTRY_VERIFY(!problems().isEmpty());
    QVERIFY2(problems().first().contains(u"not expected"_s), qPrintable(problems().join(u'\n')));
    QVERIFY2(text(*m_form).contains(R"("other":7)"), text(*m_form).constData()); // nothing is lost
}

void TestFormMaps::namesMustBeUsable()
{
    show(R"({"type":"object","properties":{"m":{"title":"M","type":"object","properties":{"own":{"type":"string"}},
        "additionalProperties":{"type":"string"}}}})");
    m_form->setValue(Json::parse(R"({"m":{"a":"1","b":"2"}})"));
    named<QAbstractButton>("Add an entry to M")->click();
    QTRY_COMPARE(problems().size(), 1);
    QVERIFY(problems().first().contains(u"Give this entry a name"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"a"_s);
    QTRY_VERIFY(problems().value(0).contains(u"There is another “a”"_s));
    QCOMPARE(text(*m_form), R"({"m":{"a":"1","b":"2"}})"_ba);
    QTest::keyClicks(QApplication::focusWidget(), u"c"_s);
    QTRY_VERIFY(text(*m_form).contains("\"ac\":"));
}

void TestFormMaps::namedMembersStayApart()
{
    show(R"({"type":"object","properties":{"m":{"type":"object","required":["own"],
        "properties":{"own":{"title":"Own","type":"string"}},"additionalProperties":{"type":"integer"}}}})");
    const Json value = Json::parse(R"({"m":{"own":"x","more":3}})");
    m_form->setValue(value);
    QCOMPARE(named("Own")->text(), u"x"_s);
    QCOMPARE(named("Name of the entry")->text(), u"more"_s);
    type("Own", "y");
    QCOMPARE(text(*m_form), R"({"m":{"own":"y","more":3}})"_ba);
}

void TestFormMaps::longMapsKeepTheirTail()
{
    show(R"({"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"integer"}}}})");
    Json value{{"m", Json::object()}};
    for (int i = 0; i < 300; ++i)
        value["m"]["k" + std::to_string(i)] = i;
    m_form->setValue(value);
    QVERIFY(m_form->value() == value);
}

void TestFormMaps::fileBecomesText_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("byte") << R"("format":"byte")"_ba
                          << R"({"f":"aGVsbG8K"})"_ba;
    QTest::newRow("data-url") << R"("format":"data-url")"_ba
                              << R"({"f":"data:text/plain;name=a%20b.txt;base64,aGVsbG8K"})"_ba;
    QTest::newRow("encoding") << R"("contentEncoding":"base64")"_ba
                              << R"({"f":"aGVsbG8K"})"_ba;
    QTest::newRow("widget") << R"("ui:widget":"file")"_ba
                            << R"({"f":"aGVsbG8K"})"_ba;
}

void TestFormMaps::fileBecomesText()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, expected);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a b.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello\n") > 0);
    file.close();
    const QByteArray schema = R"({"type":"object","properties":{"f":{"title":"F","type":"string",)" + format + "}}}";
    show(schema.constData());
    auto *editor = m_form->findChild<FileEditor *>();
    QVERIFY(editor);
    editor->openFile(file.fileName());
    QTRY_COMPARE(text(*m_form), expected);
    QTRY_COMPARE(problems(), QStringList());
    QVERIFY(named("F")->text().contains(u"a b.txt"_s));
    editor->openFile(folder.filePath(u"none.txt"_s));
    QTRY_VERIFY(problems().value(0).contains(u"not used"_s));
    QCOMPARE(text(*m_form), expected);
    named<QAbstractButton>("Take the file away")->click();
    QCOMPARE(text(*m_form), "{}"_ba);
    type("F", "*");
    if (format.contains("byte"))
        QTRY_VERIFY(problems().value(0).contains(u"base64"_s));
}

void TestFormMaps::checkboxesWithoutUnique()
{
    show(R"({"type":"object","properties":{"a":{"title":"A","type":"array","ui:widget":"checkboxes",
        "items":{"type":"string","enum":["x","y"]}}}})");
    named<QCheckBox>("A: y")->click();
    QCOMPARE(text(*m_form), R"({"a":["y"]})"_ba);
}

QTEST_MAIN(TestFormMaps)
#include "tst_formmaps.moc"
