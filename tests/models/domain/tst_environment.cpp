// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/json.h"
#include "models/domain/environment.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Environment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void roundTripsOddAddresses_data();
    void roundTripsOddAddresses();
    void readsWhatIsThere();
    void refusesWhatIsNoEnvironment_data();
    void refusesWhatIsNoEnvironment();
    void readsHostileMembersAsAbsent();
    void namesOrigins_data();
    void namesOrigins();
    void allowsTokensForListedOriginsOnly_data();
    void allowsTokensForListedOriginsOnly();
    void anEmptyEnvironmentAllowsNothing();
    void mapsServiceUrls_data();
    void mapsServiceUrls();
    void theFirstRuleThatMatchesCounts();
    void tellsProblems_data();
    void tellsProblems();

private:
    static Environment make();
};

Environment tst_Environment::make()
{
    Environment environment;
    environment.name = u"Prod „Wien“"_s;
    environment.color = QColor(0x12, 0x34, 0x56);
    environment.production = true;
    environment.issuer = QUrl(u"https://sso.example.com/realms/flows"_s);
    environment.clientId = u"podium"_s;
    environment.scopes = {u"openid"_s, u"offline_access"_s};
    environment.dataIndexUrl = QUrl(u"https://index.example.com:8443/graphql"_s);
    environment.jobServiceUrl = QUrl(u"https://jobs.example.com"_s);
    environment.notificationsUrl = QUrl(u"https://hub.example.com/api/notifications"_s);
    environment.runtimeUrls = {QUrl(u"http://127.0.0.1:8180"_s), QUrl(u"http://[2001:db8::1]:9000"_s)};
    environment.eventSinkUrls = {QUrl(u"https://broker.example.com/ns/default"_s)};
    environment.serviceUrlRules = {{u"http://greet.flows.svc.cluster.local"_s, u"https://flows.example.com/greet"_s}};
    environment.caFile = u"/etc/pki/our ca.pem"_s;
    return environment;
}

void tst_Environment::roundTrips()
{
    const auto read = environmentFromJson(toJson(make()));
    QVERIFY(read);
    QCOMPARE(*read, make());
    QCOMPARE(*environmentFromJson(toJson(Environment())), Environment());
}

void tst_Environment::roundTripsOddAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("space in the realm") << u"https://sso.example.com/realms/my%20realm"_s;
    QTest::newRow("slash in a segment") << u"https://example.com/a%2Fb/c"_s;
    QTest::newRow("international") << u"https://bücher.example/straße"_s;
    QTest::newRow("percent sign") << u"https://example.com/100%25"_s;
    QTest::newRow("query") << u"https://example.com/graphql?tenant=a%26b"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/graphql"_s;
}

void tst_Environment::roundTripsOddAddresses()
{
    QFETCH(QString, address);
    Environment environment = make();
    environment.issuer = QUrl(address, QUrl::StrictMode);
    QVERIFY(environment.issuer.isValid());
    QCOMPARE(*environmentFromJson(toJson(environment)), environment);
}

void tst_Environment::readsWhatIsThere()
{
    const auto read = environmentFromJson(R"({"name":"Small","issuer":"https://sso.example.com","future":{"x":[1]}})");
    QVERIFY(read);
    QCOMPARE(read->name, u"Small"_s);
    QCOMPARE(read->scopes, Environment().scopes);
    QCOMPARE(read->color, Environment().color);
    QVERIFY(!read->production);
}

void tst_Environment::refusesWhatIsNoEnvironment_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"name\"");
    QTest::newRow("cut off") << toJson(make()).chopped(5);
    QTest::newRow("invalid UTF-8") << QByteArray("{\"name\":\"\xff\"}");
}

void tst_Environment::refusesWhatIsNoEnvironment()
{
    QFETCH(QByteArray, text);
    const auto read = environmentFromJson(text);
    QVERIFY(!read);
    QVERIFY(!read.error().what.isEmpty());
}

void tst_Environment::readsHostileMembersAsAbsent()
{
    const auto read = environmentFromJson(R"json({
        "name": {"a": 1}, "color": "url(javascript:1)", "production": "yes", "issuer": ["x"], "scopes": [1, null, "openid"],
        "dataIndexUrl": "http://exa mple.com/", "runtimeUrls": "http://evil.example",
        "serviceUrlRules": [7, {"from": 1}, null], "caFile": 3})json");
    QVERIFY(read);
    QVERIFY(read->name.isEmpty());
    QCOMPARE(read->color, Environment().color);
    QVERIFY(!read->production);
    QVERIFY(read->runtimeUrls.isEmpty());
    QVERIFY(!read->dataIndexUrl.isValid());
    QVERIFY(!read->problems().isEmpty()); // it cannot be used, and each problem has its field
    for (const FieldError &problem : read->problems())
        QVERIFY(problem.pointer.startsWith(u'/'));
}

