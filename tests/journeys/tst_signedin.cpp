// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// What installer/run promises: one command, and Podium is open, signed in through Keycloak.
class TestSignedIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void signsInWithoutAClick();
};

void TestSignedIn::init()
{
    if (!sandboxRuns())
        QSKIP("The sandbox does not run: start it with installer/sandbox/sandbox up");
}

void TestSignedIn::signsInWithoutAClick()
{
    Desk desk;
    qputenv("BROWSER", "\"" PODIUM_SOURCE_DIR "/installer/sandbox/sandbox\" browser");
    desk.startOnSandbox({u"--sign-in"_s});
    QVERIFY(desk.waitFor([&] { return desk.find(u"UserButton"_s); }, 20000));
    QVERIFY(desk.click(u"rail-workflows"_s));
    const bool available = desk.waitFor([&] { return desk.seesText(u"Available"_s); });
    desk.screenshot(u"signed-in"_s);
    QVERIFY(available);
    const QString shown = desk.find(u"UserButton"_s)->property("text").toString();
    QVERIFY2(shown.contains(u"operator"_s, Qt::CaseInsensitive), qPrintable(shown));
}

QTEST_MAIN(TestSignedIn)
#include "tst_signedin.moc"
