// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/desktop/notificationdaemon.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxtest.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// "Tell me when", on the real services: rules made through the window become messages of the desktop, and their
/// buttons lead back into it.
class TestWatch : public SandboxTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void makesRules();
    void aLongRunIsTold();
    void aFailingRunIsTold();
    void openLeadsToTheInstance();
    void anOwnInstanceThatEndsIsTold();
    void aViewThatCrossesIsTold();
    void tellsOnceOverARestart();
    void muteKeepsTheDesktopQuiet();

private:
    bool makeRule(
        const QString &kind, const std::function<void()> &fill = [] {});
    const NotificationDaemon::Call *toldOf(const QString &text, const QString &action = {}) const;
    QString startFailing(const QString &key);
    bool signIn();

    std::unique_ptr<NotificationDaemon> m_daemon;
    std::unique_ptr<Desk> m_desk;
    QString m_failed;
};

void TestWatch::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    prepare();
    m_key = u"watch-"_s % m_key;
    m_daemon = std::make_unique<NotificationDaemon>(QStringList{u"body"_s, u"actions"_s, u"body-markup"_s});
    QVERIFY(m_daemon->isThere());
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(signIn());
}

void TestWatch::cleanupTestCase()
{
    m_desk.reset();
    m_daemon.reset();
}

void TestWatch::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    for (const NotificationDaemon::Call &call : std::as_const(m_daemon->calls))
        qInfo("Told: %s | %s", qUtf8Printable(call.title), qUtf8Printable(call.body));
    if (m_desk && m_desk->window())
        m_desk->screenshot(u"failed-watch-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestWatch::signIn()
{
    return m_desk->click(u"Sign in"_s, 20000) && m_desk->waitFor([this] {
        auto *rail = m_desk->find(u"rail-instances"_s);
        return rail && rail->isEnabled();
    });
}

bool TestWatch::makeRule(const QString &kind, const std::function<void()> &fill)
{
    if (!m_desk->click(u"New rule…"_s) || !m_desk->waitFor([this] { return m_desk->find(u"Tell me when"_s); }))
        return false;
    if (!m_desk->choose(u"Tell me when"_s, kind))
        return false;
    fill();
    return m_desk->click(u"Watch"_s) && m_desk->waitFor([this] { return !QApplication::activeModalWidget(); });
}

const NotificationDaemon::Call *TestWatch::toldOf(const QString &text, const QString &action) const
{
    for (auto call = m_daemon->calls.crbegin(); call != m_daemon->calls.crend(); ++call) {
        const bool isMeant = action.isEmpty() || call->actions.contains(action);
        if (isMeant && (call->title.contains(text) || call->body.contains(text)))
            return &*call;
    }
    return nullptr;
}

/// A run of sensor_calibration that divides by zero.
QString TestWatch::startFailing(const QString &key)
{
    const auto input = std::make_shared<const Json>(Json{{"reading", 0}});
    const auto started = await(m_operator->runs.start({workflow(u"sensor_calibration"_s), input, key}), 30000);
    return started ? started->instanceId : started.error().instanceId;
}

void TestWatch::makesRules()
{
    QTest::keySequence(m_desk->window(), QKeySequence(u"Ctrl+K"_s));
    QVERIFY(m_desk->waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), u"Watch rules"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Nothing is watched"_s); }));
    m_desk->screenshots(u"watch-empty"_s);
    QVERIFY(makeRule(u"A workflow fails"_s));
    QVERIFY(makeRule(u"A run that I started ends or fails"_s));
    QVERIFY(makeRule(u"A job is overdue"_s));
    QVERIFY(makeRule(u"A runtime goes away"_s));
    QVERIFY(makeRule(u"Many instances fail in a short time"_s));
    m_desk->screenshots(u"watch-rules"_s);
}

/// Looked at in rounds, after the jobs: so the server takes these questions, too.
void TestWatch::aLongRunIsTold()
{
    const auto input = std::make_shared<const Json>(Json::object());
    const auto started =
        await(m_operator->runs.start({workflow(u"nightly_backup"_s), input, m_key % u"-long"_s}), 30000);
    QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
    QVERIFY(reaches(started->instanceId, InstanceState::Active));
    QVERIFY(makeRule(u"A run takes long"_s, [this] {
        m_desk->find<QCheckBox>(u"Longer than usual"_s)->setChecked(false);
        m_desk->find<QSpinBox>(u"Time"_s)->setValue(1);
        QVERIFY(m_desk->choose(u"Time: unit"_s, u"seconds"_s));
    }));
    QVERIFY(m_desk->waitFor([this] { return toldOf(u"longer than 1 s"_s); }, 40000));
    QVERIFY(await(m_operator->instances.abort(*read(started->instanceId))));
    QVERIFY(!toldOf(u"does not answer"_s));
}

void TestWatch::aFailingRunIsTold()
{
    m_failed = startFailing(m_key % u"-fails"_s);
    QVERIFY(!m_failed.isEmpty());
    QVERIFY(reaches(m_failed, InstanceState::Error));
    QElapsedTimer since;
    since.start();
    QVERIFY(m_desk->waitFor([this] { return toldOf(m_key % u"-fails"_s, u"retry"_s); }, 15000));
    qInfo("Told %lld ms after the server said that it failed", static_cast<long long>(since.elapsed()));
    const NotificationDaemon::Call *call = toldOf(m_key % u"-fails"_s, u"retry"_s);
    QVERIFY2(call->title.contains(u"failed"_s), qPrintable(call->title));
    QVERIFY(call->actions.contains(u"mute"_s));
}

void TestWatch::openLeadsToTheInstance()
{
    QVERIFY(m_desk->click(u"rail-workflows"_s));
    m_daemon->press(toldOf(m_key % u"-fails"_s, u"retry"_s)->id, u"default"_s);
    QVERIFY(m_desk->waitFor([this] { return m_desk->window()->windowTitle().contains(m_key % u"-fails"_s); }));
    m_desk->screenshots(u"watch-opened"_s);
}

void TestWatch::anOwnInstanceThatEndsIsTold()
{
    const auto input = std::make_shared<const Json>(Json::object());
    const auto started =
        await(m_operator->runs.start({workflow(u"department_report"_s), input, m_key % u"-ends"_s}), 30000);
    QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
    QVERIFY(m_desk->waitFor([this] { return toldOf(m_key % u"-ends"_s); }, 30000));
    const NotificationDaemon::Call *call = toldOf(m_key % u"-ends"_s);
    QVERIFY2(QString(call->title % call->body).contains(u"completed"_s), qPrintable(call->title % u'\n' % call->body));
}

void TestWatch::aViewThatCrossesIsTold()
{
    QVERIFY(m_desk->click(u"rail-instances"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QLineEdit>(u"Filter as text"_s); }));
    auto *line = m_desk->find<QLineEdit>(u"Filter as text"_s);
    line->setFocus();
    QTest::keyClicks(line, u"key:"_s % m_key % u"-many*"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Nothing matches the filters"_s); }));
    auto *views = m_desk->find<QToolButton>(u"Saved views"_s);
    QVERIFY(views);
    Q_EMIT views->menu()->aboutToShow();
    const QList<QAction *> actions = views->menu()->actions();
    const auto watch = std::find_if(actions.cbegin(), actions.cend(),
                                    [](const QAction *action) { return action->text() == u"Watch this…"_s; });
    QVERIFY(watch != actions.cend());
    (*watch)->trigger();
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QSpinBox>(u"Number"_s); }));
    m_desk->find<QSpinBox>(u"Number"_s)->setValue(1);
    m_desk->screenshots(u"watch-view"_s);
    QVERIFY(m_desk->click(u"Watch"_s));
    QTest::qWait(2000); // its first look: none
    for (int i = 0; i < 2; ++i)
        QVERIFY(!startFailing(m_key % u"-many-"_s % QString::number(i)).isEmpty());
    QVERIFY(m_desk->waitFor([this] { return toldOf(u"lists more than 1 instance"_s); }, 30000));
}

