// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/items/itemroles.h"
#include "tests/fakes/fakenotifications.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/notifications/hubsettingsdialog.h"
#include "ui/pages/notifications/notificationactions.h"
#include "ui/pages/notifications/notificationbell.h"
#include "ui/pages/notifications/notificationfilterbar.h"
#include "ui/pages/notifications/notificationlist.h"
#include "ui/pages/notifications/notificationpanel.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/widgets/banner.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace podium;
using namespace Qt::StringLiterals;
using Model = NotificationListModel;
using State = HubService::State;

/// The page of what one was told, and the bell.
class TestNotificationsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsThere();
    void opensTheInstanceAndMarksItRead();
    void pagesOfOthersAreShownBefore();
    void dangerousLinksAreNotOpened();
    void textIsNeverMarkup();
    void filtersAsk();
    void marksReadAndUnread();
    void aRefusalIsPutBack();
    void marksAll();
    void keepsTheSelectionWhenNewOnesCome();
    void asksForTheSignIn();
    void saysThatTheHubIsAway();
    void withoutAHub();
    void settingsOfTheHub();
    void settingsThatAreRefused();
    void bellCountsAndOpens();
    void stateIsKept();

private:
    void open();
    void select(int row) { m_page->list()->view()->selectRow(row); }

    std::unique_ptr<PageTest> m_test;
    std::unique_ptr<FakeNotifications> m_hub;
    std::unique_ptr<FakeNotifications> m_own;
    std::unique_ptr<NotificationCentre> m_centre;
    std::unique_ptr<NotificationsPage> m_page;
};

void TestNotificationsPage::init()
{
    m_test = std::make_unique<PageTest>();
    m_test->fake.console.environment.notificationsUrl = QUrl(u"https://hub.example.com"_s);
    m_hub = std::make_unique<FakeNotifications>(Notification::Origin::Hub);
    m_hub->fill(30);
    m_own = std::make_unique<FakeNotifications>(Notification::Origin::Podium);
    m_centre = std::make_unique<NotificationCentre>();
    m_centre->addSource(*m_hub);
    m_centre->addSource(*m_own);
    m_test->fake.console.notifications = m_centre.get();
    m_test->fake.console.hub = m_hub.get();
}

void TestNotificationsPage::cleanup()
{
    m_page.reset();
    m_centre.reset();
    m_hub.reset();
    m_own.reset();
}

void TestNotificationsPage::open()
{
    m_page = m_test->open<NotificationsPage>(Location{u"notifications"_s, {}, {}});
    QTRY_COMPARE(m_page->list()->stateView()->shown(), StateView::Shown::Content);
}

void TestNotificationsPage::showsWhatIsThere()
{
    open();
    QCOMPARE(m_page->list()->model()->rowCount(), 30);
    QTRY_VERIFY(PageTest::visibleText(m_page.get()).contains("20 unread"_L1));
    select(1);
    const QString text = PageTest::visibleText(m_page.get());
    QVERIFY(text.contains("Title 1"_L1) && text.contains("Mark as read"_L1));
    QCOMPARE(m_page->findChild<QPlainTextEdit *>()->toPlainText(), u"What happened, number 1"_s);
    QCOMPARE(PageTest::namelessControls(m_page.get()), QStringList());
}

void TestNotificationsPage::opensTheInstanceAndMarksItRead()
{
    m_hub->rows[1].link = u"/orchestrator/instances/5f3c"_s;
    open();
    select(1);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("Open the instance"_L1));
    QTest::keyClick(m_page->list()->view(), Qt::Key_Return);
    QCOMPARE(m_test->navigator.opened.value(0), (Location{u"instance"_s, u"5f3c"_s, {}}));
    QTRY_VERIFY(m_hub->rows.at(1).read.isValid());
    QVERIFY(!m_page->list()->model()->index(1, 0).data(Model::UnreadRole).toBool());
    QTRY_COMPARE(m_centre->unread(), 19);
}

void TestNotificationsPage::pagesOfOthersAreShownBefore()
{
    m_hub->rows[1].link = u"https://wiki.example.org/x?y=1"_s;
    open();
    select(1);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("https://wiki.example.org/x?y=1"_L1));
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Open in the browser…"_s)->click();
    QCOMPARE(m_test->navigator.links, QList<QUrl>{QUrl(u"https://wiki.example.org/x?y=1"_s)}); // which asks
    QVERIFY(m_test->navigator.opened.isEmpty());
}

void TestNotificationsPage::dangerousLinksAreNotOpened()
{
    m_hub->rows[1].link = u"javascript:alert(1)"_s;
    open();
    select(1);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("Not opened: javascript:alert(1)"_L1));
    QTest::keyClick(m_page->list()->view(), Qt::Key_Return);
    QVERIFY(m_test->navigator.links.isEmpty() && m_test->navigator.opened.isEmpty());
}

