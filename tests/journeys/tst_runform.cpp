// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "tests/journeys/keys.h"
#include "ui/widgets/statebadge.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTreeWidget>

using namespace podium;
using namespace Qt::StringLiterals;

/// The richest form of the sandbox, filled in by keyboard alone: step by step, put aside, taken up again, corrected
/// from the review, kept as a preset, and sent.
class TestRunForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void fillsStepByStep();
    void draftSurvivesTheTab();
    void reviewLeadsToWhatIsWrong();
    void presetFillsTheForm();
    void sendsWhatWasReviewed();

private:
    bool openPicker();
    QTreeWidget *review() const { return m_desk->find<QTreeWidget>(u"Review of the input"_s); }

    std::unique_ptr<Desk> m_desk;
};

void TestRunForm::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"run:onboard_employee"_s});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor([] { return isFocused(u"First name"_s); }, 30000));
}

void TestRunForm::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-runform-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestRunForm::openPicker()
{
    return press("Alt+S") && m_desk->waitFor([] { return focused() && focused()->window()->isModal(); });
}

void TestRunForm::fillsStepByStep()
{
    QVERIFY(typeInto(u"First name"_s, u"Ada"_s));
    QVERIFY(typeInto(u"Last name"_s, u"Keyboard"_s));
    QVERIFY(typeInto(u"Private e-mail"_s, u"not an address"_s));
    QVERIFY(typeInto(u"First working day"_s, u"2027-01-04"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"such as name@example.com"_s); }));
    m_desk->screenshots(u"runform-step"_s);
    QVERIFY(press("Alt+PgDown"));
    QVERIFY(isFocused(u"Cost centre"_s));
    QVERIFY(typeInto(u"Cost centre"_s, u"EN-1200"_s));
    QVERIFY(typeInto(u"Name"_s, u"git"_s));
    m_desk->screenshots(u"runform-access"_s);
    QVERIFY(press("Alt+PgDown"));
    QVERIFY(isFocused(u"Computer"_s));
}

void TestRunForm::draftSurvivesTheTab()
{
    QVERIFY(press("Ctrl+W"));
    QVERIFY(m_desk->waitFor([this] { return !m_desk->find<QLineEdit>(u"First name"_s); }));
    QVERIFY(press("Ctrl+Shift+T"));
    QVERIFY(m_desk->waitFor([] { return isFocused(u"First name"_s); }));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"What you did not send is back"_s); }));
    QCOMPARE(m_desk->find<QLineEdit>(u"Last name"_s)->text(), u"Keyboard"_s);
    m_desk->screenshots(u"runform-draft"_s);
}

void TestRunForm::reviewLeadsToWhatIsWrong()
{
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] { return review() && review()->topLevelItemCount() > 0; }));
    QVERIFY(m_desk->waitFor([this] { return review()->hasFocus(); }));
    m_desk->screenshots(u"runform-review-problem"_s);
    for (int i = 0; i < 30 && review()->currentItem()->text(0) != u"Private e-mail"_s; ++i)
        QTest::keyClick(review(), Qt::Key_Down);
    QCOMPARE(review()->currentItem()->text(0), u"Private e-mail"_s);
    QVERIFY(press("Return"));
    QVERIFY(isFocused(u"Private e-mail"_s));
    QVERIFY(typeInto(u"Private e-mail"_s, u"ada@example.org"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Everything is filled in"_s); }));
}

void TestRunForm::presetFillsTheForm()
{
    QVERIFY(openPicker());
    QVERIFY(typeInto(u"Name of a new preset"_s, u"Engineer"_s));
    QVERIFY(press("Return"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Engineer"_s); }));
    m_desk->screenshots(u"runform-presets"_s);
    QVERIFY(press("Escape"));
    QVERIFY(m_desk->waitFor([this] { return !m_desk->find<QLineEdit>(u"Name of a new preset"_s); }));
    QVERIFY(m_desk->waitFor([this] { return m_desk->window()->isActiveWindow(); }));
    QVERIFY(typeInto(u"Last name"_s, u"Mistake"_s));
    QVERIFY(openPicker());
    QVERIFY(tabTo(u"Presets"_s));
    QVERIFY(press("Return"));
    QVERIFY(m_desk->waitFor([this] {
        auto *name = m_desk->find<QLineEdit>(u"Last name"_s);
        return name && name->text() == u"Keyboard"_s;
    }));
    QVERIFY(m_desk->seesText(u"the preset “Engineer”"_s));
}

void TestRunForm::sendsWhatWasReviewed()
{
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] { return review() && review()->hasFocus(); }));
    QVERIFY(m_desk->seesText(u"Everything is filled in"_s));
    m_desk->screenshots(u"runform-review"_s);
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 40000));
}

QTEST_MAIN(TestRunForm)
#include "tst_runform.moc"
