// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "tests/journeys/keys.h"
#include "ui/form/formview.h"
#include "ui/widgets/statebadge.h"

#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// A form whose fields ask servers, filled in by keyboard alone in front of the real ones: a slow one, one that is
/// down, one that brings parts of the form.
class TestCourseForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void serversFillInAndSuggest();
    void serverRefusesAName();
    void choicesFollowTheTeam();
    void formGetsItsDetails();
    void brokenServerCanBeAskedAgain();
    void sendsWhatWasFilledIn();

private:
    static void closeSuggestions()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            QTest::keyClick(popup, Qt::Key_Escape);
    }
    bool type(const QString &field, const QString &text) const;
    bool chooseByKeys(const QString &field, const QString &text) const;
    QByteArray value() const
    {
        const auto *form = m_desk->window()->findChild<FormView *>();
        return form ? toBytes(form->value()) : QByteArray();
    }

    std::unique_ptr<Desk> m_desk;
};

void TestCourseForm::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    QVERIFY(setHealthy(u"rates"_s, false));
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"run:course_booking"_s});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor([] { return isFocused(u"Name"_s); }, 30000));
}

void TestCourseForm::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-courseform-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestCourseForm::type(const QString &field, const QString &text) const
{
    const bool isTyped = typeInto(field, text);
    closeSuggestions();
    return isTyped;
}

bool TestCourseForm::chooseByKeys(const QString &field, const QString &text) const
{
    if (!tabTo(field))
        return false;
    auto *box = qobject_cast<QComboBox *>(focused());
    if (!box || !m_desk->waitFor([box] { return box->count() > 0; }))
        return false;
    QTest::keySequence(box, QKeySequence::SelectAll);
    QTest::keyClicks(box, text);
    closeSuggestions();
    QTest::keyClick(box, Qt::Key_Return);
    return m_desk->waitFor([box, &text] { return box->currentText() == text; });
}

void TestCourseForm::serversFillInAndSuggest()
{
    QVERIFY(m_desk->waitFor([this] { return value().contains(R"("name":"Olivia Operator")"); }));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"4 suggestion"_s); }));
    m_desk->screenshots(u"courseform-first"_s);
}

void TestCourseForm::serverRefusesAName()
{
    QVERIFY(type(u"Name"_s, u"Ada"_s));
    QVERIFY(press("Alt+PgDown"));
    QVERIFY(m_desk->waitFor([] { return isFocused(u"Course"_s); }));
    QVERIFY(press("Alt+PgUp"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"First and last name, please."_s); }));
    m_desk->screenshots(u"courseform-refused"_s);
    QVERIFY(type(u"Name"_s, u"Ada Byron"_s));
}

void TestCourseForm::choicesFollowTheTeam()
{
    QVERIFY(chooseByKeys(u"Team"_s, u"Engineering"_s));
    QVERIFY(m_desk->waitFor([this] { return value().contains(R"("newsletter":true)"); }));
    QVERIFY(press("Alt+PgDown"));
    QVERIFY(m_desk->waitFor([] { return isFocused(u"Course"_s); }));
    QVERIFY(chooseByKeys(u"Course"_s, u"Git for everybody (2 days)"_s));
    QVERIFY(m_desk->waitFor([this] { return value().contains(R"("skills":["reading","writing"])"); }));
}

void TestCourseForm::formGetsItsDetails()
{
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QWidget>(u"What should the trainer know?"_s); }));
    QVERIFY(isFocused(u"Course"_s)); // where the user was
    QVERIFY(type(u"Skills you bring"_s, u"cooking"_s));
    QVERIFY(press("Return"));
    QVERIFY(m_desk->waitFor([this] { return value().contains("cooking"); }));
    QVERIFY(tabTo(u"What should the trainer know?"_s));
    QTest::keyClicks(focused(), u"Nothing"_s);
    m_desk->screenshots(u"courseform-details"_s);
}

void TestCourseForm::brokenServerCanBeAskedAgain()
{
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QToolButton>(u"Try again: Rate"_s); }));
    QVERIFY(setHealthy(u"rates"_s, true));
    QVERIFY(tabTo(u"Rate"_s));
    QVERIFY(tabTo(u"Try again: Rate"_s));
    QVERIFY(press("Space"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"2 choice"_s); }));
    QVERIFY(chooseByKeys(u"Rate"_s, u"Early bird"_s));
    m_desk->screenshots(u"courseform-repaired"_s);
    QVERIFY(setHealthy(u"rates"_s, false));
}

void TestCourseForm::sendsWhatWasFilledIn()
{
    QVERIFY(m_desk->waitFor([this] { return value().contains("North 2.14"); }));
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] {
        const auto *form = m_desk->window()->findChild<FormView *>();
        return form && form->isReviewing();
    }));
    m_desk->screenshots(u"courseform-review"_s);
    QVERIFY(press("Ctrl+Return"));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 40000));
}

QTEST_MAIN(TestCourseForm)
#include "tst_courseform.moc"
