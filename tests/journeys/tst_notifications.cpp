// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"
#include "tests/services/hubfixture.h"
#include "ui/pages/notifications/notificationbell.h"
#include "ui/pages/notifications/notificationlist.h"
#include "ui/pages/notifications/notificationpanel.h"

#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;
using Model = NotificationListModel;

/// What the real hub tells, through the real window: a workflow that runs in the sandbox tells, the bell says so, what
/// it is about opens, and what is read here is read there, and the other way round.
class TestNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void aWorkflowTells();
    void thePanelOpensTheInstance();
    void readHereIsReadThere();
    void unreadThereIsUnreadHere();
    void theListIsFiltered();
    void settingsOfTheHub();

private:
    Notification there(const QString &title);
    int rowOf(const QString &title);
    bool isUnreadHere(const QString &title);

    std::unique_ptr<HubUser> m_other; ///< the hub's own page, in a browser
    std::unique_ptr<Desk> m_desk;
    QString m_key;
};

void TestNotifications::initTestCase()
{
    if (!hubRuns())
        QSKIP("The hub of the sandbox is not up: installer/sandbox/sandbox up --hub");
    const QByteArray json = hubScript({u"environment"_s, u"--hub"_s});
    const auto environment = environmentFromJson(json);
    QVERIFY(environment.ok());
    m_key = u"j"_s + QUuid::createUuid().toString(QUuid::Id128).left(6);
    m_other = std::make_unique<HubUser>(*environment);
    QVERIFY(m_other->signIn());
    NotificationCentre all;
    all.addSource(m_other->hub);
    QVERIFY(await(all.markAllRead({}), 60000).ok()); // what earlier tests left
    const QStringList low{u"--severity"_s, u"low"_s, u"--topic"_s, u"Backups"_s};
    QVERIFY(!notify(m_key + u" Nightly backup is through"_s, low).isEmpty());
    QVERIFY(!notify(m_key + u" Disk of node 7 is nearly full"_s,
                    {u"--severity"_s, u"critical"_s, u"--topic"_s, u"Storage"_s, u"--link"_s,
                     u"https://wiki.example.org/storage"_s, u"--description"_s,
                     u"93 % are used.\nTwo volumes grow by 4 GB an hour."_s})
                 .isEmpty());

    m_desk = std::make_unique<Desk>();
    const QString name = m_desk->configFolder() + u"/hub.json"_s;
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    m_desk->start({u"--environment"_s, name});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find(u"rail-notifications"_s); }, 30000));
}

void TestNotifications::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-notifications-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

Notification TestNotifications::there(const QString &title)
{
    NotificationQuery query;
    query.text = title;
    const auto page = await(m_other->hub.list(query));
    return page && !page->rows.isEmpty() ? page->rows.constFirst() : Notification();
}

int TestNotifications::rowOf(const QString &title)
{
    auto *view = m_desk->find<QAbstractItemView>(u"Notifications"_s);
    for (int row = 0; view && row < qMin(view->model()->rowCount(), 100); ++row) {
        if (view->model()->index(row, Model::TitleColumn).data().toString() == title)
            return row;
    }
    return -1;
}

bool TestNotifications::isUnreadHere(const QString &title)
{
    auto *view = m_desk->find<QAbstractItemView>(u"Notifications"_s);
    const int row = rowOf(title);
    return row >= 0 && view->model()->index(row, 0).data(Model::UnreadRole).toBool();
}

void TestNotifications::aWorkflowTells()
{
    auto *bell = m_desk->window()->findChild<NotificationBell *>();
    QVERIFY(m_desk->waitFor([&] { return bell->accessibleName() == u"Notifications: 2 unread"_s; }, 20000));
    QVERIFY(m_desk->find(u"Notifications, 2 unread"_s)); // on the rail
    SandboxConsole operators(u"operator"_s);
    const auto definition = await(operators.catalog.definition(u"duty_handover"_s, {}), 30000);
    if (!definition)
        QSKIP("The runtime of the sandbox has no workflow that tells anything");
    const auto input = std::make_shared<const Json>(
        Json{{"duty", m_key.toStdString()}, {"notes", "Order 4711 waits for an answer of the supplier."}});
    QVERIFY(await(operators.runs.start({*definition, input, m_key}), 30000).ok());
    QVERIFY(m_desk->waitFor([&] { return bell->accessibleName() == u"Notifications: 4 unread"_s; }, 10000));
}

