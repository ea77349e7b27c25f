// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_Banner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenUntilItHasSomethingToSay();
    void offersAnAction();
    void errorsKeepTheirDetailsAClickAway();
    void closedByTheUser();
};

void tst_Banner::hiddenUntilItHasSomethingToSay()
{
    QWidget window;
    window.resize(600, 100);
    Banner banner(&window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.setMessage(Tone::Info, u"<i>server</i> text"_s);
    QVERIFY(banner.isVisible());
    QCOMPARE(banner.text(), u"<i>server</i> text"_s);
    for (const QLabel *label : banner.findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    banner.clear();
    QVERIFY(!banner.isVisible());
}

void tst_Banner::offersAnAction()
{
    Banner banner;
    int runs = 0;
    // The action may well replace the message that it is part of.
    banner.setMessage(Tone::Warning, u"Session ended."_s, u"Sign in again"_s, [&] {
        ++runs;
        banner.clear();
    });
    banner.findChild<QPushButton *>()->click();
    QCOMPARE(runs, 1);
    QVERIFY(!banner.isVisible());
    banner.setMessage(Tone::Info, u"x"_s);
    QCOMPARE(unnamedControls(&banner), QStringList());
}

void tst_Banner::errorsKeepTheirDetailsAClickAway()
{
    Banner banner;
    Error error;
    error.kind = Error::Kind::Server;
    error.what = u"The instance could not be aborted."_s;
    error.details = u"errorCode:500"_s;
    banner.setError(error);
    QVERIFY(banner.text().contains(error.what));
    QVERIFY(!banner.text().contains(error.details));
    for (QPushButton *button : banner.findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    auto *box = banner.findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->text(), error.details);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    banner.setError(Error::cancelled());
    QVERIFY(!banner.isVisible());
}

void tst_Banner::closedByTheUser()
{
    Banner banner;
    QSignalSpy closed(&banner, &Banner::closed);
    banner.setMessage(Tone::Danger, u"x"_s);
    banner.findChild<QToolButton *>()->click();
    QCOMPARE(closed.size(), 1);
    banner.setClosable(false);
    banner.setMessage(Tone::Danger, u"x"_s);
    QVERIFY(!banner.findChild<QToolButton *>()->isVisible());
}

QTEST_MAIN(tst_Banner)
#include "tst_banner.moc"
