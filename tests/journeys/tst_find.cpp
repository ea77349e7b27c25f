// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"

#include <QAbstractItemView>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

using namespace podium;
using namespace Qt::StringLiterals;

/// Runs looked for on the real Data Index, by keyboard alone: as a line, as chips, as a saved view, by a pasted id.
class TestFind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void startsARunThatFails();
    void findsItByALine();
    void saysWhatIsWrongWithALine();
    void addsAConditionByKeyboard();
    void savesTheViewAndFindsItInTheRail();
    void opensAPastedId();

private:
    QAbstractItemView *list() { return m_desk->find<QAbstractItemView>(u"Instances"_s); }
    QLineEdit *line() { return m_desk->find<QLineEdit>(u"Filter as text"_s); }
    bool enter(const QString &text);
    bool chooseInMenu(const QString &button, const QString &entry);
    bool lists(int rows, const QString &state);

    std::unique_ptr<Desk> m_desk;
    QString m_id;
};

void TestFind::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find(u"rail-instances"_s); }, 30000));
}

void TestFind::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-find-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestFind::enter(const QString &text)
{
    QTest::keySequence(m_desk->window(), QKeySequence::Find);
    if (!m_desk->waitFor([this] { return line() && line()->hasFocus(); }))
        return false;
    QTest::keySequence(line(), QKeySequence::SelectAll);
    QTest::keyClicks(line(), text);
    QTest::keyClick(line(), Qt::Key_Escape); // the list of completions, where it is open
    if (line()->text() != text)
        line()->setText(text);
    QTest::keyClick(line(), Qt::Key_Return);
    return true;
}

/// The menu of a button runs while the click is not over: what happens in it is arranged before.
bool TestFind::chooseInMenu(const QString &button, const QString &entry)
{
    bool isChosen = false;
    QTimer::singleShot(500, this, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        m_desk->screenshot(u"find-menu-"_s % button.section(u' ', -1));
        for (QAction *action : menu->actions()) {
            if (action->text() == entry && action->isEnabled()) {
                menu->setActiveAction(action);
                isChosen = true;
            }
        }
        QTest::keyClick(menu, isChosen ? Qt::Key_Return : Qt::Key_Escape);
    });
    return m_desk->click(button) && isChosen;
}

/// The list shows so many rows, the first in this state.
bool TestFind::lists(int rows, const QString &state)
{
    return m_desk->waitFor(
        [&] {
            const QAbstractItemView *view = list();
            if (!view || (rows >= 0 && view->model()->rowCount() != rows))
                return false;
            return view->model()->rowCount() == 0 ? state.isEmpty()
                                                  : view->model()->index(0, 3).data().toString() == state;
        },
        30000);
}

void TestFind::startsARunThatFails()
{
    QVERIFY(m_desk->click(u"rail-workflows"_s));
    QVERIFY(m_desk->openRow(u"Workflows"_s, u"Calibrate sensors"_s));
    QVERIFY(m_desk->click(u"Run"_s));
    QVERIFY(m_desk->click(u"Start run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Failed"_s); }, 30000));
}

void TestFind::findsItByALine()
{
    QVERIFY(m_desk->click(u"rail-instances"_s));
    QVERIFY(m_desk->waitFor([this] { return list() && list()->model()->rowCount() > 0; }));
    QVERIFY(enter(u"state:error workflow:sensor_calibration started:-10m error:divided node:calibrate"_s));
    QVERIFY(lists(-1, u"Failed"_s));
    m_id = list()->model()->index(0, 1).data().toString();
    m_desk->screenshots(u"find-line"_s);
    QVERIFY(enter(u"id:"_s % m_id % u" state:completed"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Nothing matches the filters"_s); }));
    m_desk->screenshots(u"find-nothing"_s);
}

void TestFind::saysWhatIsWrongWithALine()
{
    QVERIFY(enter(u"state:error duration:>1h"_s));
    QVERIFY(m_desk->seesText(u"Data Index cannot filter by duration."_s));
    QCOMPARE(line()->selectedText(), u"duration"_s);
    m_desk->screenshots(u"find-problem"_s);
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(!m_desk->seesText(u"Data Index cannot filter by duration."_s));
}

void TestFind::addsAConditionByKeyboard()
{
    QVERIFY(enter(u"state:error workflow:sensor_calibration started:-6h"_s));
    QVERIFY(lists(-1, u"Failed"_s));
    QVERIFY(chooseInMenu(u"Add filter"_s, u"Variable"_s));
    QLineEdit *field = nullptr;
    QVERIFY(m_desk->waitFor([&] { return (field = m_desk->find<QLineEdit>(u"Variable"_s)) && field->hasFocus(); }));
    QTest::keyClicks(field, u"reading=0"_s);
    m_desk->screenshot(u"find-editor"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return line()->text().endsWith(u" var:reading=0"_s); }));
    QVERIFY(lists(-1, u"Failed"_s));
    auto *chip = m_desk->find<QAbstractButton>(u"Condition reading = 0"_s);
    QVERIFY(chip);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QVERIFY(!line()->text().contains(u"var:"_s));
}

void TestFind::savesTheViewAndFindsItInTheRail()
{
    QVERIFY(lists(-1, u"Failed"_s));
    const int rows = list()->model()->rowCount();
    QVERIFY(chooseInMenu(u"Saved views"_s, u"Save as a view…"_s));
    QVERIFY(m_desk->type(u"Name of the view"_s, u"Broken sensors"_s));
    QVERIFY(m_desk->click(u"OK"_s));
    const QString counted = u"View Broken sensors: %1 instances"_s.arg(rows);
    QVERIFY(m_desk->waitFor([&] { return m_desk->find<QAbstractButton>(counted); }, 30000));
    m_desk->screenshots(u"find-view"_s);
    QVERIFY(enter(u"state:completed"_s));
    QVERIFY(lists(-1, u"Completed"_s));
    QVERIFY(m_desk->click(counted));
    QVERIFY(lists(-1, u"Failed"_s));
    QVERIFY(line()->text().contains(u"sensor_calibration"_s));
    // As many as there are now: others start runs on the sandbox, and some grow older than ten minutes.
    QVERIFY(m_desk->click(u"Choose all %1 that match"_s.arg(list()->model()->rowCount())));
    m_desk->screenshots(u"find-chosen"_s);
}

void TestFind::opensAPastedId()
{
    QTest::keySequence(m_desk->window(), QKeySequence::Find);
    QVERIFY(m_desk->waitFor([this] { return line() && line()->hasFocus(); }));
    QTest::keySequence(line(), QKeySequence::SelectAll);
    QTest::keyClicks(line(), m_id);
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(m_id) && m_desk->find(u"Retry"_s); }, 30000));
}

QTEST_MAIN(TestFind)
#include "tst_find.moc"
