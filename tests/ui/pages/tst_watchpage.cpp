// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/watchrules.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/watch/watchpage.h"
#include "ui/watch/alertsettingsdialog.h"
#include "ui/watch/watchmenu.h"
#include "ui/watch/watchruledialog.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>

using namespace podium;
using namespace Qt::StringLiterals;
using Kind = WatchRule::Kind;

/// The page of watch rules, the dialog that makes them, and the settings of how one is told.
class TestWatchPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyIsDesigned();
    void makesARule();
    void asksWhatTheKindNeeds();
    void aRuleThatCannotBeIsNotSaved();
    void editsPausesMutesDeletes();
    void watchesWhatIsInFront();
    void tellsWhatCannotBeKept();
    void settingsAreKept();
    void settingsTellWhatTheDesktopCannot();
    void everyControlHasAName();
    void pictures();

private:
    static WatchRuleDialog *dialogOf(QWidget *page) { return page->findChild<WatchRuleDialog *>(); }
    static WatchRule rule(Kind kind, const QString &name = {})
    {
        WatchRule rule;
        rule.id = newRuleId();
        rule.kind = kind;
        rule.name = name;
        rule.created = FakeClock().now().addSecs(-3600);
        if (kind == Kind::ManyFail) {
            rule.count = 5;
            rule.spanMs = 600'000;
        }
        return rule;
    }
    static void choose(WatchRuleDialog *dialog, Kind kind)
    {
        auto *kinds = dialog->findChildren<QComboBox *>().constFirst();
        for (QComboBox *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == "Tell me when"_L1)
                kinds = box;
        }
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
    }
    template <typename W>
    static W *named(QWidget *root, const QString &name)
    {
        for (W *widget : root->findChildren<W *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    static QAction *menuAction(WatchPage *page, const QString &text)
    {
        auto *menu = new QMenu(page);
        Q_EMIT page->view()->rowMenuRequested(menu, page->view()->currentIndex());
        QList<QMenu *> menus = menu->findChildren<QMenu *>();
        menus << menu;
        for (const QMenu *each : std::as_const(menus)) {
            const QList<QAction *> actions = each->actions();
            for (QAction *action : actions) {
                if (action->text() == text)
                    return action;
            }
        }
        return nullptr;
    }

    const Location m_here{u"watch"_s, {}, {}};
};

void TestWatchPage::emptyIsDesigned()
{
    PageTest test;
    const auto page = test.open<WatchPage>(m_here);
    QCOMPARE(page->states()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"Nothing is watched"_s));
    QVERIFY(test.fake.watch.put(rule(Kind::WorkflowFails)));
    QCOMPARE(page->states()->shown(), StateView::Shown::Content);
    QVERIFY(PageTest::visibleText(page.get()).contains(u"1 rule"_s));
}

void TestWatchPage::makesARule()
{
    PageTest test;
    const auto page = test.open<WatchPage>(m_here);
    QTest::mouseClick(PageTest::buttonWithText<QPushButton>(page.get(), u"New rule…"_s), Qt::LeftButton);
    WatchRuleDialog *dialog = dialogOf(page.get());
    QVERIFY(dialog && dialog->isVisible());
    choose(dialog, Kind::JobOverdue);
    QVERIFY(PageTest::visibleText(dialog).contains(u"A job is overdue"_s));
    QTest::mouseClick(PageTest::buttonWithText<QPushButton>(dialog, u"Watch"_s), Qt::LeftButton);
    QCOMPARE(test.fake.watch.rules().size(), 1);
    const WatchRule made = test.fake.watch.rules().constFirst();
    QCOMPARE(made.kind, Kind::JobOverdue);
    QCOMPARE(made.created, test.fake.clock.now());
    QCOMPARE(page->view()->model()->index(0, 0).data().toString(), u"A job is overdue"_s);
    QCOMPARE(test.navigator.messages.size(), 1);
}

