// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/dataindexinstances.h"
#include "tests/journeys/desk.h"
#include "tests/services/sandboxtest.h"
#include "ui/form/jsonpane.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/statebadge.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

/// Events from the window to the real runtime: one starts a run, one resumes an instance that waits, and one that
/// nobody waits for is told as that.
class TestEvents : public SandboxTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void startsARunFromTheWorkflowPage();
    void resumesTheInstanceThatWaits();
    void saysWhenNobodyWaited();
    void sentEventsAreRemembered();

private:
    bool triggerInMenuOf(const QString &button, const QString &action);
    bool writeData(const QString &json);
    QString typeShown() const
    {
        const auto *type = m_desk->find<QLineEdit>(u"Type"_s);
        return type ? type->text() : QString();
    }

    std::unique_ptr<Desk> m_desk;
};

void TestEvents::initTestCase()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
    prepare();
    m_desk = std::make_unique<Desk>();
    m_desk->startOnSandbox({u"--open"_s, u"workflow:incident_intake"_s});
    QVERIFY(m_desk->click(u"Sign in"_s, 20000));
}

void TestEvents::cleanup()
{
    if (QTest::currentTestFailed() && m_desk && m_desk->window())
        m_desk->screenshot(u"failed-events-"_s + QString::fromUtf8(QTest::currentTestFunction()));
}

bool TestEvents::triggerInMenuOf(const QString &button, const QString &action)
{
    if (!m_desk->waitFor([&] { return m_desk->find<QToolButton>(button); }))
        return false;
    for (QAction *each : m_desk->find<QToolButton>(button)->menu()->actions()) {
        if (each->text() == action && each->isEnabled()) {
            each->trigger();
            return true;
        }
    }
    qWarning("“%s” has no “%s”.", qUtf8Printable(button), qUtf8Printable(action));
    return false;
}

bool TestEvents::writeData(const QString &json)
{
    auto *pane = m_desk->find<JsonPane>(QString());
    if (!pane)
        return false;
    pane->findChild<CodeView *>()->setPlainText(json);
    return true;
}

void TestEvents::startsARunFromTheWorkflowPage()
{
    QVERIFY(m_desk->click(u"Send event…"_s, 40000));
    QVERIFY(m_desk->waitFor([this] { return typeShown() == u"podium.sandbox.incident.reported"_s; }));
    QVERIFY(m_desk->type(u"Value of kogitobusinesskey"_s, m_key + u"-incident"_s));
    QVERIFY(writeData(uR"({"host": "zoë-1", "severity": "high"})"_s));
    m_desk->screenshots(u"events-compose"_s);
    QVERIFY(m_desk->click(u"Send event"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"and a run started"_s); }, 40000));
    m_desk->screenshots(u"events-started"_s);
    QVERIFY(m_desk->click(u"Open the run"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 40000));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(m_key + u"-incident"_s); }));
}

void TestEvents::resumesTheInstanceThatWaits()
{
    const auto run = start(u"purchase_approval"_s, R"({"item":"Chair","amount":10,"requester":"me@example.org"})");
    QVERIFY(run);
    QVERIFY(reaches(run->instanceId, InstanceState::Active));
    QTest::keyClick(m_desk->window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_desk->waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), run->instanceId);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Running"_s); }, 40000));
    QVERIFY(triggerInMenuOf(u"More actions"_s, u"Resume with an event…"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<QLineEdit>(u"Value of kogitoprocrefid"_s); }));
    QCOMPARE(m_desk->find<QLineEdit>(u"Value of kogitoprocrefid"_s)->text(), run->instanceId);
    QVERIFY(m_desk->waitFor([this] { return typeShown() == u"podium.sandbox.approval.decided"_s; }));
    QVERIFY(m_desk->choose(u"Mode"_s, u"Structured: one JSON document"_s));
    QVERIFY(writeData(uR"({"approved": true})"_s));
    m_desk->screenshots(u"events-resume"_s);
    QVERIFY(m_desk->click(u"Send event"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"and the instance went on"_s); }, 40000));
    m_desk->screenshots(u"events-resumed"_s);
    QVERIFY(reaches(run->instanceId, InstanceState::Completed));
    QCOMPARE(stringAt((*read(run->instanceId)->variables)["workflowdata"], "outcome"), u"ordered"_s);
    QVERIFY(m_desk->click(u"Open the instance"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->find<StateBadge>(u"Completed"_s); }, 40000));
}

void TestEvents::saysWhenNobodyWaited()
{
    QTest::keyClick(m_desk->window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_desk->waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), u"Send an event to Track a parcel"_s);
    QTest::qWait(200);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(m_desk->waitFor(
        [this] {
            const auto *type = m_desk->find<QLineEdit>(u"Type"_s);
            return type && type->text() == "podium.sandbox.parcel.delivered"_L1;
        },
        20000));
    QVERIFY(m_desk->type(u"Type"_s, u"podium.sandbox.parcel.lost"_s));
    QVERIFY(m_desk->click(u"Send event"_s));
    QVERIFY(m_desk->waitFor([this] { return m_desk->seesText(u"but nothing shows what it did"_s); }, 60000));
    m_desk->screenshots(u"events-nothing"_s);
}

void TestEvents::sentEventsAreRemembered()
{
    auto *button = m_desk->find<QToolButton>(u"Sent before"_s);
    QVERIFY(button && button->isEnabled());
    QVERIFY(button->menu()->actions().constFirst()->text().startsWith("podium.sandbox.parcel.lost"_L1));
}

QTEST_MAIN(TestEvents)
#include "tst_events.moc"
