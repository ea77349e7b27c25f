// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/widgets/stateview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_StateView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quickAnswersDoNotFlicker();
    void slowAnswersSayWhatIsAwaited();
    void emptyOffersItsAction();
    void errorsNameWhatWhyRemedy();
    void detailsCanBeCopied();
    void cancelledErrorsSayNothing();
    void focusGoesToTheAction();
    void longTextsAreNotCut();

private:
    static Error failure();
    static bool shows(QWidget &view, const QString &text);
    template <typename B>
    static B *button(QWidget &view, const QString &text);
};

Error tst_StateView::failure()
{
    Error error;
    error.kind = Error::Kind::Network;
    error.what = u"The list could not be read."_s;
    error.why = u"<b>host</b> refused the connection."_s;
    error.remedy = u"Try again later."_s;
    error.details = u"connection refused (111)"_s;
    return error;
}

bool tst_StateView::shows(QWidget &view, const QString &text)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

template <typename B>
B *tst_StateView::button(QWidget &view, const QString &text)
{
    for (B *button : view.findChildren<B *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

void tst_StateView::quickAnswersDoNotFlicker()
{
    auto *content = new QLabel(u"content"_s);
    StateView view(content);
    view.show();
    view.showLoading(u"Reading"_s);
    QVERIFY(content->isVisible());
    view.showContent();
    QTest::qWait(200);
    QVERIFY(content->isVisible());
    QVERIFY(!shows(view, u"Reading"_s));
}

void tst_StateView::slowAnswersSayWhatIsAwaited()
{
    auto *content = new QLabel(u"content"_s);
    StateView view(content);
    view.show();
    view.showLoading(u"Reading"_s);
    QTRY_VERIFY(shows(view, u"Reading"_s));
    QVERIFY(!content->isVisible());
}

void tst_StateView::emptyOffersItsAction()
{
    StateView view(new QLabel);
    view.show();
    int clicks = 0;
    view.showEmpty(u"workflow"_s, u"No workflows"_s, u"Deploy one."_s, u"Reload"_s, [&] { ++clicks; });
    QVERIFY(shows(view, u"No workflows"_s));
    QVERIFY(shows(view, u"Deploy one."_s));
    QTest::mouseClick(button<QPushButton>(view, u"Reload"_s), Qt::LeftButton);
    QCOMPARE(clicks, 1);
    QCOMPARE(unnamedControls(&view), QStringList());
}

void tst_StateView::errorsNameWhatWhyRemedy()
{
    StateView view(new QLabel);
    view.show();
    int retries = 0;
    view.showError(failure(), [&] { ++retries; });
    QVERIFY(shows(view, failure().what));
    QVERIFY(shows(view, failure().why));
    QVERIFY(shows(view, failure().remedy));
    for (const QLabel *label : view.findChildren<QLabel *>())
        QCOMPARE(label->textFormat() == Qt::PlainText || label->text().isEmpty(), true);
    QTest::mouseClick(button<QPushButton>(view, u"Try again"_s), Qt::LeftButton);
    QCOMPARE(retries, 1);
    QCOMPARE(unnamedControls(&view), QStringList());
}

void tst_StateView::detailsCanBeCopied()
{
    StateView view(new QLabel);
    view.resize(900, 700);
    view.show();
    view.showError(failure(), [] {});
    QVERIFY(!button<QToolButton>(view, u"Copy details"_s));
    button<QToolButton>(view, u"Details"_s)->click();
    button<QToolButton>(view, u"Copy details"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), failure().details);
}

void tst_StateView::cancelledErrorsSayNothing()
{
    StateView view(new QLabel(u"content"_s));
    view.show();
    view.showError(Error::cancelled(), [] {});
    QCOMPARE(view.shown(), StateView::Shown::Content);
}

void tst_StateView::focusGoesToTheAction()
{
    auto *content = new QPushButton(u"content"_s);
    StateView view(content);
    view.show();
    view.activateWindow();
    content->setFocus();
    QTRY_VERIFY(content->hasFocus());
    view.showError(failure(), [] {});
    QTRY_VERIFY(button<QPushButton>(view, u"Try again"_s)->hasFocus());
    view.showContent();
    QTRY_VERIFY(content->hasFocus());
}

void tst_StateView::longTextsAreNotCut()
{
    StateView view(new QLabel);
    view.resize(900, 700);
    view.show();
    Error error = failure();
    error.why = u"Because of many words. "_s.repeated(20);
    view.showError(error, [] {});
    QTest::qWait(0);
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

QTEST_MAIN(tst_StateView)
#include "tst_stateview.moc"
