// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/distinctrows.h"
#include "tests/fakes/await.h"
#include "tests/fakes/fakereplies.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

/// A server whose offsets and limits count every instance three times.
class tst_DistinctRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesEachInstanceOnce_data();
    void pagesEachInstanceOnce();
    void readsOnlyOnwards();
    void readsAnewFromTheStart();
    void queriesDoNotDisturbEachOther();
    void failuresAreTold();

private:
    static constexpr int kInstances = 70;

    DistinctRows::Ask server()
    {
        return [this](const InstanceQuery &query) {
            offsets << query.offset;
            InstancePage page;
            QSet<QString> ids;
            for (int i = query.offset; i < qMin(3 * kInstances, query.offset + query.limit); ++i) {
                WorkflowInstance row;
                row.id = QString::number(i / 3);
                if (!ids.contains(row.id))
                    page.rows << row;
                ids.insert(row.id);
            }
            if (counts)
                page.total = 3 * kInstances;
            return replies.reply<InstancePage>(page);
        };
    }
    static InstanceQuery part(int offset, const QString &node = u"n"_s)
    {
        InstanceQuery query;
        query.filter.set(InstanceField::Node, {node});
        query.offset = offset;
        query.limit = 20;
        return query;
    }

    bool counts = true;
    QList<int> offsets;
    FakeReplies replies;
};

void tst_DistinctRows::pagesEachInstanceOnce_data()
{
    QTest::addColumn<bool>("isCounting");
    QTest::newRow("counting server") << true;
    QTest::newRow("server that does not count") << false;
}

void tst_DistinctRows::pagesEachInstanceOnce()
{
    QFETCH(bool, isCounting);
    counts = isCounting;
    DistinctRows rows(server());
    QStringList ids;
    for (int offset = 0; offset < 100; offset += 20) {
        const auto page = await(rows.page(part(offset)));
        QVERIFY(page);
        QCOMPARE(page->total, std::nullopt);
        QCOMPARE(page->rows.size(), qBound(0, kInstances - offset, 20));
        for (const WorkflowInstance &row : page->rows)
            ids << row.id;
    }
    QCOMPARE(ids.size(), kInstances);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), kInstances);
    counts = true;
}

void tst_DistinctRows::readsOnlyOnwards()
{
    offsets.clear();
    DistinctRows rows(server());
    QVERIFY(await(rows.page(part(0))));
    QVERIFY(await(rows.page(part(20))));
    QVERIFY(std::is_sorted(offsets.cbegin(), offsets.cend()));
    QCOMPARE(QSet<int>(offsets.cbegin(), offsets.cend()).size(), offsets.size()); // none twice
    QCOMPARE(await(rows.page(part(60)))->rows.size(), 10);                        // at once far behind
}

void tst_DistinctRows::readsAnewFromTheStart()
{
    DistinctRows rows(server());
    QVERIFY(await(rows.page(part(0))));
    QVERIFY(await(rows.page(part(20))));
    offsets.clear();
    QVERIFY(await(rows.page(part(20)))); // what is shown is to be read again
    QCOMPARE(offsets.value(0, -1), 0);
    offsets.clear();
    QVERIFY(await(rows.page(part(0))));
    QCOMPARE(offsets.value(0, -1), 0);
}

void tst_DistinctRows::queriesDoNotDisturbEachOther()
{
    DistinctRows rows(server());
    replies.delayMs = 1;
    const auto first = rows.page(part(0));
    const auto second = rows.page(part(0, u"m"_s));
    const auto third = rows.page(part(20));
    QCOMPARE(await(second)->rows.size(), 20);
    QCOMPARE(await(first)->rows.size(), 20);
    QCOMPARE(await(third)->rows.first().id, u"20"_s);
    replies.delayMs = 0;
}

void tst_DistinctRows::failuresAreTold()
{
    DistinctRows rows(server());
    QVERIFY(await(rows.page(part(0))));
    replies.error = fakeError();
    QCOMPARE(await(rows.page(part(60))).error().why, fakeError().why);
    replies.error.reset();
    QCOMPARE(await(rows.page(part(60)))->rows.size(), 10); // and can be asked again
}

QTEST_GUILESS_MAIN(tst_DistinctRows)
#include "tst_distinctrows.moc"
