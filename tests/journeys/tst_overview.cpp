// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/await.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxconsole.h"
#include "ui/pages/overview/attentionrow.h"

#include <QToolButton>
#include <QUuid>

using namespace podium;
using namespace Qt::StringLiterals;

/// An operator at three in the morning: two runs failed for the same reason, and the overview leads to them.
class TestOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void seesTheFailuresAsOneGroup();
    void oneMoreIsNew();
    void keysLeadToTheRuns();
    void comesBackToWhatWasSeen();

private:
    QString startFailing();
    AttentionRow *group() const;

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SandboxConsole> m_services;
    QStringList m_started;
};

void TestOverview::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    m_services = std::make_unique<SandboxConsole>(u"operator"_s);
    for (int i = 0; i < 2; ++i)
        QVERIFY(!startFailing().isEmpty());
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox();
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
    QVERIFY(m_desk->waitFor(
        [this] { return m_desk->find(u"rail-overview"_s) && m_desk->find(u"rail-overview"_s)->isEnabled(); }, 30000));
}

void TestOverview::cleanupTestCase()
{
    m_desk.reset();
    for (const QString &id : std::as_const(m_started)) {
        if (const auto run = await(m_services->instances.instance(id)); run && !isFinal(run->state))
            (void)await(m_services->instances.abort(*run));
    }
}

void TestOverview::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-overview-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

/// The id of a run that is in ERROR.
QString TestOverview::startFailing()
{
    const auto definition = await(m_services->catalog.definition(u"sensor_calibration"_s, {}));
    if (!definition)
        return {};
    const auto input = std::make_shared<const Json>(Json{{"reading", 0}});
    const QString key = u"night-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const auto run = await(m_services->runs.start({*definition, input, key}), 30000);
    const QString id = run ? run->instanceId : run.error().instanceId;
    m_started << id;
    const auto failed = [&] {
        const auto instance = await(m_services->instances.instance(id));
        return instance && instance->state == InstanceState::Error;
    };
    return QTest::qWaitFor(failed, 20000) ? id : QString();
}

AttentionRow *TestOverview::group() const
{
    const QList<AttentionRow *> rows = m_desk->window()->findChildren<AttentionRow *>();
    for (AttentionRow *row : rows) {
        if (row->isVisible() && row->content().tone == Tone::Danger &&
            row->content().title.startsWith("Calibrate sensors"_L1))
            return row;
    }
    return nullptr;
}

void TestOverview::seesTheFailuresAsOneGroup()
{
    QVERIFY(m_desk->click(u"rail-overview"_s));
    QVERIFY(m_desk->waitFor([this] { return group() && group()->content().title.contains(u'·'); }));
    QVERIFY(group()->content().number.toInt() >= 2);
    QVERIFY(group()->accessibleName().contains(group()->content().number + u" failed"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"Finished"_s) || m_desk->seesText(u"finished"_s); }));
    m_desk->screenshots(u"overview-failures"_s);
    QVERIFY(m_desk->click(u"The last 7 days"_s));
    QVERIFY(m_desk->waitFor([this] { return group() && group()->content().steps.size() == 7; }));
    QVERIFY(m_desk->click(u"The last 24 hours"_s));
    QVERIFY(m_desk->waitFor([this] { return group() && group()->content().steps.size() == 24; }));
}

void TestOverview::oneMoreIsNew()
{
    const int before = group()->content().number.toInt();
    QVERIFY(m_desk->click(u"rail-jobs"_s)); // looks elsewhere
    QVERIFY(!startFailing().isEmpty());
    QVERIFY(m_desk->click(u"rail-overview"_s));
    QVERIFY(m_desk->waitFor([&] { return group() && group()->content().number.toInt() > before; }));
    QVERIFY(group()->content().badge.contains("new"_L1));
    m_desk->screenshots(u"overview-new"_s);
}

void TestOverview::keysLeadToTheRuns()
{
    group()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(group(), Qt::Key_Left);
    QVERIFY(group()->chosenStep() >= 0);
    m_desk->screenshots(u"overview-bar"_s);
    QTest::keyClick(group(), Qt::Key_Escape);
    QTest::keyClick(group(), Qt::Key_Return);
    QVERIFY(
        m_desk->waitFor([this] { return m_desk->seesText(u"Calibrate sensors"_s) && m_desk->seesText(u"night-"_s); }));
    m_desk->screenshots(u"overview-list"_s);
}

void TestOverview::comesBackToWhatWasSeen()
{
    QVERIFY(m_desk->click(u"rail-overview"_s));
    QVERIFY(m_desk->waitFor([this] { return group() && group()->content().badge.isEmpty(); }));
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