void TestNotificationsPage::textIsNeverMarkup()
{
    m_hub->rows[1].title = u"<b>Bold</b><img src='http://evil.example/x'>"_s;
    m_hub->rows[1].description = u"<a href='http://evil.example'>click</a>"_s;
    open();
    select(1);
    QCOMPARE(m_page->findChild<QPlainTextEdit *>()->toPlainText(), m_hub->rows.at(1).description);
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->text().contains("<b>"_L1))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestNotificationsPage::filtersAsk()
{
    open();
    PageTest::buttonWithText<QAbstractButton>(m_page.get(), u"Unread"_s)->click();
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 20);
    QTRY_VERIFY(m_page->findChildren<QComboBox *>().at(1)->count() == 3);
    auto *topic = m_page->findChildren<QComboBox *>().at(1);
    topic->setCurrentIndex(topic->findText(u"Storage"_s));
    Q_EMIT topic->activated(topic->currentIndex());
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 10);
    QCOMPARE(m_hub->lastQuery.topic, u"Storage"_s);
    auto *severity = m_page->findChildren<QComboBox *>().at(0);
    severity->setCurrentIndex(1);
    Q_EMIT severity->activated(1);
    // Odd numbers are never critical.
    QTRY_COMPARE(m_page->list()->stateView()->shown(), StateView::Shown::Empty);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("Nothing matches the filters"_L1));
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Clear filters"_s)->click();
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 30);
    PageTest::buttonWithText<QAbstractButton>(m_page.get(), u"Podium"_s)->click();
    QTRY_COMPARE(m_page->list()->stateView()->shown(), StateView::Shown::Empty);
}

void TestNotificationsPage::marksReadAndUnread()
{
    open();
    select(1);
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Mark as read"_s)->click();
    QTRY_VERIFY(m_hub->rows.at(1).read.isValid());
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Mark as unread"_s)->click();
    QTRY_VERIFY(!m_hub->rows.at(1).read.isValid());
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Save"_s)->click();
    QTRY_VERIFY(m_hub->rows.at(1).saved.isValid());
    QVERIFY(PageTest::buttonWithText<QPushButton>(m_page.get(), u"Unsave"_s));
}

void TestNotificationsPage::aRefusalIsPutBack()
{
    open();
    m_hub->changes.error = fakeError(Error::Kind::Server);
    select(1);
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Mark as read"_s)->click();
    QTRY_COMPARE(m_test->navigator.errors.size(), 1);
    QTRY_VERIFY(m_page->list()->model()->index(1, 0).data(Model::UnreadRole).toBool());
}

void TestNotificationsPage::marksAll()
{
    open();
    QTRY_COMPARE(m_centre->unread(), 20);
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Mark all as read"_s)->click();
    QTRY_COMPARE(m_centre->unread(), 0);
    QTRY_COMPARE(m_test->navigator.messages, QStringList{u"20 notification(s) marked as read"_s});
    QVERIFY(m_test->navigator.works.isEmpty());
    QTRY_VERIFY(!PageTest::buttonWithText<QPushButton>(m_page.get(), u"Mark all as read"_s)->isEnabled());
}

void TestNotificationsPage::keepsTheSelectionWhenNewOnesCome()
{
    open();
    select(4);
    const QString key = m_page->list()->view()->currentIndex().data(IdRole).toString();
    for (int i = 1; i <= 3; ++i)
        m_hub->add(m_hub->make(-i));
    QCOMPARE(m_page->list()->view()->currentIndex().row(), 7);
    QTest::qWait(700);
    QCOMPARE(m_page->list()->view()->currentIndex().data(IdRole).toString(), key);
    QCOMPARE(m_page->list()->selected().size(), 1);
}

void TestNotificationsPage::asksForTheSignIn()
{
    m_hub->rows.clear();
    m_hub->setState(State::SignedOut);
    m_page = m_test->open<NotificationsPage>(Location{u"notifications"_s, {}, {}});
    QTRY_VERIFY(PageTest::visibleText(m_page.get()).contains("Not signed in at the hub"_L1));
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Sign in at the hub"_s)->click();
    QCOMPARE(m_hub->state(), State::WaitingBrowser);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("Agree in your browser"_L1));
    m_hub->setState(State::SignedOut);
    Error error = fakeError(Error::Kind::Unauthorized);
    error.why = u"This hub registers no programs."_s;
    Q_EMIT m_hub->signInFailed(error);
    QVERIFY(PageTest::visibleText(m_page.get()).contains("registers no programs"_L1));
    m_hub->fill(3);
    m_hub->setState(State::SignedIn);
    Q_EMIT m_hub->changed();
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 3);
    QVERIFY(!PageTest::visibleText(m_page.get()).contains("registers no programs"_L1));
}

void TestNotificationsPage::saysThatTheHubIsAway()
{
    open();
    m_hub->setLive({LiveStatus::Mode::Offline, 0, {}, u"127.0.0.1:7007 refused the connection."_s});
    QVERIFY(PageTest::visibleText(m_page.get()).contains("refused the connection"_L1));
    QCOMPARE(m_page->list()->stateView()->shown(), StateView::Shown::Content);
    PageTest::buttonWithText<QPushButton>(m_page.get(), u"Try again"_s)->click();
    QCOMPARE(m_hub->reconnects, 1);
    m_hub->setLive({LiveStatus::Mode::Polling, 5000, {}, {}});
    QVERIFY(!PageTest::visibleText(m_page.get()).contains("refused the connection"_L1));
}

