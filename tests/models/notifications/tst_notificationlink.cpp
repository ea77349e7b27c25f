// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationlink.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What a link of a notification leads to: a server, or whoever sends through it, wrote it.
class TestNotificationLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leads_data();
    void leads();
    void ownTargetsComeFirst();
    void withoutAHub();
};

void TestNotificationLink::leads_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *name, const QString &link, const QString &location, const QString &address = {}) {
        QTest::newRow(name) << link << location << address;
    };
    row("instance", u"/orchestrator/instances/5f3c-1"_s, u"instance:5f3c-1"_s);
    row("instance, whole address", u"https://hub.example.com/base/orchestrator/instances/5f3c"_s, u"instance:5f3c"_s);
    row("instance, without a slash", u"orchestrator/instances/5f3c"_s, u"instance:5f3c"_s);
    row("workflow", u"/orchestrator/workflows/greet_team"_s, u"workflow:greet_team"_s);
    row("runs of a workflow", u"/orchestrator/workflows/greet_team/runs"_s, u"workflow:greet_team"_s);
    row("instances", u"/orchestrator/instances"_s, {}, u"https://hub.example.com/base/orchestrator/instances"_s);
    row("a page of the hub", u"/catalog/default/component/a?x=1#y"_s, {},
        u"https://hub.example.com/base/catalog/default/component/a?x=1#y"_s);
    row("elsewhere", u"http://wiki.example.org/page"_s, {}, u"http://wiki.example.org/page"_s);
    row("an instance of somebody else", u"https://evil.example/orchestrator/instances/5f3c"_s, {},
        u"https://evil.example/orchestrator/instances/5f3c"_s);
    row("another host by two slashes", u"//evil.example/x"_s, {}, u"https://evil.example/x"_s);
    row("an id that is none", u"/orchestrator/instances/a%2F..%2Fb"_s, {},
        u"https://hub.example.com/base/orchestrator/instances/a%2F..%2Fb"_s);
    row("nothing", {}, {});
    row("script", u"javascript:alert(1)"_s, {});
    row("script in capitals", u"JaVaScRiPt:alert(1)"_s, {});
    row("file", u"file:///etc/passwd"_s, {});
    row("data", u"data:text/html,<script>"_s, {});
    row("desktop file", u"ms-word:ofe|u|http://x"_s, {});
    row("socket", u"wss://hub.example.com/api/signals"_s, {});
    row("a name that looks like a host", u"https://hub.example.com@evil.example/"_s, {});
    row("no address", u"http://[oops"_s, {});
    row("endless", u"/x"_s.repeated(3000), {});
}

void TestNotificationLink::leads()
{
    QFETCH(QString, link);
    QFETCH(QString, location);
    QFETCH(QString, address);
    Notification notification;
    notification.link = link;
    const NotificationLink found = linkOf(notification, QUrl(u"https://hub.example.com/base"_s));
    QCOMPARE(found.location, location);
    QCOMPARE(QString::fromUtf8(found.address.toEncoded()), address);
}

void TestNotificationLink::ownTargetsComeFirst()
{
    Notification notification;
    notification.link = u"http://wiki.example.org"_s;
    notification.target = u"instance:42"_s;
    QCOMPARE(linkOf(notification, {}).location, u"instance:42"_s);
    QVERIFY(linkOf(notification, {}).address.isEmpty());
}

void TestNotificationLink::withoutAHub()
{
    Notification notification;
    notification.link = u"/catalog"_s;
    QVERIFY(linkOf(notification, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestNotificationLink)
#include "tst_notificationlink.moc"
