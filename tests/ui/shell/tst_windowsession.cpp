// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/shell/windowfixture.h"
#include "ui/environments/environmentdialog.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/environmentview.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tabarea.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace podium;
using namespace Qt::StringLiterals;
using State = SessionService::State;

/// What the window shows while a session comes and goes, and without an environment.
class tst_WindowSession : public QObject, WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { open(); }
    void cleanup() { close(); }
    void expiredKeepsEverythingOpen();
    void signedOutShowsTheSignInPage();
    void whatWasAskedForOpensAfterTheSignIn();
    void noEnvironmentWelcomes();
    void removedEnvironmentCloses();
    void everyGroundFollowsTheScheme();
    void savesWhileChangesKeepComing();
};

void tst_WindowSession::expiredKeepsEverythingOpen()
{
    m_window->open(instance(u"a"_s));
    TestPage *before = page();
    before->field->setText(u"typed"_s);
    fake()->session.setState(State::Expired);
    QCOMPARE(page(), before);
    Banner *banner = nullptr;
    for (Banner *one : m_window->findChildren<Banner *>()) {
        if (one->isVisible())
            banner = one;
    }
    QVERIFY(banner);
    QVERIFY(banner->text().startsWith(u"Your session ended."_s));
    for (QPushButton *button : banner->findChildren<QPushButton *>()) {
        if (button->text() == u"Sign in again"_s)
            button->click();
    }
    QCOMPARE(fake()->session.state(), State::WaitingBrowser);
    QVERIFY(before->isVisible());
    fake()->session.setState(State::SignedIn);
    QCOMPARE(page(), before);
    QCOMPARE(before->field->text(), u"typed"_s);
    QCOMPARE(before->signIns, 1);
    QVERIFY(!banner->isVisible());
}

void tst_WindowSession::signedOutShowsTheSignInPage()
{
    m_window->open(instance(u"a"_s));
    fake()->session.setState(State::SignedOut);
    QVERIFY(!tabs());
    QVERIFY(m_window->findChild<SignInPage *>()->isVisible());
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"rail-instances"_s)->isEnabled());
    fake()->session.setState(State::SignedIn);
    QCOMPARE(tabs()->current(), instance(u"a"_s));
}

void tst_WindowSession::whatWasAskedForOpensAfterTheSignIn()
{
    fake()->session.setState(State::SignedOut);
    m_window->open(instance(u"later"_s));
    fake()->session.setState(State::SignedIn);
    QCOMPARE(tabs()->current(), instance(u"later"_s));
}

void tst_WindowSession::noEnvironmentWelcomes()
{
    m_environments->list.clear();
    makeWindow();
    auto *welcome = m_window->findChild<WelcomePage *>();
    QTRY_VERIFY(welcome->isVisible());
    QCOMPARE(unnamedControls(m_window.get()), QStringList());
    welcome->findChild<QPushButton *>()->click();
    QVERIFY(m_window->findChild<EnvironmentDialog *>()->isVisible());
    // The first one that is added opens at once.
    QVERIFY(m_environments->save({}, FakeConsole::environment(u"Mine"_s)).ok());
    QTRY_VERIFY(m_window->currentView());
    QCOMPARE(m_window->currentView()->console().environment.name, u"Mine"_s);
}

void tst_WindowSession::removedEnvironmentCloses()
{
    QVERIFY(m_environments->remove(u"Local sandbox"_s).ok());
    QCOMPARE(m_window->currentView()->console().environment.name, u"Production"_s);
    QVERIFY(m_environments->remove(u"Production"_s).ok());
    QVERIFY(!m_window->currentView());
    QVERIFY(m_window->findChild<WelcomePage *>()->isVisible());
}

/// On dark, nothing large may stay light: the texts upon it are light then.
void tst_WindowSession::everyGroundFollowsTheScheme()
{
    const auto lightShare = [this] {
        const QImage image = m_window->grab().toImage().scaled(100, 70);
        int light = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                light += image.pixelColor(x, y).lightness() > 128 ? 1 : 0;
        }
        return double(light) / (image.width() * image.height());
    };
    m_window->resize(1000, 700);
    // More than once, and with pages that were hidden meanwhile.
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        m_window->open(instance(id));
        applyTheme(*qApp, Scheme::Dark);
        QTRY_VERIFY2(lightShare() < 0.2, qPrintable(id + QString::number(lightShare())));
        applyTheme(*qApp, Scheme::Light);
        QTRY_VERIFY2(lightShare() > 0.8, qPrintable(id + QString::number(lightShare())));
    }
    applyTheme(*qApp, Scheme::Dark);
    tabs()->closeTab(1);
    QTRY_VERIFY2(lightShare() < 0.2, qPrintable(QString::number(lightShare())));
    applyTheme(*qApp, Scheme::Light);
}

/// A busy window that is killed must not have forgotten everything since its start.
void tst_WindowSession::savesWhileChangesKeepComing()
{
    const auto savedTabs = [] {
        QString saved;
        const QSettings settings;
        for (const QString &key : settings.allKeys()) {
            if (key.startsWith(u"environments/"_s))
                saved += settings.value(key).toString();
        }
        return saved;
    };
    int opened = 0;
    QTimer changes;
    connect(&changes, &QTimer::timeout, this, [&] { m_window->open(instance(u"busy%1"_s.arg(opened++ % 8))); });
    changes.start(200);
    QTRY_VERIFY_WITH_TIMEOUT(savedTabs().contains(u"busy0"_s), 10000);
}

QTEST_MAIN(tst_WindowSession)
#include "tst_windowsession.moc"