void TestNotificationsPage::withoutAHub()
{
    NotificationCentre none;
    m_test->fake.console.notifications = &none;
    m_test->fake.console.hub = nullptr;
    m_page = m_test->open<NotificationsPage>(Location{u"notifications"_s, {}, {}});
    QTRY_VERIFY(PageTest::visibleText(m_page.get()).contains("This environment has no hub"_L1));
    m_page.reset();
}

void TestNotificationsPage::settingsOfTheHub()
{
    m_hub->chosen.channels = {
        {u"Web"_s, {}, {{u"plugin:orchestrator"_s, true, {{u"Storage"_s, true}, {u"Handover"_s, false}}}}}};
    HubSettingsDialog dialog(*m_hub);
    dialog.show();
    QTRY_VERIFY(dialog.tree()->topLevelItemCount() == 1);
    QTreeWidgetItem *sender = dialog.tree()->topLevelItem(0)->child(0);
    QCOMPARE(sender->text(0), u"plugin:orchestrator"_s);
    QCOMPARE(sender->child(1)->checkState(0), Qt::Unchecked);
    QCOMPARE(dialog.chosen(), m_hub->chosen);
    sender->child(0)->setCheckState(0, Qt::Unchecked);
    sender->setCheckState(0, Qt::Unchecked);
    QVERIFY(sender->child(0)->isDisabled());
    dialog.accept();
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(m_hub->chosen.channels.at(0).senders.at(0).enabled, false);
    QCOMPARE(m_hub->chosen.channels.at(0).senders.at(0).topics.at(0).enabled, false);
}

void TestNotificationsPage::settingsThatAreRefused()
{
    m_hub->chosen.channels = {{u"Web"_s, {}, {{u"plugin:orchestrator"_s, true, {}}}}};
    HubSettingsDialog dialog(*m_hub);
    dialog.show();
    QTRY_VERIFY(dialog.tree()->topLevelItemCount() == 1);
    dialog.tree()->topLevelItem(0)->child(0)->setCheckState(0, Qt::Unchecked);
    m_hub->settingsReplies.error = fakeError(Error::Kind::Server);
    dialog.accept();
    QTRY_VERIFY(!dialog.findChild<Banner *>()->text().isEmpty());
    QVERIFY(dialog.isVisible()); // what was chosen is still there
    QCOMPARE(dialog.chosen().channels.at(0).senders.at(0).enabled, false);
}

void TestNotificationsPage::bellCountsAndOpens()
{
    NotificationBell bell;
    QVERIFY(!bell.isVisible());
    bell.setConsole(&m_test->fake.console, &m_test->navigator, &m_test->display);
    QTRY_COMPARE(bell.accessibleName(), u"Notifications: 20 unread"_s);
    m_hub->rows[1].link = u"/orchestrator/instances/5f3c"_s;
    bell.show();
    bell.openPanel();
    QListView *view = bell.panel()->view();
    QTRY_COMPARE(view->model()->rowCount(), 8);
    m_hub->add(m_hub->make(-1));
    QTRY_COMPARE(view->model()->index(0, Model::TitleColumn).data().toString(), u"Title -1"_s);
    QCOMPARE(view->model()->rowCount(), 8);
    m_hub->changes.hang = true;
    view->setCurrentIndex(view->model()->index(2, Model::TitleColumn));
    Q_EMIT view->activated(view->currentIndex());
    QCOMPARE(m_test->navigator.opened.value(0), (Location{u"instance"_s, u"5f3c"_s, {}}));
    QTRY_VERIFY(!bell.panel());
    QCOMPARE(m_hub->changes.waiting(), 1);
    QCOMPARE(m_hub->changes.cancelled(), 0); // the closed panel takes nothing back
    m_hub->changes.release();
    QTRY_VERIFY(m_hub->rows.at(2).read.isValid());
    QCOMPARE(NotificationBell::badgeText(0), QString());
    QCOMPARE(NotificationBell::badgeText(99), u"99"_s);
    QCOMPARE(NotificationBell::badgeText(50'000), u"99+"_s);
    bell.setConsole(nullptr, nullptr, nullptr);
    QVERIFY(!bell.isVisible());
}

void TestNotificationsPage::stateIsKept()
{
    open();
    PageTest::buttonWithText<QAbstractButton>(m_page.get(), u"Unread"_s)->click();
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 20);
    const QJsonObject state = m_page->saveState();
    m_page = std::make_unique<NotificationsPage>(m_test->context, Location{u"notifications"_s, {}, {}});
    m_page->restoreState(state);
    m_page->show();
    QTRY_COMPARE(m_page->list()->model()->rowCount(), 20);
    QCOMPARE(m_hub->lastQuery.read, std::optional<bool>(false));
}

QTEST_MAIN(TestNotificationsPage)
#include "tst_notificationspage.moc"