void TestWatchPage::asksWhatTheKindNeeds()
{
    PageTest test;
    WatchRuleDialog dialog(test.context, {}, {Kind::WorkflowFails, Kind::ManyFail, Kind::RunTakesLong});
    dialog.show();
    auto *number = named<QSpinBox>(&dialog, u"Number"_s);
    auto *usual = named<QCheckBox>(&dialog, u"Longer than usual"_s);
    QVERIFY(!number->isVisible() && !usual->isVisible());
    choose(&dialog, Kind::ManyFail);
    QVERIFY(number->isVisible());
    number->setValue(7);
    QCOMPARE(dialog.rule().count, 7);
    QCOMPARE(dialog.rule().spanMs, 600'000);
    choose(&dialog, Kind::RunTakesLong);
    QVERIFY(usual->isVisible() && !number->isVisible());
    QCOMPARE(dialog.rule().spanMs, 0);
    usual->setChecked(false);
    named<QSpinBox>(&dialog, u"Time"_s)->setValue(3);
    QCOMPARE(dialog.rule().spanMs, 180'000);
    QCOMPARE(dialog.rule().count, 0);
}

void TestWatchPage::aRuleThatCannotBeIsNotSaved()
{
    PageTest test;
    WatchRuleDialog dialog(test.context, {}, {Kind::ManyFail});
    dialog.show();
    named<QSpinBox>(&dialog, u"Number"_s)->setValue(0);
    QVERIFY(!PageTest::buttonWithText<QPushButton>(&dialog, u"Watch"_s)->isEnabled());
    QVERIFY(PageTest::visibleText(&dialog).contains(u"has to be 1 or more"_s));
}

void TestWatchPage::editsPausesMutesDeletes()
{
    PageTest test;
    QVERIFY(test.fake.watch.put(rule(Kind::ManyFail, u"Night shift"_s)));
    const auto page = test.open<WatchPage>(m_here);
    const QString id = test.fake.watch.rules().constFirst().id;
    page->view()->selectRow(0);
    menuAction(page.get(), u"Pause"_s)->trigger();
    QVERIFY(test.fake.watch.find(id)->isPaused);
    QCOMPARE(page->view()->selectedRows(), QList<int>{0});
    menuAction(page.get(), u"Go on"_s)->trigger();
    QVERIFY(!test.fake.watch.find(id)->isPaused);
    menuAction(page.get(), u"For 1 hour"_s)->trigger();
    QCOMPARE(test.fake.watch.find(id)->mutedUntil, test.fake.clock.now().addSecs(3600));
    QVERIFY(page->view()->model()->index(0, 2).data().toString().startsWith(u"Muted"_s));
    menuAction(page.get(), u"No longer"_s)->trigger();
    QVERIFY(!test.fake.watch.find(id)->isMuted(test.fake.clock.now()));
    QTest::keyClick(page->view(), Qt::Key_Return);
    WatchRuleDialog *dialog = dialogOf(page.get());
    QVERIFY(dialog);
    named<QSpinBox>(dialog, u"Number"_s)->setValue(9);
    dialog->accept();
    QCOMPARE(test.fake.watch.find(id)->count, 9);
    QCOMPARE(test.fake.watch.find(id)->name, u"Night shift"_s);
    page->activateWindow(); // after the dialog
    page->view()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    QTest::keyClick(page->view(), Qt::Key_Delete);
    auto *yes = PageTest::buttonWithText<QPushButton>(page.get(), u"Delete"_s);
    QVERIFY(yes);
    QTest::mouseClick(yes, Qt::LeftButton);
    QVERIFY(test.fake.watch.rules().isEmpty());
}

void TestWatchPage::watchesWhatIsInFront()
{
    PageTest test;
    QWidget page;
    page.show();
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    watchInstance(test.context, instance, &page);
    QVERIFY(dialogOf(&page));
    dialogOf(&page)->accept();
    QCOMPARE(test.fake.watch.rules().constLast().kind, Kind::InstanceEnds);
    QCOMPARE(test.fake.watch.rules().constLast().instanceId, instance.id);
    delete dialogOf(&page);
    watchWorkflow(test.context, u"order"_s, u"Order"_s, &page);
    dialogOf(&page)->accept();
    QCOMPARE(test.fake.watch.rules().constLast().workflowId, u"order"_s);
    QVERIFY(!test.fake.watch.rules().constLast().about.isEmpty());
    delete dialogOf(&page);
    test.fake.views.list = {SavedView{u"Broken"_s, u"state:error"_s, {}, {}}};
    watchView(test.context, test.fake.views.list.constFirst(), &page);
    dialogOf(&page)->accept();
    QCOMPARE(test.fake.watch.rules().constLast().view, u"Broken"_s);
    QCOMPARE(test.fake.watch.rules().constLast().line, u"state:error"_s);
    delete dialogOf(&page);
    Job job;
    job.id = u"job-1"_s;
    job.workflowId = u"order"_s;
    watchJob(test.context, job, u"Order"_s, &page);
    dialogOf(&page)->accept();
    QCOMPARE(test.fake.watch.rules().constLast().jobId, u"job-1"_s);
}

void TestWatchPage::tellsWhatCannotBeKept()
{
    PageTest test;
    for (int i = 0; i < WatchRules::kMost; ++i)
        QVERIFY(test.fake.watch.put(rule(Kind::JobOverdue)));
    WatchRuleDialog dialog(test.context, {}, {Kind::JobOverdue});
    dialog.show();
    dialog.accept();
    QVERIFY(dialog.isVisible()); // what was typed stays
    QVERIFY(PageTest::visibleText(&dialog).contains(u"could not be saved"_s));
}

void TestWatchPage::settingsAreKept()
{
    FakeDesktop desktop;
    AlertSettingsDialog dialog(desktop.desktop, true);
    dialog.show();
    auto *quiet = named<QCheckBox>(&dialog, u"No messages on the desktop in these hours"_s);
    auto *from = named<QTimeEdit>(&dialog, u"Quiet from"_s);
    QVERIFY(quiet && from && !from->isEnabled());
    quiet->setChecked(true);
    QVERIFY(from->isEnabled());
    from->setTime({20, 15});
    named<QCheckBox>(&dialog, u"Start with the desktop, minimised"_s)->setChecked(true);
    dialog.accept();
    QVERIFY(desktop.settings.values().quiet.isOn);
    QCOMPARE(desktop.settings.values().quiet.from, QTime(20, 15));
    QVERIFY(desktop.autostart.on);
    QVERIFY(!dialog.isVisible());
}

void TestWatchPage::settingsTellWhatTheDesktopCannot()
{
    FakeDesktop desktop;
    AlertSettingsDialog dialog(desktop.desktop, false);
    dialog.show();
    QVERIFY(PageTest::visibleText(&dialog).contains(u"shows no icons"_s));
    QVERIFY(!named<QCheckBox>(&dialog, u"Keep watching when the window is closed"_s)->isEnabled());
    desktop.notifier.setProblem(u"This desktop has no server of notifications."_s);
    QVERIFY(
        PageTest::visibleText(&dialog).contains(u"no server of notifications. Notifications are listed in Podium"_s));
    Error error;
    error.kind = Error::Kind::Storage;
    error.what = u"It could not be written."_s;
    desktop.autostart.storageError = error;
    named<QCheckBox>(&dialog, u"Start with the desktop, minimised"_s)->setChecked(true);
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(PageTest::visibleText(&dialog).contains(u"It could not be written."_s));
}

void TestWatchPage::everyControlHasAName()
{
    PageTest test;
    QVERIFY(test.fake.watch.put(rule(Kind::WorkflowFails)));
    const auto page = test.open<WatchPage>(m_here);
    QCOMPARE(unnamedControls(page.get()), QStringList());
    for (const Kind kind : {Kind::OwnRunsEnd, Kind::ManyFail, Kind::RunTakesLong, Kind::JobOverdue, Kind::RuntimeAway,
                            Kind::ViewCrosses, Kind::WorkflowFails}) {
        WatchRuleDialog dialog(test.context, rule(kind), {Kind::WorkflowFails, kind});
        dialog.show();
        QCOMPARE(unnamedControls(&dialog), QStringList());
    }
    AlertSettingsDialog settings(test.fake.desktop.desktop, true);
    settings.show();
    QCOMPARE(unnamedControls(&settings), QStringList());
}

/// For eyes: nothing is asserted on them.
void TestWatchPage::pictures()
{
    PageTest test;
    for (const Kind kind : {Kind::WorkflowFails, Kind::ManyFail, Kind::JobOverdue, Kind::RuntimeAway, Kind::OwnRunsEnd})
        QVERIFY(test.fake.watch.put(rule(kind, kind == Kind::ManyFail ? u"Night shift"_s : QString())));
    QVERIFY(test.fake.watch.mute(test.fake.watch.rules().at(2).id, test.fake.clock.now().addSecs(3000)));
    QVERIFY(test.fake.watch.setPaused(test.fake.watch.rules().at(3).id, true));
    const QString folder = QStringLiteral(PODIUM_SCREENSHOTS);
    QDir().mkpath(folder);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyTheme(*qApp, scheme);
        const QString end = scheme == Scheme::Dark ? u"-dark.png"_s : u"-light.png"_s;
        const auto page = test.open<WatchPage>(m_here);
        QVERIFY(page->grab().save(folder % u"/watch-page"_s % end));
        WatchRuleDialog dialog(test.context, rule(Kind::ManyFail), {Kind::WorkflowFails, Kind::ManyFail});
        dialog.show();
        QVERIFY(dialog.grab().save(folder % u"/watch-rule"_s % end));
        AlertSettingsDialog settings(test.fake.desktop.desktop, true);
        settings.show();
        QVERIFY(settings.grab().save(folder % u"/watch-settings"_s % end));
    }
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestWatchPage)
#include "tst_watchpage.moc"
