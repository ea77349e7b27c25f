// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzymatch.h"
#include "ui/shell/worklist.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranking_data();
    void ranking();
    void matchesSayWhere();
    void whatDoesNotMatchIsLeftOut();
    void modelsKeepTheirPromises();
    void keyboardOnly();
    void recentOnesLead();
    void pastedTextsHaveTheirItem();
    void workCanBeCancelled();

private:
    static PaletteItem item(const QString &title, int *runs = nullptr);
};

PaletteItem tst_CommandPalette::item(const QString &title, int *runs)
{
    return {title,
            title,
            u"Action"_s,
            {},
            u"run"_s,
            [runs] {
                if (runs)
                    ++*runs;
            },
            0};
}

void tst_CommandPalette::ranking_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole before beginning") << u"greet"_s << u"Greet"_s << u"Greet team"_s;
    QTest::newRow("beginning before word") << u"in"_s << u"Instances"_s << u"Sign in"_s;
    QTest::newRow("word before middle") << u"port"_s << u"Quarterly port"_s << u"Quarterly report"_s;
    QTest::newRow("in a row before scattered") << u"rep"_s << u"Quarterly report"_s << u"Retry the paused"_s;
    QTest::newRow("initials before scattered") << u"oe"_s << u"Onboard employee"_s << u"Countries"_s;
    QTest::newRow("shorter before longer") << u"book"_s << u"Book a trip"_s << u"Book a trip around the world"_s;
    QTest::newRow("camel case is words") << u"dr"_s << u"departmentReport"_s << u"hundreds"_s;
}

void tst_CommandPalette::ranking()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyMatch(query, better));
    QVERIFY2(fuzzyMatch(query, better).score > fuzzyMatch(query, worse).score,
             qPrintable(u"%1 against %2"_s.arg(fuzzyMatch(query, better).score).arg(fuzzyMatch(query, worse).score)));
    PaletteModel model;
    model.setItems({item(worse), item(better)});
    model.setQuery(query);
    QCOMPARE(model.index(0).data().toString(), better);
}

void tst_CommandPalette::matchesSayWhere()
{
    QCOMPARE(fuzzyMatch(u"TEAM"_s, u"Greet team"_s).positions, (QList<qsizetype>{6, 7, 8, 9}));
    QCOMPARE(fuzzyMatch(u"gt"_s, u"Greet team"_s).positions, (QList<qsizetype>{0, 6}));
}

void tst_CommandPalette::whatDoesNotMatchIsLeftOut()
{
    QVERIFY(!fuzzyMatch(u"xyz"_s, u"Greet team"_s));
    QVERIFY(!fuzzyMatch(u"maet"_s, u"Greet team"_s));
    QVERIFY(!fuzzyMatch(u"greet"_s, QString()));
    QVERIFY(fuzzyMatch(u"  "_s, u"anything"_s));
}

void tst_CommandPalette::modelsKeepTheirPromises()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems({item(u"One"_s), item(u"Two"_s), item(u"Three"_s)});
    model.setQuery(u"t"_s);
    QCOMPARE(model.rowCount(), 2);
    model.setQuery(u"nothing"_s);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.use(0));

    WorkList work;
    const QAbstractItemModelTester workTester(&work, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int id = work.begin(u"Reading"_s);
    const int other = work.begin(u"Writing"_s);
    work.setProgress(id, 3, 10);
    QCOMPARE(work.index(0).data(WorkList::DoneRole).toInt(), 3);
    work.end(id);
    work.end(id);
    QCOMPARE(work.rowCount(), 1);
    work.end(other);
}

void tst_CommandPalette::keyboardOnly()
{
    QWidget window;
    window.resize(900, 700);
    QLineEdit before(&window);
    CommandPalette palette(&window);
    int greets = 0;
    int reports = 0;
    palette.setSource([&] { return QList<PaletteItem>{item(u"Greet"_s, &greets), item(u"Report"_s, &reports)}; });
    window.show();
    window.activateWindow();
    before.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open();
    auto *field = palette.findChild<QLineEdit *>();
    QVERIFY(field->hasFocus());
    QCOMPARE(unnamedControls(&palette), QStringList());
    QTest::keyClicks(field, u"r"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Up);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(reports, 1);
    QCOMPARE(greets, 0);
    QVERIFY(!palette.isVisible());
    QVERIFY(before.hasFocus());
    palette.open();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(before.hasFocus());
}

void tst_CommandPalette::recentOnesLead()
{
    PaletteModel model;
    model.setItems({item(u"One"_s), item(u"Two"_s), item(u"Three"_s)});
    (void)model.use(2);
    model.setQuery({});
    QCOMPARE(model.index(0).data().toString(), u"Three"_s);
}

void tst_CommandPalette::pastedTextsHaveTheirItem()
{
    QWidget window;
    window.resize(900, 700);
    CommandPalette palette(&window);
    int opened = 0;
    palette.setSource([] { return QList<PaletteItem>{item(u"Greet"_s)}; });
    palette.setTextSource([&](const QString &text) {
        return text == u"42"_s ? QList<PaletteItem>{item(u"Open instance 42"_s, &opened)} : QList<PaletteItem>();
    });
    window.show();
    palette.open();
    auto *field = palette.findChild<QLineEdit *>();
    field->setText(u"42"_s);
    QCOMPARE(palette.model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened, 1);
}

void tst_CommandPalette::workCanBeCancelled()
{
    WorkList work;
    int cancelled = 0;
    (void)work.begin(u"Reading"_s, [&] { ++cancelled; });
    work.cancel(0);
    work.cancel(7);
    QCOMPARE(cancelled, 1);
    QCOMPARE(work.rowCount(), 0);
}

QTEST_MAIN(tst_CommandPalette)
#include "tst_commandpalette.moc"