void TestNotifications::thePanelOpensTheInstance()
{
    auto *bell = m_desk->window()->findChild<NotificationBell *>();
    QTest::mouseClick(bell, Qt::LeftButton);
    QVERIFY(m_desk->waitFor([&] { return bell->panel() && bell->panel()->view()->model()->rowCount() >= 4; }));
    m_desk->screenshot(u"notification-panel"_s);
    QListView *view = bell->panel()->view();
    QModelIndex wanted;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, Model::TitleColumn);
        if (index.data().toString() == u"Duty %1 is yours"_s.arg(m_key))
            wanted = index;
    }
    QVERIFY(wanted.isValid());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(wanted).center());
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(m_key) && m_desk->seesText(u"Hand over the duty"_s); }));
    QVERIFY(m_desk->waitFor([this] { return there(u"Duty %1 is yours"_s.arg(m_key)).read.isValid(); }));
    QVERIFY(m_desk->waitFor([&] { return bell->accessibleName() == u"Notifications: 3 unread"_s; }));
}

void TestNotifications::readHereIsReadThere()
{
    const QString title = m_key + u" Disk of node 7 is nearly full"_s;
    QVERIFY(m_desk->click(u"rail-notifications"_s));
    QVERIFY(m_desk->waitFor([&] { return rowOf(title) >= 0; }));
    auto *view = m_desk->find<QAbstractItemView>(u"Notifications"_s);
    view->setCurrentIndex(view->model()->index(rowOf(title), 0));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Two volumes grow"_s); }));
    QVERIFY(m_desk->seesText(u"https://wiki.example.org/storage"_s));
    m_desk->screenshots(u"notifications"_s);
    QVERIFY(!there(title).read.isValid());
    QVERIFY(m_desk->click(u"Mark as read"_s));
    QVERIFY(m_desk->waitFor([&] { return there(title).read.isValid(); }, 5000));
    QVERIFY(!isUnreadHere(title));
    QVERIFY(m_desk->click(u"Save"_s));
    QVERIFY(m_desk->waitFor([&] { return there(title).saved.isValid(); }, 5000));
    m_desk->screenshot(u"notifications-read-here"_s);
}

void TestNotifications::unreadThereIsUnreadHere()
{
    const QString title = m_key + u" Disk of node 7 is nearly full"_s;
    QVERIFY(await(m_other->hub.setRead({there(title).id}, false)).ok());
    QVERIFY(m_desk->waitFor([&] { return isUnreadHere(title); }, 3000));
    const QString other = m_key + u" Nightly backup is through"_s;
    QVERIFY(isUnreadHere(other));
    QVERIFY(await(m_other->hub.setRead({there(other).id}, true)).ok());
    QVERIFY(m_desk->waitFor([&] { return !isUnreadHere(other); }, 3000));
    m_desk->screenshot(u"notifications-unread-there"_s);
}

void TestNotifications::theListIsFiltered()
{
    QVERIFY(m_desk->click(u"Only unread"_s));
    QVERIFY(m_desk->waitFor([this] { return rowOf(m_key + u" Nightly backup is through"_s) < 0; }));
    QVERIFY(m_desk->waitFor([this] { return rowOf(m_key + u" Disk of node 7 is nearly full"_s) >= 0; }));
    QVERIFY(rowOf(m_key + u" Nightly backup is through"_s) < 0);
    QVERIFY(m_desk->click(u"Mark all as read"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Nothing matches the filters"_s); }));
    QVERIFY(m_desk->waitFor([this] { return there(m_key + u" Disk of node 7 is nearly full"_s).read.isValid(); }));
    QVERIFY(m_desk->click(u"Clear filters"_s));
    QVERIFY(m_desk->waitFor([this] { return rowOf(m_key + u" Nightly backup is through"_s) >= 0; }));
    auto *bell = m_desk->window()->findChild<NotificationBell *>();
    QVERIFY(m_desk->waitFor([&] { return bell->accessibleName() == u"Notifications: all read"_s; }));
}

void TestNotifications::settingsOfTheHub()
{
    auto *menu = m_desk->find<QToolButton>(u"Hub"_s);
    QVERIFY(menu);
    Q_EMIT menu->menu()->aboutToShow();
    for (QAction *action : menu->menu()->actions()) {
        if (action->text() == u"What you are told…"_s)
            action->trigger();
    }
    QVERIFY(m_desk->waitFor([this] {
        auto *tree = m_desk->find<QTreeWidget>(u"Channels, senders and topics"_s);
        return tree && tree->topLevelItemCount() > 0 && tree->topLevelItem(0)->childCount() > 0;
    }));
    auto *tree = m_desk->find<QTreeWidget>(u"Channels, senders and topics"_s);
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), u"sandbox-orchestrator"_s);
    m_desk->screenshot(u"notification-settings"_s);
    QVERIFY(m_desk->click(u"Cancel"_s));
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
