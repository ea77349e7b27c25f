// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/attentionlist.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestAttentionList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsRowsInOrder();
    void keysWalkThroughTheRows();
    void rowsKeepTheirPlacesUnderTheFocus();
    void rowsMoveWhenTheUserIsElsewhere();
    void aRestingFocusHoldsForAWhileOnly();
    void sameRowsAreTheSameWidgets();
    void showsMoreOnRequest();
    void barsCanBeHit();
    void textsOfServersAreNoMarkup();

private:
    static RowContent content(const QString &key, int number = 1)
    {
        RowContent row;
        row.key = key;
        row.title = key;
        row.number = QString::number(number);
        row.spoken = u"%1: %2"_s.arg(key).arg(number);
        row.target = Location{u"instances"_s, key, {}};
        return row;
    }
    static QList<RowContent> contents(const QStringList &keys)
    {
        QList<RowContent> rows;
        for (const QString &key : keys)
            rows << content(key);
        return rows;
    }
    QString order() const
    {
        QStringList keys;
        for (const AttentionRow *row : m_list->rows())
            keys << row->content().key + (row->isGone() ? u"!"_s : QString());
        return keys.join(u' ');
    }

    std::unique_ptr<AttentionList> m_list;
    std::unique_ptr<QWidget> m_window;
};

void TestAttentionList::init()
{
    m_list = std::make_unique<AttentionList>(u"Failures"_s, u"None."_s);
    m_list->setGeometry(60, 60, 700, 500);
    QCursor::setPos(10, 10); // not over it
    m_list->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
}

void TestAttentionList::showsRowsInOrder()
{
    m_list->setRows(contents({u"a"_s, u"b"_s}));
    QCOMPARE(order(), u"a b"_s);
    m_list->setRows(contents({u"c"_s, u"b"_s, u"a"_s}));
    QCOMPARE(order(), u"c b a"_s);
    QTRY_VERIFY(m_list->rows().at(0)->y() < m_list->rows().at(1)->y());
    m_list->setRows({});
    QCOMPARE(order(), QString());
    m_list->setRows(contents({u"a"_s, u"a"_s})); // a key is one row
    QCOMPARE(order(), u"a"_s);
}

void TestAttentionList::keysWalkThroughTheRows()
{
    m_list->setRows(contents({u"a"_s, u"b"_s, u"c"_s}));
    QSignalSpy opened(m_list.get(), &AttentionList::opened);
    m_list->focusFirst();
    QVERIFY(m_list->rows().at(0)->hasFocus());
    QTest::keyClick(m_list->rows().at(0), Qt::Key_Down);
    QVERIFY(m_list->rows().at(1)->hasFocus());
    QTest::keyClick(m_list->rows().at(1), Qt::Key_End);
    QVERIFY(m_list->rows().at(2)->hasFocus());
    QTest::keyClick(m_list->rows().at(2), Qt::Key_Down);
    QVERIFY(m_list->rows().at(2)->hasFocus());
    QTest::keyClick(m_list->rows().at(2), Qt::Key_Return);
    QTest::keyClick(m_list->rows().at(2), Qt::Key_Home);
    QTest::keyClick(m_list->rows().at(0), Qt::Key_Space);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(0).at(0).value<Location>().id, u"c"_s);
    QCOMPARE(opened.at(1).at(0).value<Location>().id, u"a"_s);
}

void TestAttentionList::rowsKeepTheirPlacesUnderTheFocus()
{
    m_list->setRows(contents({u"a"_s, u"b"_s}));
    m_list->focusFirst();
    m_list->setRows({content(u"c"_s), content(u"b"_s, 7)});
    QCOMPARE(order(), u"a! b c"_s);
    QVERIFY(m_list->rows().at(0)->hasFocus());
    QVERIFY(m_list->rows().at(0)->accessibleName().contains("No longer there"_L1));
    QCOMPARE(m_list->rows().at(1)->content().number, u"7"_s);
    m_list->setRows(contents({u"a"_s, u"b"_s})); // it is back
    QCOMPARE(order(), u"a b c!"_s);
}

