// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notifications/notificationcentre.h"
#include "tests/services/hubfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUuid>

#include <algorithm>

using namespace podium;
using namespace Qt::StringLiterals;
using Mode = LiveStatus::Mode;
using State = HubService::State;

/// The real notifications and signals backend: what Podium asks and changes, and what it is told. Each test finds its
/// own by a word in the title.
class tst_SandboxHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void guestsComeIn();
    void listsWhatWasSent();
    void everyFilterIsUnderstood();
    void pagesMeet();
    void readTravelsBothWays();
    void savedIsKept();
    void signalsPushWhatIsNew();
    void pollsWhereThereAreNoSignals();
    void scopeRenews();
    void marksAll();
    void settingsHold();
    void othersAreNotSeen();
    void signsInWithTheBrowser();
    void aWorkflowTells();

private:
    QString word(const char *test) const { return m_key + u'-' + QString::fromLatin1(test); }
    NotificationPage find(HubUser &user, const QString &text);
    Notification only(HubUser &user, const QString &text);
    /// How often it was told that there is one of this title: what earlier tests sent may come late.
    static qsizetype told(const QSignalSpy &added, const QString &title);
    static QByteArray call(const QByteArray &verb, const QUrl &url, const QByteArray &token,
                           const QByteArray &body = {}, QUrl *redirect = nullptr);

    Environment m_environment;
    std::unique_ptr<HubUser> m_user;
    QString m_key;
};

void tst_SandboxHub::initTestCase()
{
    if (!hubRuns())
        QSKIP("The hub of the sandbox is not up: installer/sandbox/sandbox up --hub");
    m_environment = SandboxConsole::environment();
    m_key = u"c"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_user = std::make_unique<HubUser>(m_environment);
    QVERIFY(m_user->signIn());
}

NotificationPage tst_SandboxHub::find(HubUser &user, const QString &text)
{
    NotificationQuery query;
    query.text = text;
    const auto page = await(user.hub.list(query));
    return page ? *page : NotificationPage();
}

Notification tst_SandboxHub::only(HubUser &user, const QString &text)
{
    const NotificationPage page = find(user, text);
    return page.rows.size() == 1 ? page.rows.constFirst() : Notification();
}

qsizetype tst_SandboxHub::told(const QSignalSpy &added, const QString &title)
{
    return std::count_if(added.cbegin(), added.cend(), [&title](const QList<QVariant> &arguments) {
        return arguments.constFirst().value<Notification>().title == title;
    });
}

void tst_SandboxHub::guestsComeIn()
{
    QCOMPARE(m_user->hub.user(), u"user:default/guest"_s);
    QVERIFY(m_user->keychain.entries.isEmpty()); // a guest needs no key
    // The token of the hub goes to the hub, and to nobody else that the environment lists.
    QVERIFY(m_environment.allowsToken(m_environment.dataIndexUrl));
    QCOMPARE(m_user->hub.environmentOfRequests().allowsToken(m_environment.dataIndexUrl), false);
    QCOMPARE(m_user->hub.environmentOfRequests().allowsToken(m_environment.notificationsUrl), true);
}

void tst_SandboxHub::listsWhatWasSent()
{
    const QString title = word("plain") + u" <b>bold</b> & [link](http://evil.example)"_s;
    QVERIFY(!notify(title, {u"--to"_s, u"user:default/guest"_s, u"--topic"_s, m_key, u"--severity"_s, u"critical"_s,
                            u"--link"_s, u"/orchestrator/instances/42"_s, u"--description"_s, u"one\ntwo"_s})
                 .isEmpty());
    const Notification found = only(*m_user, word("plain"));
    QCOMPARE(found.title, title);
    QCOMPARE(found.description, u"one\ntwo"_s);
    QCOMPARE(found.topic, m_key);
    QCOMPARE(found.link, u"/orchestrator/instances/42"_s);
    QCOMPARE(found.severity, Notification::Severity::Critical);
    QCOMPARE(found.origin, Notification::Origin::Hub);
    QCOMPARE(found.environment, m_environment.name);
    QVERIFY(found.source.contains(u"sandbox-orchestrator"_s));
    QVERIFY(!found.broadcast && !found.read.isValid() && !found.saved.isValid());
    QVERIFY(qAbs(found.created.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    const auto topics = await(m_user->hub.topics());
    QVERIFY(topics && topics->contains(m_key));

    QVERIFY(!notify(word("broad")).isEmpty());
    QVERIFY(only(*m_user, word("broad")).broadcast);
}

void tst_SandboxHub::everyFilterIsUnderstood()
{
    QVERIFY(!notify(word("low"), {u"--to"_s, u"user:default/guest"_s, u"--severity"_s, u"low"_s}).isEmpty());
    NotificationQuery query;
    query.text = word("low").toUpper(); // letters count for nothing
    query.read = false;
    query.saved = false;
    query.createdAfter = QDateTime::currentDateTimeUtc().addSecs(-600);
    auto page = await(m_user->hub.list(query));
    QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().details));
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->total.value_or(-1), 1);
    query.atLeast = Notification::Severity::High;
    page = await(m_user->hub.list(query));
    QCOMPARE(page->rows.size(), 0);
    query.atLeast.reset();
    query.topic = u"no & such? topic"_s;
    page = await(m_user->hub.list(query));
    QVERIFY(page.ok());
    QCOMPARE(page->total.value_or(-1), 0);
}