void tst_Environment::namesOrigins_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("origin");
    QTest::newRow("default https") << u"https://Example.COM/path?q"_s << u"https://example.com:443"_s;
    QTest::newRow("default http") << u"http://example.com"_s << u"http://example.com:80"_s;
    QTest::newRow("web socket") << u"wss://example.com/graphql"_s << u"https://example.com:443"_s;
    QTest::newRow("plain web socket") << u"ws://example.com:81/"_s << u"http://example.com:81"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/"_s << u"http://::1:8080"_s;
    QTest::newRow("user") << u"https://good.example@evil.example/"_s << u"https://evil.example:443"_s;
    QTest::newRow("no host") << u"https:///path"_s << QString();
    QTest::newRow("other scheme") << u"ftp://example.com/"_s << QString();
    QTest::newRow("file") << u"file://example.com/etc"_s << QString();
    QTest::newRow("no scheme") << u"example.com"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_Environment::namesOrigins()
{
    QFETCH(QString, address);
    QFETCH(QString, origin);
    QCOMPARE(originOf(QUrl(address)), origin);
}

void tst_Environment::allowsTokensForListedOriginsOnly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("Data Index") << u"https://index.example.com:8443/other/path"_s << true;
    QTest::newRow("issuer") << u"https://sso.example.com/realms/flows/protocol"_s << true;
    QTest::newRow("upper case, default port") << u"HTTPS://SSO.EXAMPLE.COM:443/"_s << true;
    QTest::newRow("runtime") << u"http://127.0.0.1:8180/greet"_s << true;
    QTest::newRow("IPv6 runtime") << u"http://[2001:db8:0:0:0:0:0:1]:9000/greet"_s << true;
    QTest::newRow("target of a rule") << u"https://flows.example.com/other"_s << true;
    QTest::newRow("web socket of the same origin") << u"wss://index.example.com:8443/graphql"_s << true;
    QTest::newRow("source of a rule") << u"http://greet.flows.svc.cluster.local/"_s << false;
    QTest::newRow("other port") << u"https://index.example.com/graphql"_s << false;
    QTest::newRow("without TLS") << u"http://sso.example.com/"_s << false;
    QTest::newRow("without TLS, same port") << u"http://sso.example.com:443/"_s << false;
    QTest::newRow("longer host") << u"https://sso.example.com.evil.example/"_s << false;
    QTest::newRow("longer name") << u"https://sso.example.comevil/"_s << false;
    QTest::newRow("sub domain") << u"https://x.sso.example.com/"_s << false;
    QTest::newRow("host as user") << u"https://sso.example.com@evil.example/"_s << false;
    QTest::newRow("host as user and port") << u"https://sso.example.com:443@evil.example/"_s << false;
    QTest::newRow("host as path") << u"https://evil.example/https://sso.example.com/"_s << false;
    QTest::newRow("backslash") << u"https://evil.example\\@sso.example.com/"_s << false;
    QTest::newRow("trailing dot") << u"https://sso.example.com./"_s << false;
    QTest::newRow("localhost is not 127.0.0.1") << u"http://localhost:8180/"_s << false;
    QTest::newRow("file") << u"file://sso.example.com/"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_Environment::allowsTokensForListedOriginsOnly()
{
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    QCOMPARE(make().allowsToken(QUrl(address)), allowed);
}

void tst_Environment::anEmptyEnvironmentAllowsNothing()
{
    const Environment environment;
    for (const QString &address : {QString(), u"/"_s, u"http:///"_s, u"https://example.com"_s})
        QVERIFY(!environment.allowsToken(QUrl(address)));
}