void TestAttentionList::rowsMoveWhenTheUserIsElsewhere()
{
    m_list->setRows(contents({u"a"_s, u"b"_s}));
    m_list->focusFirst();
    m_list->setRows(contents({u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(order(), u"a b c"_s);
    m_list->rows().at(0)->clearFocus();
    QTRY_COMPARE(order(), u"b c a"_s);
}

void TestAttentionList::aRestingFocusHoldsForAWhileOnly()
{
    m_list->setHoldTime(50);
    m_list->setRows(contents({u"a"_s, u"b"_s}));
    m_list->focusFirst();
    m_list->setRows(contents({u"b"_s, u"a"_s}));
    QTRY_COMPARE(order(), u"b a"_s);
    QVERIFY(m_list->rows().at(1)->hasFocus()); // the focus goes with its row
}

void TestAttentionList::sameRowsAreTheSameWidgets()
{
    m_list->setRows(contents({u"a"_s, u"b"_s}));
    const AttentionRow *a = m_list->rows().at(0);
    m_list->setRows(contents({u"b"_s, u"a"_s}));
    QCOMPARE(m_list->rows().at(1), a);
}

void TestAttentionList::showsMoreOnRequest()
{
    QStringList keys;
    for (int i = 0; i < AttentionList::kFirst + 3; ++i)
        keys << QString::number(i);
    m_list->setRows(contents(keys));
    QCOMPARE(m_list->rows().size(), AttentionList::kFirst);
    QPushButton *more = nullptr;
    for (QPushButton *button : m_list->findChildren<QPushButton *>())
        more = button->isVisible() ? button : more;
    QVERIFY(more && more->accessibleName().contains(u"3"_s));
    more->click();
    QCOMPARE(m_list->rows().size(), keys.size());
    QVERIFY(m_list->rows().constLast()->isVisible());
    more->click();
    QCOMPARE(m_list->rows().size(), AttentionList::kFirst);
}

void TestAttentionList::barsCanBeHit()
{
    RowContent row = content(u"a"_s);
    row.steps = {0, 3, 1};
    row.stepNames = {u"first"_s, u"second"_s, u"third"_s};
    row.stepUnit = u"%1 failed"_s;
    row.stepTargets = {Location{u"x"_s, u"1"_s, {}}, Location{u"x"_s, u"2"_s, {}}, Location{u"x"_s, u"3"_s, {}}};
    m_list->setRows({row});
    QSignalSpy opened(m_list.get(), &AttentionList::opened);
    AttentionRow *shown = m_list->rows().at(0);
    // From the right: the number, then the bars.
    QTest::mouseClick(shown, Qt::LeftButton, {}, QPoint(shown->width() - 120, shown->height() / 2));
    QCOMPARE(opened.constLast().at(0).value<Location>().id, u"3"_s);
    QTest::mouseClick(shown, Qt::LeftButton, {}, QPoint(60, shown->height() / 2));
    QCOMPARE(opened.constLast().at(0).value<Location>().id, u"a"_s);
    shown->setFocus();
    QTest::keyClick(shown, Qt::Key_Right);
    QTest::keyClick(shown, Qt::Key_Right);
    QVERIFY(shown->accessibleName().startsWith("second: 3 failed"_L1));
    m_list->resize(300, 500); // no room for bars: all the same reachable by keys
    QTest::keyClick(shown, Qt::Key_Return);
    QCOMPARE(opened.constLast().at(0).value<Location>().id, u"2"_s);
}

void TestAttentionList::textsOfServersAreNoMarkup()
{
    RowContent row = content(u"a"_s);
    row.title = u"<b>bold</b>\u202Egnp"_s;
    row.detail = u"<img src=x>"_s;
    m_list->setRows({row});
    QVERIFY(!m_list->grab().isNull());
}

QTEST_MAIN(TestAttentionList)
#include "tst_attentionlist.moc"
