// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/activefixture.h"
#include "ui/widgets/markdownview.h"

#include <QCheckBox>
#include <QListView>
#include <QSignalSpy>

using namespace podium;
using namespace Qt::StringLiterals;

/// The widgets of the Orchestrator that are more than a line: lists, texts, parts of the form, sign-ins.
class TestActiveParts : public QObject, public ActiveFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { startForm(); }
    void cleanup() { m_form.reset(); }
    void multiSelectByKeyboard();
    void multiSelectTakesNewEntries();
    void textShowsFormAndAnswer();
    void schemaUpdaterReplacesParts();
    void schemaUpdaterKeepsPlaceAndInput();
    void schemaUpdatesInACircleEnd();
    void authRequesterSaysWhatItNeeds();
};

void TestActiveParts::multiSelectByKeyboard()
{
    m_service.answer(u"http://hub/s"_s, R"({"all":["red","green","blue"],"must":["red"],"usual":["green"]})");
    showForm(R"("colors":{"type":"array","items":{"type":"string"},"ui:widget":"ActiveMultiSelect","ui:props":{
        "fetch:url":"http://hub/s","fetch:response:autocomplete":"all","fetch:response:mandatory":"must",
        "fetch:response:value":"usual"}})");
    QTRY_COMPARE(text(*m_form), QByteArray(R"({"colors":["red","green"]})"));
    auto *list = named<QListView>("Entries of Colors");
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"red (always)"_s);
    QVERIFY(!(list->model()->index(0, 0).flags() & Qt::ItemIsUserCheckable));
    named("Colors")->setFocus();
    QTest::keyClicks(named("Colors"), u"bl"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(named("Colors"), Qt::Key_Return);
    QCOMPARE(text(*m_form), QByteArray(R"({"colors":["red","green","blue"]})"));
    QTest::keyClick(named("Colors"), Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(text(*m_form), QByteArray(R"({"colors":["red","blue"]})"));
}

void TestActiveParts::multiSelectTakesNewEntries()
{
    m_service.answer(u"http://hub/s"_s, R"(["red"])");
    showForm(R"("colors":{"type":"array","items":{"type":"string"},"ui:widget":"ActiveMultiSelect","ui:props":{
        "fetch:url":"http://hub/s","fetch:response:autocomplete":"$","ui:allowNewItems":true}})");
    QTRY_COMPARE(status("Colors")->text(), u"1 entries of hub"_s);
    QTest::keyClicks(named("Colors"), u"mauve"_s);
    QTest::keyClick(named("Colors"), Qt::Key_Return);
    QCOMPARE(text(*m_form), QByteArray(R"({"colors":["mauve"]})"));
}

void TestActiveParts::textShowsFormAndAnswer()
{
    m_service.answer(u"http://hub/t"_s, R"({"data":{"name":"<i>Example</i>"}})");
    showForm(R"("who":{"type":"string"},"note":{"type":"string","ui:widget":"ActiveText","ui:props":{
        "fetch:url":"http://hub/t","fetch:response:name":"data.name",
        "ui:text":"**$${{current.who}}** gets $${{fetch:response:name}}"}})");
    type("Who", "Ada");
    const auto *view = m_form->findChild<MarkdownView *>();
    QVERIFY(view);
    QTRY_COMPARE(view->toPlainText(), u"Ada gets <i>Example</i>"_s);
    QCOMPARE(text(*m_form), QByteArray(R"({"who":"Ada"})"));
}

void TestActiveParts::schemaUpdaterReplacesParts()
{
    m_service.answer(u"http://hub/parts"_s, R"({"parts":{"details":{"type":"object","title":"Details","properties":{
        "size":{"type":"integer","title":"Size","default":3}}},"unknown":{"type":"string"}}})");
    QSignalSpy updated(m_form.get(), &FormView::schemaUpdated);
    showForm(R"("details":{"type":"object","ui:widget":"hidden"},"updater":{"type":"string","ui:widget":"SchemaUpdater",
        "ui:props":{"fetch:url":"http://hub/parts","fetch:response:value":"parts"}})");
    QTRY_COMPARE(updated.size(), 1);
    QTRY_VERIFY(named("Size"));
    QCOMPARE(text(*m_form), QByteArray(R"({"details":{"size":3}})"));
    type("Size", "x");
    QTRY_VERIFY(!problems().isEmpty());
    QCOMPARE(updated.size(), 1);
}

void TestActiveParts::schemaUpdaterKeepsPlaceAndInput()
{
    m_service.answer(u"http://hub/parts?c=a"_s, R"({"extra":{"type":"string","title":"Extra A"}})");
    m_service.answer(u"http://hub/parts?c=b"_s, R"({"extra":{"type":"string","title":"Extra B"}})");
    showForm(R"("course":{"type":"string"},"other":{"type":"string"},"extra":{"type":"string"},
        "updater":{"type":"string","ui:widget":"SchemaUpdater","ui:props":{
        "fetch:url":"http://hub/parts?c=$${{current.course}}","fetch:retrigger":["current.course"]}})");
    type("Course", "a");
    QTRY_VERIFY(named("Extra A"));
    type("Extra A", "kept");
    type("Course", "b");
    type("Other", "typing");
    named("Other")->setCursorPosition(3);
    QTRY_VERIFY(named("Extra B"));
    QCOMPARE(text(*m_form), QByteArray(R"({"course":"b","other":"typing","extra":"kept"})"));
    QVERIFY(named("Other")->hasFocus());
    QCOMPARE(named("Other")->cursorPosition(), 3);
}

void TestActiveParts::schemaUpdatesInACircleEnd()
{
    // Each answer replaces the updater by one that asks for the next.
    const auto address = [](int number) { return u"http://hub/parts?%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    for (int i = 0; i < 40; ++i) {
        const QString parts =
            uR"({"updater":{"type":"string","ui:widget":"SchemaUpdater","ui:props":{"fetch:url":"%1"}}})"_s;
        m_service.answer(address(i), parts.arg(address(i + 1)).toUtf8().constData());
    }
    showForm(
        R"("updater":{"type":"string","ui:widget":"SchemaUpdater","ui:props":{"fetch:url":"http://hub/parts?00"}})");
    QTRY_VERIFY(status("Updater")->text().contains("again and again"_L1));
    QVERIFY(m_service.requests.size() < 30);
}

void TestActiveParts::authRequesterSaysWhatItNeeds()
{
    showForm(R"("access":{"type":"string","title":"Access","ui:widget":"AuthRequester","ui:props":{
        "authTokenDescriptors":[{"provider":"github","scope":"repo"},{"provider":"oidc"}]}})");
    bool isSaid = false;
    for (const QLabel *label : m_form->findChildren<QLabel *>())
        isSaid = isSaid || label->text().contains("X-Authorization-Github"_L1);
    QVERIFY(isSaid);
    QCOMPARE(text(*m_form), QByteArray("{}"));
    QCOMPARE(m_service.requests.size(), 0);
    QCOMPARE(m_form->tokenHeaders(), QStringList()); // nothing goes anywhere unasked
    auto *offer = m_form->findChild<QCheckBox *>();
    QVERIFY(offer->text().contains("sso.example.com/realms/flows"_L1));
    QTest::keyClick(offer, Qt::Key_Space);
    QCOMPARE(m_form->tokenHeaders(), QStringList{u"X-Authorization-Oidc"_s});
}

QTEST_MAIN(TestActiveParts)
#include "tst_activeparts.moc"
