// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filtertexts.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/conditionchip.h"
#include "ui/pages/instances/conditioneditor.h"
#include "ui/pages/instances/filterbar.h"
#include "ui/pages/instances/filterfield.h"
#include "ui/pages/instances/statechips.h"

#include <QAbstractItemView>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestFilterBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void enterTakesTheLine();
    void problemsAreSaidAndPointedAt();
    void escapeLeavesTheFilterAsItWas();
    void pastedIdsOpen();
    void completesKeysAndValues();
    void chipsAreBuiltByKeyboard();
    void chipsAreEditedAndTakenAwayByKeyboard();
    void wrongValuesStayInTheEditor();
    void whatTheServerCannotIsDisabledWithTheReason();
    void statesAreSwitchesOfTheSameFilter();
    void serverTextsAreText();

private:
    QString line() const { return toLine(m_bar->filter()); }
    void set(const QString &line) { m_bar->setFilter(filterFromLine(line).filter); }
    QAction *adds(InstanceField field) const;

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<FilterBar> m_bar;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestFilterBar::init()
{
    m_changed.reset();
    m_bar.reset();
    m_test = std::make_unique<PageTest>();
    m_bar = std::make_unique<FilterBar>(m_test->context);
    m_changed = std::make_unique<QSignalSpy>(m_bar.get(), &FilterBar::changed);
    m_bar->resize(1000, 120);
    m_bar->show();
    QApplication::setActiveWindow(m_bar.get());
    m_bar->read();
    m_bar->readWorkflows();
    QTest::qWait(20); // the answers
}

QAction *TestFilterBar::adds(InstanceField field) const
{
    Q_EMIT m_bar->addMenu()->aboutToShow();
    for (QAction *action : m_bar->addMenu()->actions()) {
        if (action->text() == displayName(field))
            return action;
    }
    return nullptr;
}

void TestFilterBar::enterTakesTheLine()
{
    m_bar->field()->setFocus();
    QTest::keyClicks(m_bar->field(), u"state:error key:A"_s);
    QCOMPARE(m_changed->count(), 0);                 // not while it is typed
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QCOMPARE(m_changed->count(), 1);
    QCOMPARE(line(), u"state:error key:A"_s);
    QCOMPARE(m_bar->chips().size(), 1);
    QCOMPARE(m_bar->states()->states(), QList<InstanceState>{InstanceState::Error});
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QCOMPARE(m_changed->count(), 1); // nothing new
    m_bar->field()->clear();         // its button
    QCOMPARE(m_changed->count(), 2);
    QVERIFY(m_bar->filter().isEmpty());
}

void TestFilterBar::problemsAreSaidAndPointedAt()
{
    m_bar->field()->setFocus();
    m_bar->field()->setText(u"key:A colour:red"_s);
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QCOMPARE(m_changed->count(), 0);
    QVERIFY(PageTest::visibleText(m_bar.get()).contains(u"“colour”"_s));
    QCOMPARE(m_bar->field()->selectedText(), u"colour"_s);
    QTest::keyClick(m_bar->field(), Qt::Key_Backspace);
    QVERIFY(!PageTest::visibleText(m_bar.get()).contains(u"“colour”"_s)); // it is being mended
}

void TestFilterBar::escapeLeavesTheFilterAsItWas()
{
    set(u"key:A"_s);
    m_bar->field()->setFocus();
    QTest::keyClicks(m_bar->field(), u" nonsense:"_s);
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QTest::keyClick(m_bar->field(), Qt::Key_Escape);
    QCOMPARE(m_bar->field()->text(), u"key:A"_s);
    QCOMPARE(line(), u"key:A"_s);
}

void TestFilterBar::pastedIdsOpen()
{
    QSignalSpy entered(m_bar.get(), &FilterBar::idEntered);
    const QString id = fakeInstance(3, m_test->fake.clock.now()).id;
    m_bar->field()->setFocus();
    m_bar->field()->insert(id); // as pasting does: at once
    Q_EMIT m_bar->field()->textEdited(id);
    QTRY_COMPARE(entered.count(), 1);
    QCOMPARE(entered.first().first().toString(), id);
    QVERIFY(m_bar->field()->text().isEmpty()); // it is no filter
    QTest::keyClicks(m_bar->field(), id);      // typed, it takes Enter
    QCOMPARE(entered.count(), 1);
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QCOMPARE(entered.count(), 2);
    QCOMPARE(m_changed->count(), 0);
    QCOMPARE(instanceIdIn(u" {"_s % id % u"} "_s), id);
    QVERIFY(instanceIdIn(u"key:"_s % id).isEmpty());
}

void TestFilterBar::completesKeysAndValues()
{
    m_bar->field()->setFocus();
    QTest::keyClicks(m_bar->field(), u"wor"_s);
    QCOMPARE(m_bar->field()->choices()->rowCount(), 1);
    QTest::keyClick(m_bar->field(), Qt::Key_Tab);
    QCOMPARE(m_bar->field()->text(), u"workflow:"_s);
    QVERIFY(m_bar->field()->hasFocus());
    const QString workflow = m_test->fake.catalog.workflows.first().definition.id;
    QTest::keyClicks(m_bar->field(), workflow.left(3));
    QTRY_VERIFY(m_bar->field()->choices()->rowCount() >= 1);
    QTest::keyClick(m_bar->field(), Qt::Key_Tab);
    QVERIFY(m_bar->field()->text().startsWith(u"workflow:"_s % workflow.left(3)));
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QCOMPARE(m_bar->filter().conditions.size(), 1);
}

