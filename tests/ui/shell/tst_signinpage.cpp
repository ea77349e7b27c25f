// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeconsole.h"
#include "tests/ui/accessibility.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/widgets/qrcode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;
using State = SessionService::State;

class tst_SignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signedOutOffersBothWays();
    void browserStateHelpsItself();
    void silentBrowserGetsAHint();
    void deviceShowsCodeAndQr();
    void errorsSayWhatWhyRemedy();
    void cancelledErrorsSayNothing();
    void sessionOnlyStorageIsSaid();
    void everyStateIsAccessible_data();
    void everyStateIsAccessible();

private:
    QPushButton *button(const QString &text) const;
    bool shows(const QString &text) const;

    std::unique_ptr<FakeConsole> m_fake;
    std::unique_ptr<SignInPage> m_page;
};

void tst_SignInPage::init()
{
    m_fake = std::make_unique<FakeConsole>();
    m_fake->session.setState(State::SignedOut);
    m_page = std::make_unique<SignInPage>(m_fake->console);
    m_page->resize(900, 700);
    m_page->show();
}

void tst_SignInPage::cleanup()
{
    m_page.reset();
    m_fake.reset();
}

QPushButton *tst_SignInPage::button(const QString &text) const
{
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().trimmed() == text)
            return button;
    }
    return nullptr;
}

bool tst_SignInPage::shows(const QString &text) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void tst_SignInPage::signedOutOffersBothWays()
{
    QVERIFY(shows(u"Local sandbox"_s));
    QVERIFY(button(u"Sign in with a code"_s));
    button(u"Sign in"_s)->click();
    QCOMPARE(m_fake->session.state(), State::WaitingBrowser);
    m_fake->session.setState(State::SignedOut);
    button(u"Sign in with a code"_s)->click();
    QCOMPARE(m_fake->session.state(), State::WaitingDevice);
}

void tst_SignInPage::browserStateHelpsItself()
{
    m_fake->session.setState(State::WaitingBrowser);
    QSignalSpy opened(m_page.get(), &SignInPage::openUrlWanted);
    button(u"Open again"_s)->click();
    QCOMPARE(opened.at(0).at(0).toUrl(), m_fake->session.signInUrl());
    button(u"Copy link"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_fake->session.signInUrl().toString(QUrl::FullyEncoded));
    button(u"Cancel"_s)->click();
    QCOMPARE(m_fake->session.state(), State::SignedOut);
    QVERIFY(button(u"Sign in"_s));
}

void tst_SignInPage::silentBrowserGetsAHint()
{
    m_fake->session.setState(State::WaitingBrowser);
    Error hint;
    hint.what = u"The browser has not come back yet."_s;
    hint.remedy = u"Look there for redirect_uri."_s;
    Q_EMIT m_fake->session.signInHinted(hint);
    QVERIFY(shows(hint.what));
    QVERIFY(shows(hint.remedy));
    m_fake->session.setState(State::SigningIn);
    QVERIFY(!shows(hint.remedy));
}

void tst_SignInPage::deviceShowsCodeAndQr()
{
    m_fake->session.setState(State::WaitingDevice);
    QVERIFY(shows(u"WDJB-MJHT"_s));
    QVERIFY(shows(u"Valid for 10:00"_s));
    QVERIFY(!m_page->findChild<QrCode *>()->isEmpty());
    QSignalSpy opened(m_page.get(), &SignInPage::openUrlWanted);
    button(u"Open 127.0.0.1"_s)->click();
    QCOMPARE(opened.at(0).at(0).toUrl(), m_fake->session.deviceCode().verificationUriComplete);
}

void tst_SignInPage::errorsSayWhatWhyRemedy()
{
    m_fake->session.setState(State::WaitingBrowser);
    const Error error = fakeError(Error::Kind::Tls);
    m_fake->session.fail(error);
    QVERIFY(shows(error.what));
    QVERIFY(shows(error.why));
    QVERIFY(shows(error.remedy));
    auto *details = m_page->findChild<QPlainTextEdit *>();
    QVERIFY(!details->isVisible());
    button(u"Details"_s)->click();
    QVERIFY(details->isVisible());
    QCOMPARE(details->toPlainText(), error.details);
    button(u"Try again"_s)->click();
    QCOMPARE(m_fake->session.state(), State::WaitingBrowser);
    QVERIFY(!shows(error.what));
}

void tst_SignInPage::cancelledErrorsSayNothing()
{
    m_fake->session.setState(State::WaitingBrowser);
    m_fake->session.fail(Error::cancelled());
    QVERIFY(button(u"Sign in"_s));
    QVERIFY(!button(u"Try again"_s));
}

void tst_SignInPage::sessionOnlyStorageIsSaid()
{
    QVERIFY(!shows(u"until Podium closes"_s));
    m_fake->session.tokenStorage = {false, u"The keychain is locked."_s};
    Q_EMIT m_fake->session.storageChanged();
    QVERIFY(shows(u"until Podium closes"_s));
    QVERIFY(shows(u"The keychain is locked."_s));
}

void tst_SignInPage::everyStateIsAccessible_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {State::SignedOut, State::Restoring, State::WaitingBrowser, State::WaitingDevice,
                              State::SigningIn, State::Expired, State::SigningOut})
        QTest::addRow("%d", int(state)) << state;
}

void tst_SignInPage::everyStateIsAccessible()
{
    QFETCH(State, state);
    m_fake->session.setState(state);
    QVERIFY(!m_page->accessibleName().isEmpty());
    QCOMPARE(unnamedControls(m_page.get()), QStringList());
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(tst_SignInPage)
#include "tst_signinpage.moc"
