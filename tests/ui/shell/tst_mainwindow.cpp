// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/shell/windowfixture.h"
#include "ui/environments/environmentdialog.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/workspace/editorpane.h"
#include "ui/workspace/workspaceview.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/markdownview.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject, WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { open(); }
    void cleanup() { close(); }
    void detailsOpenAsTabsBesideTheList();
    void whatOpensHasTheFocus();
    void backAndForward();
    void aPageThatShowsSomethingElseKeepsItsTab();
    void tabsByKeyboard();
    void aMiddleClickClosesAndCtrlShiftTBringsBack();
    void everythingIsRestored();
    void tabsAreMadeWhenShown();
    void theWorkspaceNeedsNobodySignedIn();
    void brokenSettingsAreIgnored();
    void statusLineFollowsTheFeed();
    void paletteOpensWorkflowsAndInstances();
    void linksAskAndShowTheirAddress();
    void unknownPlacesSayWhy();
    void theJournalOpensAsATab();
    void timeStyleInOnePlace();
    void keyboardReachesEverything();
    void helpPagesExist();
};

void tst_MainWindow::detailsOpenAsTabsBesideTheList()
{
    QCOMPARE(tabs()->current().kind, u"overview"_s);
    m_window->open({u"instances"_s, {}, {}});
    QCOMPARE(tabs()->count(), 1);
    m_window->open(instance(u"a"_s));
    m_window->open(instance(u"b"_s));
    m_window->open(instance(u"a"_s));
    QCOMPARE(tabs()->count(), 3);
    QCOMPARE(tabs()->current(), instance(u"a"_s));
    QVERIFY(m_window->windowTitle().startsWith(u"instance a"_s));
    m_window->close(instance(u"a"_s));
    QCOMPARE(tabs()->count(), 2);
}

void tst_MainWindow::whatOpensHasTheFocus()
{
    m_window->open(instance(u"a"_s));
    const auto field = [this] { return static_cast<TestPage *>(tabs()->currentPage())->field; };
    QTRY_VERIFY(field()->hasFocus());
    m_window->findChild<QAbstractButton *>(u"rail-instances"_s)->setFocus();
    QVERIFY(!field()->hasFocus());
    m_window->open(instance(u"b"_s));
    QVERIFY(field()->hasFocus());
}