void TestFilterBar::chipsAreBuiltByKeyboard()
{
    adds(InstanceField::Started)->trigger();
    ConditionEditor *editor = m_bar->editor();
    QVERIFY(editor && editor->isVisible());
    QVERIFY(editor->known()->count() >= 4); // presets
    QTest::keyClick(editor->field(), Qt::Key_Down);
    QVERIFY(editor->known()->hasFocus());
    QTest::keyClick(editor->known(), Qt::Key_Down);
    QTest::keyClick(editor->known(), Qt::Key_Return);
    QCOMPARE(line(), u"started:-1h"_s);
    QCOMPARE(m_changed->count(), 1);
    QCOMPARE(m_bar->chips().size(), 1);
    QCOMPARE(m_bar->chips().first()->button()->text(), u"Started: last 1 hour(s)"_s);
    QTRY_VERIFY(!m_bar->editor());

    adds(InstanceField::Variable)->trigger();
    QTest::keyClicks(m_bar->editor()->field(), u"order.id=42"_s);
    QTest::keyClick(m_bar->editor()->field(), Qt::Key_Return);
    QCOMPARE(line(), u"started:-1h var:order.id=42"_s);
    QCOMPARE(m_bar->field()->text(), line());
}

void TestFilterBar::chipsAreEditedAndTakenAwayByKeyboard()
{
    set(u"key:A user:alice node:Ship"_s);
    QCOMPARE(m_changed->count(), 0);
    m_bar->chips().first()->button()->setFocus();
    QTest::keyClick(m_bar->chips().at(0)->button(), Qt::Key_Right);
    QVERIFY(m_bar->chips().at(1)->button()->hasFocus());
    QTest::keyClick(m_bar->chips().at(1)->button(), Qt::Key_Return);
    QCOMPARE(m_bar->editor()->field()->text(), u"alice"_s);
    QTest::keyClicks(m_bar->editor()->field(), u"bob,carol"_s); // the old one was selected
    QTest::keyClick(m_bar->editor()->field(), Qt::Key_Return);
    QCOMPARE(line(), u"key:A user:bob,carol node:Ship"_s);
    m_bar->chips().at(1)->button()->setFocus();
    QTest::keyClick(m_bar->chips().at(1)->button(), Qt::Key_Delete);
    QCOMPARE(line(), u"key:A node:Ship"_s);
    QVERIFY(m_bar->chips().at(1)->button()->hasFocus()); // the next one
    QTest::keyClick(m_bar->chips().at(1)->button(), Qt::Key_Return);
    QTest::keyClick(m_bar->editor()->field(), Qt::Key_Escape);
    QCOMPARE(line(), u"key:A node:Ship"_s);
}

void TestFilterBar::wrongValuesStayInTheEditor()
{
    adds(InstanceField::Ended)->trigger();
    QPointer<ConditionEditor> editor = m_bar->editor();
    QTest::keyClicks(editor->field(), u"soon"_s);
    QTest::keyClick(editor->field(), Qt::Key_Return);
    QVERIFY(editor && editor->isVisible());
    QVERIFY(PageTest::visibleText(editor).contains(u"“soon” is no time"_s));
    QVERIFY(m_bar->filter().isEmpty());
    QTest::keyClick(editor->field(), Qt::Key_Escape);
    QTRY_VERIFY(!editor);
}

void TestFilterBar::whatTheServerCannotIsDisabledWithTheReason()
{
    m_test->fake.instances.fields.remove(InstanceField::Variable);
    set(u"var:a=1"_s);
    m_bar->read();
    QTRY_VERIFY(!adds(InstanceField::Variable)->isEnabled());
    QVERIFY(adds(InstanceField::Variable)->toolTip().contains(u"PostgreSQL"_s));
    QVERIFY(adds(InstanceField::Node)->isEnabled());
    QVERIFY(m_bar->chips().first()->button()->toolTip().contains(u"PostgreSQL"_s));
    m_bar->field()->setText(u"var:a=2"_s);
    m_bar->field()->setFocus();
    QTest::keyClick(m_bar->field(), Qt::Key_Return);
    QVERIFY(PageTest::visibleText(m_bar.get()).contains(u"PostgreSQL"_s));
    QCOMPARE(m_changed->count(), 0);
}

void TestFilterBar::statesAreSwitchesOfTheSameFilter()
{
    set(u"key:A state:active"_s);
    QCOMPARE(m_bar->states()->states(), QList<InstanceState>{InstanceState::Active});
    m_bar->states()->chip(1)->click();
    QCOMPARE(line(), u"key:A state:active,error"_s);
    m_bar->states()->chip(0)->click();
    m_bar->states()->chip(1)->click();
    QCOMPARE(line(), u"key:A"_s);
    QCOMPARE(m_changed->count(), 3);
}

void TestFilterBar::serverTextsAreText()
{
    m_bar->setFilter({{{InstanceField::Workflow, {u"<b>A & B</b>\nC"_s}, {}}}});
    const QToolButton *chip = m_bar->chips().first()->button();
    QCOMPARE(chip->text(), u"Workflow: <b>A && B</b> C"_s);
    QVERIFY(!Qt::mightBeRichText(chip->toolTip()) || chip->toolTip().contains(u"&lt;b&gt;"_s));
    QCOMPARE(filterFromLine(m_bar->field()->text()).filter.conditions.size(), 1);
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