void TestWatch::tellsOnceOverARestart()
{
    QVERIFY(m_desk->waitFor([this] { return toldOf(m_key % u"-many-1"_s) || toldOf(u"instance(s) failed"_s); }, 30000));
    m_desk->stop();
    QTest::qWait(500); // what was on its way to the server of notifications
    m_daemon->calls.clear();
    const QString meanwhile = startFailing(m_key % u"-meanwhile"_s);
    QVERIFY(reaches(meanwhile, InstanceState::Error));
    m_desk->startOnSandbox();
    QVERIFY(m_desk->waitFor([this] { return toldOf(m_key % u"-meanwhile"_s); }, 30000));
    QTest::qWait(5000);
    for (const NotificationDaemon::Call &call : std::as_const(m_daemon->calls)) {
        const bool isOld = call.body.contains(m_key % u"-fails"_s) || call.body.contains(m_key % u"-many"_s);
        QVERIFY2(!isOld, qPrintable(call.title % u'\n' % call.body));
    }
}

void TestWatch::muteKeepsTheDesktopQuiet()
{
    QSet<uint> ids;
    for (const NotificationDaemon::Call &call : std::as_const(m_daemon->calls)) {
        if (call.actions.contains(u"mute"_s))
            ids.insert(call.id);
    }
    for (const uint id : std::as_const(ids))
        m_daemon->press(id, u"mute"_s);
    QTest::qWait(500);
    const auto before = m_daemon->calls.size();
    const QString id = startFailing(m_key % u"-muted"_s);
    QVERIFY(reaches(id, InstanceState::Error));
    QTest::qWait(8000);
    QCOMPARE(m_daemon->calls.size(), before);
    QVERIFY(m_desk->click(u"rail-instances"_s));
}

QTEST_MAIN(TestWatch)
#include "tst_watch.moc"