void tst_SandboxHub::pagesMeet()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(!notify(word("page") + QString::number(i), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    NotificationQuery query;
    query.text = word("page");
    query.limit = 2;
    QStringList titles;
    for (query.offset = 0; query.offset < 6; query.offset += 2) {
        const auto page = await(m_user->hub.list(query));
        QVERIFY(page.ok());
        QCOMPARE(page->total.value_or(-1), 5);
        for (const Notification &row : page->rows)
            titles << row.title.right(1);
    }
    QCOMPARE(titles, (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"0"_s}));
}

void tst_SandboxHub::readTravelsBothWays()
{
    HubUser other(m_environment); // the hub's own page, open elsewhere
    QVERIFY(other.signIn());
    QTRY_COMPARE_WITH_TIMEOUT(m_user->hub.live().mode, Mode::Pushed, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(other.hub.live().mode, Mode::Pushed, 20000);
    QVERIFY(!notify(word("read"), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    const QString id = only(*m_user, word("read")).id;
    const qint64 unread = *await(m_user->hub.unreadCount());
    QTest::qWait(300); // what came with it is through

    QSignalSpy there(&other.hub, &NotificationService::changed);
    QVERIFY(await(m_user->hub.setRead({id}, true)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(there.count() > 0, 2000);
    QVERIFY(only(other, word("read")).read.isValid());
    QCOMPARE(*await(other.hub.unreadCount()), unread - 1);

    QSignalSpy here(&m_user->hub, &NotificationService::changed);
    QVERIFY(await(other.hub.setRead({id}, false)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(here.count() > 0, 2000);
    QVERIFY(!only(*m_user, word("read")).read.isValid());
    QCOMPARE(*await(m_user->hub.unreadCount()), unread);
}

void tst_SandboxHub::savedIsKept()
{
    QVERIFY(!notify(word("keep")).isEmpty()); // a broadcast is saved for one user
    const QString id = only(*m_user, word("keep")).id;
    QVERIFY(await(m_user->hub.setSaved({id}, true)).ok());
    QVERIFY(only(*m_user, word("keep")).saved.isValid());
    QVERIFY(await(m_user->hub.setSaved({id}, false)).ok());
    QVERIFY(!only(*m_user, word("keep")).saved.isValid());
}

void tst_SandboxHub::signalsPushWhatIsNew()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_user->hub.live().mode, Mode::Pushed, 20000);
    QSignalSpy added(&m_user->hub, &NotificationService::added);
    QVERIFY(!notify(word("push"), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(added, word("push")), 1, 2000);
    QCOMPARE(added.constLast().constFirst().value<Notification>().environment, m_environment.name);
    // The line was cut: what came meanwhile is found, once.
    m_user->hub.socket().close();
    QVERIFY(!notify(word("gap"), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    m_user->hub.socket().open();
    QTRY_COMPARE_WITH_TIMEOUT(told(added, word("gap")), 1, 10000);
    QTest::qWait(500);
    QCOMPARE(told(added, word("gap")), 1);
    QCOMPARE(told(added, word("push")), 1);
}

void tst_SandboxHub::pollsWhereThereAreNoSignals()
{
    HubUser polling(m_environment);
    PollingOptions quick = HubFeed::defaultOptions();
    quick.listSteps = {200};
    polling.hub.feed().setOptions(quick);
    QVERIFY(polling.signIn());
    polling.hub.socket().close();
    QTRY_COMPARE_WITH_TIMEOUT(polling.hub.live().mode, Mode::Polling, 10000);
    QSignalSpy added(&polling.hub, &NotificationService::added);
    QVERIFY(!notify(word("poll"), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(added, word("poll")), 1, 5000);
    QSignalSpy changed(&polling.hub, &NotificationService::changed);
    QVERIFY(await(m_user->hub.setRead({only(*m_user, word("poll")).id}, true)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, 5000);
}

void tst_SandboxHub::scopeRenews()
{
    const QStringList options{u"--to"_s, u"user:default/guest"_s, u"--scope"_s, word("scope")};
    QVERIFY(!notify(word("scope") + u" 1"_s, options).isEmpty());
    const Notification first = only(*m_user, word("scope"));
    QVERIFY(await(m_user->hub.setRead({first.id}, true)).ok());
    QSignalSpy added(&m_user->hub, &NotificationService::added);
    QVERIFY(!notify(word("scope") + u" 2"_s, options).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(told(added, word("scope") + u" 2"_s), 1, 5000);
    const Notification again = only(*m_user, word("scope")); // still one
    QCOMPARE(again.id, first.id);
    QCOMPARE(again.title, word("scope") + u" 2"_s);
    QVERIFY(!again.read.isValid());
}

void tst_SandboxHub::marksAll()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!notify(word("all") + QString::number(i), {u"--to"_s, u"user:default/guest"_s}).isEmpty());
    NotificationCentre centre;
    centre.addSource(m_user->hub);
    NotificationQuery query;
    query.text = word("all");
    const auto marked = await(centre.markAllRead(query), 30000);
    QVERIFY(marked.ok());
    QCOMPARE(*marked, 3);
    query.read = false;
    QCOMPARE(await(m_user->hub.list(query))->rows.size(), 0);
}

void tst_SandboxHub::settingsHold()
{
    const QStringList options{u"--to"_s, u"user:default/guest"_s, u"--topic"_s, word("topic")};
    QVERIFY(!notify(word("before"), options).isEmpty());
    const auto settings = await(m_user->hub.settings());
    QVERIFY(settings.ok());
    NotificationSettings wanted = *settings;
    bool found = false;
    for (NotificationSettings::Channel &channel : wanted.channels) {
        for (NotificationSettings::Sender &sender : channel.senders) {
            for (NotificationSettings::Topic &topic : sender.topics) {
                if (topic.id == word("topic")) {
                    topic.enabled = false;
                    found = true;
                }
            }
        }
    }
    QVERIFY(found);
    const auto saved = await(m_user->hub.saveSettings(wanted));
    QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().details));
    QCOMPARE(*saved, wanted);
    QCOMPARE(*await(m_user->hub.settings()), wanted);
    (void)notify(word("after"), options);
    QCOMPARE(find(*m_user, word("after")).rows.size(), 0);
    QVERIFY(await(m_user->hub.saveSettings(*settings)).ok());
}

void tst_SandboxHub::othersAreNotSeen()
{
    QVERIFY(!notify(word("secret"), {u"--to"_s, u"user:default/somebody"_s}).isEmpty());
    QCOMPARE(find(*m_user, word("secret")).rows.size(), 0);
}

QByteArray tst_SandboxHub::call(const QByteArray &verb, const QUrl &url, const QByteArray &token,
                                const QByteArray &body, QUrl *redirect)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10000);
    if (redirect)
        *redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    return reply->readAll();
}

/// The consent page of the hub's frontend is not here: what it does when the user agrees is done for it.
void tst_SandboxHub::signsInWithTheBrowser()
{
    HubUser user(m_environment);
    user.browser = [&user, this](const QUrl &url) {
        QTimer::singleShot(0, &user.hub, [url, this] {
            QUrl page;
            call("GET", url, {}, {}, &page);
            const QString session = page.path().section(u'/', -1);
            const QByteArray token = await(m_user->hub.session().accessToken())->toLatin1();
            const QUrl approve(m_environment.notificationsUrl.toString() + u"/api/auth/v1/sessions/"_s + session +
                               u"/approve"_s);
            const auto answer = QJsonDocument::fromJson(call("POST", approve, token, "{}")).object();
            call("GET", QUrl(answer.value("redirectUrl"_L1).toString()), {});
        });
        return true;
    };
    QSignalSpy failed(&user.hub, &HubService::signInFailed);
    user.hub.signIn();
    QCOMPARE(user.hub.state(), State::WaitingBrowser);
    QTRY_COMPARE_WITH_TIMEOUT(user.hub.state(), State::SignedIn, 20000);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(user.hub.user(), u"user:default/guest"_s);
    QVERIFY(await(user.hub.list({})).ok());
    QCOMPARE(user.keychain.entries.size(), 1);

    // The next start finds it, and gets a new token for it.
    HubUser later(m_environment);
    later.keychain.entries = user.keychain.entries;
    QVERIFY(later.signIn());
    QTRY_VERIFY(later.keychain.entries != user.keychain.entries); // refresh tokens are used once
    QVERIFY(await(later.hub.list({})).ok());
    later.hub.signOut();
    QCOMPARE(later.hub.state(), State::SignedOut);
    QTRY_VERIFY(later.keychain.entries.isEmpty());
}

void tst_SandboxHub::aWorkflowTells()
{
    SandboxConsole operators(u"operator"_s);
    const auto definition = await(operators.catalog.definition(u"duty_handover"_s, {}), 30000);
    if (!definition)
        QSKIP("The runtime of the sandbox has no workflow that tells anything");
    const auto input = std::make_shared<const Json>(Json{{"duty", word("duty").toStdString()}});
    const auto run = await(operators.runs.start({*definition, input, word("duty")}), 30000);
    QVERIFY2(run.ok(), run ? "" : qPrintable(run.error().details));
    QTRY_COMPARE_WITH_TIMEOUT(find(*m_user, word("duty")).rows.size(), 2, 20000); // to one, then to all
    const QList<Notification> rows = find(*m_user, word("duty")).rows;
    QCOMPARE(rows.constLast().link, u"/orchestrator/instances/"_s + run->instanceId);
    QCOMPARE(rows.constLast().severity, Notification::Severity::High);
    QCOMPARE(rows.constLast().topic, u"Handover"_s);
    QVERIFY(rows.constFirst().broadcast);
}

QTEST_GUILESS_MAIN(tst_SandboxHub)
#include "tst_sandboxhub.moc"