void tst_Environment::mapsServiceUrls_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("reached");
    const QString to = u"https://flows.example.com/greet"_s;
    const QString from = u"http://greet.svc"_s;
    QTest::newRow("exact") << from << to << u"http://greet.svc"_s << to;
    QTest::newRow("path") << from << to << u"http://greet.svc/a/b?x=1%262"_s << to + u"/a/b?x=1%262"_s;
    QTest::newRow("upper case") << from << to << u"HTTP://GREET.SVC/a"_s << to + u"/a"_s;
    QTest::newRow("default port told") << from << to << u"http://greet.svc:80/a"_s << to + u"/a"_s;
    QTest::newRow("slash at the end of the rule")
        << u"http://greet.svc/"_s << to + u'/' << u"http://greet.svc/a"_s << to + u"/a"_s;
    QTest::newRow("only one slash") << from << u"https://flows.example.com/"_s << u"http://greet.svc/a"_s
                                    << u"https://flows.example.com/a"_s;
    QTest::newRow("path in the rule") << u"http://gw.svc/greet"_s << to << u"http://gw.svc/greet/a"_s << to + u"/a"_s;
    QTest::newRow("half a segment") << u"http://gw.svc/greet"_s << to << u"http://gw.svc/greetings"_s
                                    << u"http://gw.svc/greetings"_s;
    QTest::newRow("IPv6") << u"http://[fd00::1]:8080"_s << to << u"http://[fd00:0::1]:8080/a"_s << to + u"/a"_s;
    QTest::newRow("escaped") << from << to << u"http://greet.svc/a%20b%2Fc"_s << to + u"/a%20b%2Fc"_s;
    QTest::newRow("other port") << from << to << u"http://greet.svc:8080/a"_s << u"http://greet.svc:8080/a"_s;
    QTest::newRow("other scheme") << from << to << u"https://greet.svc/a"_s << u"https://greet.svc/a"_s;
    QTest::newRow("longer host") << from << to << u"http://greet.svc.evil.example/"_s
                                 << u"http://greet.svc.evil.example/"_s;
    QTest::newRow("host as user") << from << to << u"http://greet.svc@evil.example/"_s << u"http://evil.example/"_s;
    QTest::newRow("port as password") << from << u"https://flows.example.com"_s
                                      << u"http://greet.svc:80@evil.example/"_s << u"http://evil.example/"_s;
    QTest::newRow("secret of the server") << from << to << u"http://user:pw@greet.svc/a"_s << to + u"/a"_s;
    QTest::newRow("no address") << from << to << u"greet"_s << u"greet"_s;
    QTest::newRow("nothing") << from << to << QString() << QString();
    QTest::newRow("garbage") << from << to << u"http://gr eet\n/"_s << QString();
    QTest::newRow("rule without address") << u"greet"_s << to << u"http://greet.svc/a"_s << u"http://greet.svc/a"_s;
}

void tst_Environment::mapsServiceUrls()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, told);
    QFETCH(QString, reached);
    Environment environment;
    environment.serviceUrlRules = {{from, to}};
    QCOMPARE(environment.reachable(told).toString(QUrl::FullyEncoded), reached);
}

void tst_Environment::theFirstRuleThatMatchesCounts()
{
    Environment environment;
    environment.serviceUrlRules = {{u"http://gw.svc/a"_s, u"https://one.example"_s},
                                   {u"http://gw.svc"_s, u"https://two.example"_s}};
    QCOMPARE(environment.reachable(u"http://gw.svc/a/x"_s), QUrl(u"https://one.example/x"_s));
    QCOMPARE(environment.reachable(u"http://gw.svc/b/x"_s), QUrl(u"https://two.example/b/x"_s));
}

void tst_Environment::tellsProblems_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QStringList>("pointers");
    const auto row = [](const char *name, const QStringList &pointers, auto change) {
        Environment environment = make();
        change(environment);
        QTest::newRow(name) << environment << pointers;
    };
    row("none", {}, [](Environment &) {});
    row("only what is needed", {}, [](Environment &e) {
        e.jobServiceUrl = {};
        e.notificationsUrl = {};
        e.runtimeUrls = {};
        e.serviceUrlRules = {};
        e.caFile.clear();
    });
    row("blank name", {u"/name"_s}, [](Environment &e) { e.name = u" \t"_s; });
    row("no client", {u"/clientId"_s}, [](Environment &e) { e.clientId.clear(); });
    row("no issuer", {u"/issuer"_s}, [](Environment &e) { e.issuer = {}; });
    row("file", {u"/dataIndexUrl"_s}, [](Environment &e) { e.dataIndexUrl = QUrl(u"file:///etc/passwd"_s); });
    row("script", {u"/jobServiceUrl"_s}, [](Environment &e) { e.jobServiceUrl = QUrl(u"javascript:alert(1)"_s); });
    row("a secret in an address", {u"/notificationsUrl"_s},
        [](Environment &e) { e.notificationsUrl = QUrl(u"https://user:pw@hub.example.com"_s); });
    row("event sink", {u"/eventSinkUrls/0"_s},
        [](Environment &e) { e.eventSinkUrls = {QUrl(u"broker.example.com"_s)}; });
    row("second runtime", {u"/runtimeUrls/1"_s},
        [](Environment &e) { e.runtimeUrls[1] = QUrl(u"flows.example.com"_s); });
    row("rule without target", {u"/serviceUrlRules/0"_s}, [](Environment &e) { e.serviceUrlRules[0].to.clear(); });
    row("rule without source", {u"/serviceUrlRules/0"_s},
        [](Environment &e) { e.serviceUrlRules[0].from = u"greet"_s; });
}

void tst_Environment::tellsProblems()
{
    QFETCH(Environment, environment);
    QFETCH(QStringList, pointers);
    QStringList found;
    for (const FieldError &problem : environment.problems()) {
        found << problem.pointer;
        QVERIFY(!problem.message.isEmpty());
    }
    QCOMPARE(found, pointers);
}

QTEST_APPLESS_MAIN(tst_Environment)
#include "tst_environment.moc"
