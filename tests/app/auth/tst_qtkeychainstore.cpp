// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// The real keychain: needs a session bus with an unlocked Secret Service (gnome-keyring).

#include "app/auth/qtkeychainstore.h"
#include "app/auth/sessionvault.h"
#include "tests/app/auth/sessionfixture.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

class TestQtKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsWhatIsWritten();
    void readsNothingWhereNothingIs();
    void isThereForAnotherProgramStart();
    void sessionSurvivesARestart();
    void lockedKeychainIsAPlainMessage();
    void absentKeychainIsAPlainMessage();

private:
    static bool lock();
    static QByteArray runAlone(const QString &program, const QStringList &arguments, const QProcessEnvironment &extra);
    QString newKey() const { return u"podium-test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces); }
    QtKeychainStore m_store;
};

/// Locks the default collection, as the desktop does when its user leaves.
bool TestQtKeychainStore::lock()
{
    QProcess call;
    call.start(u"dbus-send"_s,
               {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                u"org.freedesktop.Secret.Service.Lock"_s, u"array:objpath:/org/freedesktop/secrets/aliases/default"_s});
    return call.waitForFinished() && call.exitCode() == 0;
}

/// Runs one test function in a program of its own.
QByteArray TestQtKeychainStore::runAlone(const QString &program, const QStringList &arguments,
                                         const QProcessEnvironment &extra)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(extra);
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(program, arguments);
    const bool ended = child.waitForFinished(60000) && child.exitStatus() == QProcess::NormalExit;
    return ended && child.exitCode() == 0 ? child.readAll() : "FAILED: " + child.readAll();
}

void TestQtKeychainStore::initTestCase()
{
    m_store.setTimeout(10000);
    const auto probe = SessionFixture::waitFor(m_store.write(u"podium-test-probe"_s, "x"));
    if (!probe)
        QSKIP(qPrintable(u"No unlocked keychain on this session bus (%1 %2): run under dbus-run-session with "
                         "gnome-keyring-daemon --unlock"_s.arg(probe.error().why, probe.error().details)));
    QVERIFY(SessionFixture::waitFor(m_store.remove(u"podium-test-probe"_s)));
}

void TestQtKeychainStore::keepsWhatIsWritten()
{
    const QString key = newKey();
    const QByteArray secret = "{\"refreshToken\":\"" + QByteArray(4000, 'r') + "\",\"x\":\"ä\"}";
    QVERIFY(SessionFixture::waitFor(m_store.write(key, "first")));
    QVERIFY(SessionFixture::waitFor(m_store.write(key, secret)));
    QCOMPARE(*SessionFixture::waitFor(m_store.read(key)), secret);
    QVERIFY(SessionFixture::waitFor(m_store.remove(key)));
    QCOMPARE(*SessionFixture::waitFor(m_store.read(key)), QByteArray());
}

void TestQtKeychainStore::readsNothingWhereNothingIs()
{
    const auto nothing = SessionFixture::waitFor(m_store.read(newKey()));
    QVERIFY(nothing);
    QVERIFY(nothing->isEmpty());
    QVERIFY(SessionFixture::waitFor(m_store.remove(newKey())));
}

void TestQtKeychainStore::isThereForAnotherProgramStart()
{
    const QString key = newKey();
    QVERIFY(SessionFixture::waitFor(m_store.write(key, "kept")));
    QtKeychainStore another;
    QCOMPARE(*SessionFixture::waitFor(another.read(key)), QByteArray("kept"));
    QVERIFY(SessionFixture::waitFor(m_store.remove(key)));
}

void TestQtKeychainStore::sessionSurvivesARestart()
{
    SessionFixture fixture;
    const auto make = [&] {
        return std::make_unique<OidcSession>(fixture.environment, m_store, fixture.browser.opener(), fixture.clock,
                                             fixture.tracer);
    };
    auto session = make();
    session->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), SessionService::State::SignedIn, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(session->storage().persistent, 10000);
    session = make();
    session->restore();
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), SessionService::State::SignedIn, 10000);
    QCOMPARE(session->user().username, u"olga"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session->storage().persistent, 10000);

    session->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), SessionService::State::SignedOut, 10000);
    const QString key = fixture.environment.issuer.toString() + u" podium"_s;
    QTRY_VERIFY_WITH_TIMEOUT(SessionFixture::waitFor(m_store.read(key)).value().isEmpty(), 10000);
}

void TestQtKeychainStore::lockedKeychainIsAPlainMessage()
{
    if (!qEnvironmentVariableIsSet("PODIUM_TEST_MAY_LOCK")) {
        // On a bus and with a keyring of its own: nobody else's is locked.
        QTemporaryDir data;
        QProcessEnvironment extra;
        extra.insert(u"PODIUM_TEST_MAY_LOCK"_s, u"1"_s);
        extra.insert(u"XDG_DATA_HOME"_s, data.path());
        const QString script =
            u"printf 'x\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec '%1' "
            "lockedKeychainIsAPlainMessage"_s.arg(QCoreApplication::applicationFilePath());
        const QByteArray output = runAlone(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, script}, extra);
        QVERIFY2(output.contains("PASS   : TestQtKeychainStore::lockedKeychainIsAPlainMessage"), output.constData());
        return;
    }
    QVERIFY(lock());
    const auto refused = SessionFixture::waitFor(m_store.write(newKey(), "x"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Keychain);
    QVERIFY(isWhole(refused.error()));
    QVERIFY2(refused.error().why.contains("locked"_L1), qPrintable(refused.error().why));
}

void TestQtKeychainStore::absentKeychainIsAPlainMessage()
{
    // In a program of its own, since the bus of this one is known already.
    QProcessEnvironment extra;
    extra.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    const QByteArray output =
        runAlone(QCoreApplication::applicationFilePath(), {u"readsNothingWhereNothingIs"_s}, extra);
    QVERIFY2(output.contains("No unlocked keychain"), output.constData()); // told in time, neither hung nor crashed
    QVERIFY2(output.contains("The keychain service does not work or is not there."), output.constData());
}

QTEST_GUILESS_MAIN(TestQtKeychainStore)
#include "tst_qtkeychainstore.moc"
