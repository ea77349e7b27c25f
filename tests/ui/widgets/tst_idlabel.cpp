// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessibility.h"
#include "ui/widgets/idlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QToolButton>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_IdLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesTheWholeId();
    void fitsIntoLittleRoom();
    void emptyHasNothingToCopy();
};

static const QString kId = u"0b3c6f2e-4d51-4c8a-9a44-5f1d2c3b4a59"_s;

void tst_IdLabel::copiesTheWholeId()
{
    IdLabel label;
    label.setId(kId);
    label.resize(100, 24); // elided on screen
    label.show();
    QTest::mouseClick(label.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), kId);
    QCOMPARE(label.accessibleName(), kId);
    QCOMPARE(unnamedControls(&label), QStringList());
}

void tst_IdLabel::fitsIntoLittleRoom()
{
    IdLabel label;
    label.setId(kId);
    label.resize(120, 24);
    label.show();
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 2);
    QVERIFY(label.rect().contains(label.findChild<QToolButton *>()->geometry()));
}

void tst_IdLabel::emptyHasNothingToCopy()
{
    IdLabel label;
    label.setId(kId);
    label.setId({});
    label.show();
    QVERIFY(!label.findChild<QToolButton *>()->isVisible());
}

QTEST_MAIN(tst_IdLabel)
#include "tst_idlabel.moc"
