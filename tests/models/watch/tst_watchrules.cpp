// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/watch/rulememory.h"
#include "models/watch/watchrules.h"
#include "models/watch/watchrulesmodel.h"
#include "models/watch/watchtexts.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class TestWatchRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesARestart();
    void anyBytesLoseNothing_data();
    void anyBytesLoseNothing();
    void keepsWhatALaterVersionWrote();
    void refusesWhatCannotBeWatched();
    void tellsWhereItCannotBeKept();
    void memoryIsBoundedAndKept();
    void listsRules();

private:
    static WatchRule rule(const QString &id, WatchRule::Kind kind = WatchRule::Kind::WorkflowFails)
    {
        WatchRule rule;
        rule.id = id;
        rule.kind = kind;
        rule.created = QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
        return rule;
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

void TestWatchRules::survivesARestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watch/rules.json"_s);
    QList<WatchRule> made;
    {
        WatchRules rules(path);
        QVERIFY(rules.problem().isEmpty());
        WatchRule many = rule(u"many"_s, WatchRule::Kind::ManyFail);
        many.count = 3;
        many.spanMs = 300'000;
        many.name = u"Night <b>shift</b>"_s;
        WatchRule view = rule(u"view"_s, WatchRule::Kind::ViewCrosses);
        view.line = u"state:error"_s;
        view.isBelow = true;
        view.count = 2;
        WatchRule one = rule(u"one"_s, WatchRule::Kind::InstanceEnds);
        one.instanceId = u"4711"_s;
        one.onlyFailures = true;
        for (const WatchRule &each : {many, view, one, rule(u"job"_s, WatchRule::Kind::JobOverdue)})
            QVERIFY(rules.put(each));
        QVERIFY(rules.setPaused(u"job"_s, true));
        QVERIFY(rules.mute(u"many"_s, many.created.addSecs(60)));
        made = rules.rules();
    }
    const WatchRules again(path);
    QCOMPARE(again.rules(), made);
    QVERIFY(again.find(u"job"_s)->isPaused);
    QVERIFY(again.hasActive());
}

void TestWatchRules::anyBytesLoseNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"rules\": [");
    QTest::newRow("an array") << QByteArray("[1, 2]");
    QTest::newRow("something else") << QByteArray("{\"rules\": {\"a\": 1}}");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\0\1", 4);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("endless") << QByteArray(3 << 20, '[');
}

void TestWatchRules::anyBytesLoseNothing()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"rules.json"_s);
    write(path, text);
    WatchRules rules(path);
    QVERIFY(rules.problem().contains(u"rules.json"_s));
    QVERIFY(rules.rules().isEmpty());
    const Result<Done> kept = rules.put(rule(u"new"_s));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
    QCOMPARE(contents(path), text);
}

void TestWatchRules::keepsWhatALaterVersionWrote()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"rules.json"_s);
    write(path, R"({"rules":[{"id":"x","kind":"fromTheFuture","what":[1,2]},{"id":"a","kind":"workflowFails"},
                             {"id":"a","kind":"jobOverdue"},{"kind":"jobOverdue"},17]})");
    WatchRules rules(path);
    QVERIFY(rules.problem().isEmpty());
    QCOMPARE(rules.rules().size(), 1);
    QVERIFY(rules.put(rule(u"b"_s)));
    const QByteArray text = contents(path);
    QVERIFY(text.contains("fromTheFuture"));
    QVERIFY(text.contains("17"));
    QCOMPARE(WatchRules(path).rules().size(), 2);
}

void TestWatchRules::refusesWhatCannotBeWatched()
{
    WatchRules rules{QString()};
    const QSignalSpy changed(&rules, &WatchRules::changed);
    QVERIFY(!rules.put(rule(u"one"_s, WatchRule::Kind::InstanceEnds)));
    QVERIFY(!rules.put(rule(u"many"_s, WatchRule::Kind::ManyFail)));
    WatchRule view = rule(u"view"_s, WatchRule::Kind::ViewCrosses);
    view.line = u"state:nothing"_s;
    QVERIFY(!rules.put(view));
    view.line.clear();
    view.isBelow = true;
    QVERIFY(!rules.put(view));
    QVERIFY(!rules.put(rule({})));
    QCOMPARE(changed.count(), 0);
    for (int i = 0; i < WatchRules::kMost; ++i)
        QVERIFY(rules.put(rule(QString::number(i))));
    QVERIFY(!rules.put(rule(u"one more"_s)));
}

void TestWatchRules::tellsWhereItCannotBeKept()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "in the way");
    WatchRules rules(folder.filePath(u"file/rules.json"_s));
    const Result<Done> kept = rules.put(rule(u"a"_s));
    QVERIFY(!kept);
    QVERIFY(!kept.error().why.isEmpty());
    QVERIFY(rules.rules().isEmpty());
}

void TestWatchRules::memoryIsBoundedAndKept()
{
    RuleMemory memory;
    for (int i = 0; i < 30'000; ++i)
        memory.told.insert(QString::number(i));
    QVERIFY(memory.told.size() <= ToldKeys::kMost);
    QVERIFY(memory.told.contains(u"29999"_s)); // the newest stay
    QVERIFY(!memory.told.contains(u"0"_s));
    memory.hasLooked = true;
    memory.isOver = true;
    memory.upTo = QDateTime(QDate(2026, 3, 2), QTime(14, 0, 0, 123), Qt::UTC);
    memory.failures << memory.upTo.addSecs(-5) << memory.upTo;
    QCOMPARE(memoryFromJson(toJson(memory)), memory);
    QCOMPARE(
        memoryFromJson(QJsonDocument::fromJson(R"({"told":{"a":1},"failures":[null,"x",{}],"upTo":"y"})").object()),
        RuleMemory());
}

void TestWatchRules::listsRules()
{
    WatchRulesModel model;
    const QAbstractItemModelTester tester(&model);
    const QDateTime now(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    WatchRule fails = rule(u"a"_s);
    fails.workflowId = u"order"_s;
    fails.about = u"Order"_s;
    WatchRule muted = rule(u"b"_s, WatchRule::Kind::JobOverdue);
    muted.mutedUntil = now.addSecs(60);
    muted.name = u"Timers\nof the night"_s;
    WatchRule paused = rule(u"c"_s, WatchRule::Kind::RuntimeAway);
    paused.isPaused = true;
    model.setRules({fails, muted, paused}, now);
    QCOMPARE(model.index(0, 0).data().toString(), u"Order fails"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"Watching"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"Timers of the night"_s);
    QVERIFY(model.index(1, 2).data().toString().startsWith(u"Muted until"_s));
    QCOMPARE(model.index(2, 2).data().toString(), u"Paused"_s);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    paused.isPaused = false;
    model.setRules({fails, muted, paused}, now);
    QCOMPARE(resets.count(), 0); // the selection stays
    QCOMPARE(model.index(2, 2).data().toString(), u"Watching"_s);
    QCOMPARE(spanText(90'000), u"90 s"_s);
    QCOMPARE(spanText(7'200'000), u"2 h"_s);
}

QTEST_GUILESS_MAIN(TestWatchRules)
#include "tst_watchrules.moc"
