// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/shell/windowfixture.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/viewbutton.h"

#include <QInputDialog>
#include <QPushButton>

using namespace podium;
using namespace Qt::StringLiterals;

class TestRailViews : public QObject, public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init();
    void cleanup() { close(); }
    void showsNamesAndCounts();
    void opensTheView();
    void goesThroughThemByKeyboard();
    void movesByKeyboard();
    void renamesAndDeletes();
    void hiddenWithoutNames();
    void eachEnvironmentHasItsOwn();

private:
    QList<ViewButton *> buttons() const
    {
        QList<ViewButton *> shown;
        for (ViewButton *button : m_window->findChildren<ViewButton *>()) {
            if (button->isVisible())
                shown << button;
        }
        std::sort(shown.begin(), shown.end(), [](auto *a, auto *b) { return a->y() < b->y(); });
        return shown;
    }
    QStringList names() const
    {
        m_window->grab(); // lays out
        QStringList names;
        for (const ViewButton *button : buttons())
            names << button->name();
        return names;
    }
};

void TestRailViews::init()
{
    open();
    m_window->resize(1200, 800);
    fake()->views.list = {{u"Failed & new"_s, u"state:error"_s, {}, {}},
                          {u"Mine"_s, u"user:alice"_s, {}, {}},
                          {u"Late"_s, u"started:<-1d"_s, {}, {}}};
    Q_EMIT fake()->views.changed();
}

void TestRailViews::showsNamesAndCounts()
{
    QCOMPARE(names(), QStringList({u"Failed & new"_s, u"Mine"_s, u"Late"_s}));
    QCOMPARE(fake()->live.counted.size(), 3);
    QCOMPARE(fake()->live.counted.first().filter.states(), QList<InstanceState>{InstanceState::Error});
    Q_EMIT fake()->live.countsChanged({12, std::nullopt, 1'234'567});
    QCOMPARE(buttons().at(0)->countText(), u"12"_s);
    QVERIFY(buttons().at(0)->accessibleName().contains(u"12"_s));
    QVERIFY(buttons().at(1)->countText().isEmpty()); // nothing rather than a wrong number
    QVERIFY(buttons().at(2)->countText().endsWith(u'M'));
    QVERIFY(buttons().at(2)->toolTip().contains(QLocale().toString(1'234'567)));
    // Below the instances, above what follows.
    auto *instances = m_window->findChild<QWidget *>(u"rail-instances"_s);
    QVERIFY(buttons().first()->y() > instances->y());
}

void TestRailViews::opensTheView()
{
    buttons().at(1)->click();
    QCOMPARE(tabs()->current().kind, u"instances"_s);
}

void TestRailViews::goesThroughThemByKeyboard()
{
    (void)names();
    auto *instances = m_window->findChild<QWidget *>(u"rail-instances"_s);
    instances->setFocus();
    QTest::keyClick(instances, Qt::Key_Down);
    QVERIFY(buttons().at(0)->hasFocus());
    QTest::keyClick(buttons().at(0), Qt::Key_Down);
    QVERIFY(buttons().at(1)->hasFocus());
    QTest::keyClick(buttons().at(1), Qt::Key_Return);
    QCOMPARE(tabs()->current().kind, u"instances"_s);
}

void TestRailViews::movesByKeyboard()
{
    (void)names();
    buttons().at(2)->setFocus();
    QTest::keyClick(buttons().at(2), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), QStringList({u"Failed & new"_s, u"Late"_s, u"Mine"_s}));
    QVERIFY(buttons().at(1)->hasFocus()); // goes with it
    QTest::keyClick(buttons().at(1), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(buttons().at(0), Qt::Key_Up, Qt::AltModifier); // no farther
    QCOMPARE(names(), QStringList({u"Late"_s, u"Failed & new"_s, u"Mine"_s}));
}

void TestRailViews::renamesAndDeletes()
{
    (void)names();
    QTest::keyClick(buttons().at(1), Qt::Key_F2);
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->textValue(), u"Mine"_s);
    dialog->setTextValue(u"All mine"_s);
    dialog->accept();
    QCOMPARE(names().at(1), u"All mine"_s);
    QTest::keyClick(buttons().at(0), Qt::Key_Delete);
    QCOMPARE(fake()->views.list.size(), 3); // asks first
    QPushButton *remove = nullptr;
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Delete"_s)
            remove = button;
    }
    QVERIFY(remove);
    remove->click();
    QTRY_COMPARE(names(), QStringList({u"All mine"_s, u"Late"_s}));
    QCOMPARE(fake()->live.counted.size(), 2);
}

void TestRailViews::hiddenWithoutNames()
{
    m_window->resize(800, 700);
    QTRY_VERIFY(buttons().isEmpty());
    m_window->resize(1200, 800);
    QTRY_COMPARE(buttons().size(), 3);
}

void TestRailViews::eachEnvironmentHasItsOwn()
{
    m_window->openEnvironment(u"Production"_s);
    QTRY_VERIFY(buttons().isEmpty());
    QVERIFY(fake()->live.counted.isEmpty()); // nobody sees them
    m_window->openEnvironment(u"Local sandbox"_s);
    QTRY_COMPARE(buttons().size(), 3);
    fake()->session.setState(SessionService::State::SignedOut);
    QTRY_VERIFY(buttons().isEmpty());
}

QTEST_MAIN(TestRailViews)
#include "tst_railviews.moc"
