// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/history.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void aNewStepForgetsWhatWasAhead();
    void stayingIsNoStep();
    void whatMovesIsNoStep();
    void keepsTheLastHundred();
    void emptyHasNowhereToGo();

private:
    static Location at(const QString &id) { return {u"instance"_s, id, {}}; }
};

void tst_History::goesBackAndForward()
{
    History history;
    history.visit(at(u"a"_s));
    history.visit(at(u"b"_s));
    history.visit(at(u"c"_s));
    QCOMPARE(history.back(), at(u"b"_s));
    QCOMPARE(history.back(), at(u"a"_s));
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward(), at(u"b"_s));
    QCOMPARE(history.forward(), at(u"c"_s));
    QVERIFY(!history.canGoForward());
}

void tst_History::aNewStepForgetsWhatWasAhead()
{
    History history;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        history.visit(at(id));
    (void)history.back();
    (void)history.back();
    history.visit(at(u"d"_s));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), at(u"a"_s));
}

void tst_History::stayingIsNoStep()
{
    History history;
    history.visit(at(u"a"_s));
    history.visit(at(u"a"_s));
    history.visit({});
    QVERIFY(!history.canGoBack());
}

void tst_History::whatMovesIsNoStep()
{
    History history;
    history.visit(at(u"a"_s));
    history.visit(at(u"b"_s));
    history.replace(at(u"b"_s), at(u"c"_s));
    QCOMPARE(history.present(), at(u"c"_s));
    QCOMPARE(history.back(), at(u"a"_s));
    QCOMPARE(history.forward(), at(u"c"_s));
}

void tst_History::keepsTheLastHundred()
{
    History history;
    for (int i = 0; i < 250; ++i)
        history.visit(at(QString::number(i)));
    int steps = 0;
    while (history.canGoBack()) {
        (void)history.back();
        ++steps;
    }
    QCOMPARE(steps, 99);
    QCOMPARE(history.present(), at(u"150"_s));
}

void tst_History::emptyHasNowhereToGo()
{
    History history;
    QVERIFY(!history.back().isValid());
    QVERIFY(!history.forward().isValid());
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