void tst_MainWindow::backAndForward()
{
    m_window->open(instance(u"a"_s));
    m_window->open(instance(u"b"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->current(), instance(u"a"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->current().kind, u"overview"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(tabs()->current(), instance(u"a"_s));
    QTest::mousePress(page(), Qt::BackButton);
    QCOMPARE(tabs()->current().kind, u"overview"_s);
    // A closed tab is a place to go back to all the same.
    m_window->open(instance(u"c"_s));
    m_window->close(instance(u"c"_s));
    m_window->open(instance(u"d"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->current(), instance(u"c"_s));
}

void tst_MainWindow::aPageThatShowsSomethingElseKeepsItsTab()
{
    m_window->open(instance(u"a"_s));
    m_window->open(instance(u"b"_s));
    page()->setLocation(instance(u"c"_s));
    QCOMPARE(tabs()->current(), instance(u"c"_s));
    m_window->open(instance(u"a"_s));
    m_window->open(instance(u"c"_s)); // the tab that is there
    QCOMPARE(tabs()->count(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tabs()->current(), instance(u"c"_s)); // b is nowhere any more
    QCOMPARE(tabs()->count(), 3);
}

void tst_MainWindow::tabsByKeyboard()
{
    m_window->open(instance(u"a"_s));
    m_window->open(instance(u"b"_s));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(tabs()->current().kind, u"overview"_s);
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(tabs()->current(), instance(u"b"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs()->current().kind, u"overview"_s);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs()->count(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(tabs()->count(), 2); // the list stays
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(tabs()->current().kind, u"instances"_s);
    const int before = page()->refreshes;
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(page()->refreshes, before + 1);
}

void tst_MainWindow::aMiddleClickClosesAndCtrlShiftTBringsBack()
{
    m_window->open(instance(u"a"_s));
    page()->field->setText(u"typed"_s);
    auto *bar = tabs()->findChild<QTabBar *>();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(1).center());
    QCOMPARE(tabs()->count(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(tabs()->current(), instance(u"a"_s));
    QCOMPARE(page()->field->text(), u"typed"_s);
}

void tst_MainWindow::everythingIsRestored()
{
    m_window->open({u"instances"_s, {}, {}});
    page()->field->setText(u"state:error"_s);
    m_window->open({u"workflow"_s, u"greet"_s, u"1.0"_s});
    m_window->open(instance(u"b"_s));
    page()->field->setText(u"typed"_s);
    m_window->display().setTimeStyle(TimeStyle::Utc);
    m_window->resize(1111, 777);
    m_window->QWidget::close();
    makeWindow();
    QCOMPARE(tabs()->count(), 3);
    QCOMPARE(tabs()->current(), instance(u"b"_s));
    QCOMPARE(page()->field->text(), u"typed"_s);
    QCOMPARE(m_window->display().timeStyle(), TimeStyle::Utc);
    QCOMPARE(m_window->size(), QSize(1111, 777));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(tabs()->current().kind, u"instances"_s);
    QCOMPARE(page()->field->text(), u"state:error"_s);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(tabs()->current(), (Location{u"workflow"_s, u"greet"_s, u"1.0"_s}));
}

void tst_MainWindow::tabsAreMadeWhenShown()
{
    for (int i = 0; i < 10; ++i)
        m_window->open(instance(QString::number(i)));
    m_window->QWidget::close();
    TestPage::made = 0;
    makeWindow();
    QCOMPARE(tabs()->count(), 11);
    QCOMPARE(TestPage::made, 1);
    // What was never shown is kept all the same.
    m_window->QWidget::close();
    makeWindow();
    QCOMPARE(tabs()->count(), 11);
}

void tst_MainWindow::theWorkspaceNeedsNobodySignedIn()
{
    fake()->session.setState(SessionService::State::SignedOut);
    QVERIFY(!tabs());
    auto *rail = m_window->findChild<NavigationRail *>();
    QVERIFY(rail->isVisible());
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"rail-instances"_s)->isEnabled());
    m_window->findChild<QAbstractButton *>(u"rail-workspace"_s)->click();
    QVERIFY(m_window->workspace()->isVisible());
    m_workspace.files.insert(u"/x/order.sw.yaml"_s, "id: order\n");
    m_window->openFile(u"/x/order.sw.yaml"_s);
    QTRY_VERIFY(m_window->windowTitle().startsWith("order.sw.yaml"_L1));
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(m_window->workspace()->panes().isEmpty());
    // And back to where the user was, once somebody is signed in.
    fake()->session.setState(SessionService::State::SignedIn);
    m_window->findChild<QAbstractButton *>(u"rail-instances"_s)->click();
    QVERIFY(!m_window->workspace()->isVisible());
    QCOMPARE(tabs()->current().kind, u"instances"_s);
}

void tst_MainWindow::brokenSettingsAreIgnored()
{
    m_window->QWidget::close();
    m_window.reset();
    const QString key = u"environments/"_s + QString::fromLatin1(QByteArray("Local sandbox").toHex());
    const QByteArray broken[] = {"not json", "[]", R"({"tabs": 3, "current": "x", "list": 7})",
                                 R"({"tabs": [{"location": "gone:1"}, 5, {"location": "instance:"}], "current": 900})"};
    for (const QByteArray &text : broken) {
        QSettings settings;
        settings.setValue(key, text);
        settings.setValue(u"display/scheme"_s, 99);
        settings.setValue(u"display/timeStyle"_s, u"soon"_s);
        settings.setValue(u"window/geometry"_s, QByteArray("x"));
        settings.setValue(u"window/environment"_s, u"No such"_s);
        settings.sync();
        makeWindow();
        QCOMPARE(tabs()->count(), 1);
        QCOMPARE(tabs()->current().kind, u"overview"_s);
        QCOMPARE(m_window->display().timeStyle(), TimeStyle::Local);
        m_window.reset();
    }
}

void tst_MainWindow::statusLineFollowsTheFeed()
{
    auto *line = m_window->findChild<StatusLine *>();
    auto *live = line->findChild<QToolButton *>();
    QCOMPARE(live->text().trimmed(), u"Polling every 2 s"_s);
    fake()->live.setStatus({LiveStatus::Mode::Offline, 0, fake()->clock.now().addSecs(-60), u"refused"_s});
    QVERIFY2(live->text().contains(u"Offline, data of "_s), qPrintable(live->text()));
    live->click();
    QCOMPARE(fake()->live.refreshes, 1);
    QVERIFY(fake()->live.foreground);
    m_window->hide();
    QVERIFY(!fake()->live.foreground);
    m_window->showMessage(u"Retry accepted"_s);
    QCOMPARE(line->message(), u"Retry accepted"_s);
}

void tst_MainWindow::paletteOpensWorkflowsAndInstances()
{
    auto *palette = m_window->findChild<CommandPalette *>();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    auto *field = palette->findChild<QLineEdit *>();
    const WorkflowDefinition workflow = fake()->catalog.list().result()->constFirst();
    field->setText(workflow.displayName());
    QTRY_COMPARE(palette->model()->index(0).data().toString(), workflow.displayName());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(tabs()->current(), (Location{u"workflow"_s, workflow.id, workflow.version}));

    const QString id = u"0b3c6f2e-4d51-4c8a-9a44-5f1d2c3b4a59"_s;
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    field->setText(u"  "_s + id + u" "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(tabs()->current(), instance(id));
}

void tst_MainWindow::linksAskAndShowTheirAddress()
{
    m_window->openLink(QUrl(u"javascript:alert(1)"_s));
    m_window->openLink(QUrl(u"file:///etc/passwd"_s));
    QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
    m_window->openLink(QUrl(u"https://example.com/a%20b?x=<b>1</b>"_s));
    auto *question = m_window->findChild<QDialog *>();
    QVERIFY(question);
    QVERIFY(question->accessibleDescription().contains(u"https://example.com/a%20b"_s));
    question->reject();
}

void tst_MainWindow::unknownPlacesSayWhy()
{
    m_window->open({u"teapot"_s, u"1"_s, {}});
    m_window->openEnvironment(u"Nowhere"_s);
    int told = 0;
    for (const Banner *banner : m_window->findChildren<Banner *>())
        told += banner->isVisible() ? 1 : 0;
    QCOMPARE(told, 2);
    QCOMPARE(tabs()->count(), 1);
}

void tst_MainWindow::theJournalOpensAsATab()
{
    auto *action = m_window->findChild<QAction *>(u"journal.open"_s);
    QVERIFY(Actions::inPalette(action));
    action->trigger();
    QCOMPARE(tabs()->current(), (Location{u"journal"_s, {}, {}}));
    QCOMPARE(tabs()->count(), 2);
    action->trigger();
    QCOMPARE(tabs()->count(), 2);
    fake()->session.setState(SessionService::State::SignedOut);
    QVERIFY(!action->isEnabled()); // nothing to see for nobody
}

void tst_MainWindow::timeStyleInOnePlace()
{
    QSignalSpy changed(&m_window->display(), &DisplaySettings::changed);
    m_window->findChild<QAction *>(u"time.utc"_s)->trigger();
    QCOMPARE(m_window->display().timeStyle(), TimeStyle::Utc);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_window->findChild<QAction *>(u"time.utc"_s)->isChecked());
    QVERIFY(!m_window->findChild<QAction *>(u"time.local"_s)->isChecked());
}

void tst_MainWindow::keyboardReachesEverything()
{
    m_window->open(instance(u"a"_s));
    QCOMPARE(unnamedControls(m_window.get()), QStringList());
    const QList<QWidget *> chain = tabChain(page()->field);
    QStringList names;
    for (const QWidget *widget : chain)
        names << widget->accessibleName();
    for (const QString &needed : {u"Overview"_s, u"Instances"_s, u"Field"_s, u"Search or run a command"_s})
        QVERIFY2(names.contains(needed), qPrintable(names.join(u", "_s)));
    QVERIFY(names.filter(u"Environment: "_s).size() == 1);
    QVERIFY(names.filter(u"Menu of "_s).size() == 1);
    // Every action has a name and an id of its own, and no key means two things.
    QSet<QString> ids;
    QSet<QString> keys;
    for (const QAction *action : m_window->actions()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids.insert(action->objectName());
        for (const QKeySequence &sequence : action->shortcuts()) {
            QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
            keys.insert(sequence.toString());
        }
    }
}

void tst_MainWindow::helpPagesExist()
{
    HelpDialog help(m_window.get());
    help.show();
    auto *view = help.findChild<MarkdownView *>();
    for (const QString &name : {u"getting-started"_s, u"environments"_s, u"keyboard"_s, u"sandbox"_s}) {
        help.openPage(name);
        QVERIFY2(view->toPlainText().size() > 200, qPrintable(name));
        QVERIFY(!view->toPlainText().contains(u"SPDX"_s));
    }
    QCOMPARE(unnamedControls(&help), QStringList());
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
