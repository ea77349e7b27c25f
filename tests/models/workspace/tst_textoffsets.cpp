// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textoffsets.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestTextOffsets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheConversionOfEveryHead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << u"id: a\nname: b\n"_s;
        QTest::newRow("all lengths") << u"a\u00e4\u20ac\U0001F389z"_s;
        QTest::newRow("long") << u"a\u00e4\u20ac\U0001F389z"_s.repeated(700);
    }

    void agreesWithTheConversionOfEveryHead()
    {
        QFETCH(QString, text);
        const TextOffsets offsets(text);
        QCOMPARE(offsets.utf8(), text.toUtf8());
        for (qsizetype unit = 0; unit <= text.size(); ++unit) {
            if (unit > 0 && unit < text.size() && text.at(unit).isLowSurrogate())
                continue; // within a character
            const qsizetype byte = QStringView(text).left(unit).toUtf8().size();
            QCOMPARE(offsets.byteAt(unit), byte);
            QCOMPARE(offsets.unitAt(byte), unit);
        }
        QCOMPARE(offsets.unitAt(offsets.utf8().size() + 10), text.size());
        QCOMPARE(offsets.byteAt(text.size() + 10), offsets.utf8().size());
        QCOMPARE(offsets.unitAt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestTextOffsets)
#include "tst_textoffsets.moc"
