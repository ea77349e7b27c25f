// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/qrcode.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statebadge.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// The small ones: SearchField, confirm(), QrCode, StateBadge, BusyBar.
class tst_Controls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchWaitsForAPause();
    void escapeClearsTheSearch();
    void confirmRunsOnlyWhenAgreed();
    void dangerNeedsMoreThanEnter();
    void productionAsksForTheWord();
    void confirmationTextsArePlain();
    void qrCodeHasItsFinders();
    void qrCodeOfTooMuch();
    void badgesNameStates();

private:
    static QPushButton *button(QDialog *dialog, const QString &text);
};

QPushButton *tst_Controls::button(QDialog *dialog, const QString &text)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void tst_Controls::searchWaitsForAPause()
{
    SearchField field(u"Filter"_s);
    QSignalSpy told(&field, &SearchField::searchChanged);
    QTest::keyClicks(&field, u"greet"_s);
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.at(0).at(0).toString(), u"greet"_s);
    QTest::keyClicks(&field, u"s"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(told.size(), 2);
    QTest::qWait(250);
    QCOMPARE(told.size(), 2);
}

void tst_Controls::escapeClearsTheSearch()
{
    SearchField field(u"Filter"_s);
    field.setText(u"x"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QSignalSpy told(&field, &SearchField::searchChanged);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QCOMPARE(told.size(), 1);
    QCOMPARE(field.accessibleName(), u"Filter"_s);
}

void tst_Controls::confirmRunsOnlyWhenAgreed()
{
    QWidget window;
    window.show();
    int runs = 0;
    const Confirmation question{u"Retry?"_s, u"The node runs again."_s, u"Retry"_s, Tone::Info, {}};
    button(confirm(&window, question, [&] { ++runs; }), u"Cancel"_s)->click();
    QCOMPARE(runs, 0);
    QDialog *dialog = confirm(&window, question, [&] { ++runs; });
    QCOMPARE(unnamedControls(dialog), QStringList());
    button(dialog, u"Retry"_s)->click();
    QCOMPARE(runs, 1);
}

void tst_Controls::dangerNeedsMoreThanEnter()
{
    QWidget window;
    window.show();
    int runs = 0;
    QDialog *dialog = confirm(&window, {u"Abort?"_s, u"x"_s, u"Abort"_s, Tone::Danger, {}}, [&] { ++runs; });
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(runs, 0);
}

void tst_Controls::productionAsksForTheWord()
{
    QWidget window;
    window.show();
    int runs = 0;
    QDialog *dialog =
        confirm(&window, {u"Abort?"_s, u"x"_s, u"Abort"_s, Tone::Danger, u"Production"_s}, [&] { ++runs; });
    auto *field = dialog->findChild<QLineEdit *>();
    QVERIFY(!button(dialog, u"Abort"_s)->isEnabled());
    QTest::keyClicks(field, u"production"_s);
    QVERIFY(!button(dialog, u"Abort"_s)->isEnabled());
    field->setText(u"Production"_s);
    button(dialog, u"Abort"_s)->click();
    QCOMPARE(runs, 1);
}

void tst_Controls::confirmationTextsArePlain()
{
    QWidget window;
    QDialog *dialog = confirm(&window, {u"<b>x</b>"_s, u"<a href='x'>y</a>"_s, u"Go"_s, Tone::Info, {}}, {});
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    dialog->reject();
}

void tst_Controls::qrCodeHasItsFinders()
{
    QrCode code;
    code.setText(u"http://127.0.0.1:8080/realms/podium/device?user_code=ABCD-EFGH"_s);
    const QImage modules = code.modules();
    QVERIFY(!modules.isNull());
    const int last = modules.width() - 1;
    for (const QPoint &corner : {QPoint(0, 0), QPoint(last - 6, 0), QPoint(0, last - 6)}) {
        // Seven dark, a light ring, three dark in the middle.
        QCOMPARE(qGray(modules.pixel(corner)), 0);
        QCOMPARE(qGray(modules.pixel(corner + QPoint(1, 1))), 255);
        QCOMPARE(qGray(modules.pixel(corner + QPoint(3, 3))), 0);
    }
}

void tst_Controls::qrCodeOfTooMuch()
{
    QrCode code;
    code.setText(QString(20'000, u'x'));
    QVERIFY(code.isEmpty());
    code.setText({});
    QVERIFY(code.isEmpty());
    (void)code.grab();
}

void tst_Controls::badgesNameStates()
{
    StateBadge badge;
    badge.setState(InstanceState::Error);
    QCOMPARE(badge.text(), displayName(InstanceState::Error));
    QCOMPARE(badge.accessibleName(), badge.text());
    const int narrow = badge.sizeHint().width();
    badge.setBadge(Tone::Info, u"run"_s, u"A much longer state than the others"_s);
    QVERIFY(badge.sizeHint().width() > narrow);
}

QTEST_MAIN(tst_Controls)
#include "tst_controls.moc"
