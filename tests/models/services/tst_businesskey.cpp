// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/businesskey.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestBusinessKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("key");
        QTest::newRow("all") << u"{user}-{workflow}-{date}-{time}-{n}"_s << u"ada-greet-2026-03-02-143007-12"_s;
        QTest::newRow("none") << u"order"_s << u"order"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("twice") << u"{n}/{n}"_s << u"12/12"_s;
        QTest::newRow("unknown stays") << u"{m}-{n}"_s << u"{m}-12"_s;
        QTest::newRow("braces") << u"{{n}} {n"_s << u"{12} {n"_s;
        QTest::newRow("spaces") << u"  {n} \n x "_s << u"12 x"_s;
    }

    void expands()
    {
        QFETCH(QString, pattern);
        const BusinessKeyValues values{u"ada"_s, u"greet"_s, QDateTime(QDate(2026, 3, 2), QTime(14, 30, 7)), 12};
        QTEST(expandBusinessKey(pattern, values), "key");
    }

    void valuesAreNotReadAgain() { QCOMPARE(expandBusinessKey(u"{user}"_s, {u"{n}"_s, {}, {}, 5}), u"{n}"_s); }

    void tellsWhatIsUnknown()
    {
        QCOMPARE(unknownPlaceholder(u"{user}-{m}-{x}"_s), u"{m}"_s);
        QCOMPARE(unknownPlaceholder(u"{user}-{date}-{n} {1}"_s), QString());
        QVERIFY(countsKeys(u"a-{n}"_s));
        QVERIFY(!countsKeys(u"a-n"_s));
    }
};

QTEST_GUILESS_MAIN(TestBusinessKey)
#include "tst_businesskey.moc"
