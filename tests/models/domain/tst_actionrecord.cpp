// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/actionrecord.h"

#include <QSet>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_ActionRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void isOneLine();
    void everyActionHasItsOwnWords();
    void ignoresWhatItDoesNotKnow();
    void refusesWhatIsNoRecord_data();
    void refusesWhatIsNoRecord();

private:
    static ActionRecord record();
};

ActionRecord tst_ActionRecord::record()
{
    ActionRecord record;
    record.time = QDateTime(QDate(2026, 3, 2), QTime(14, 30, 5, 250), Qt::UTC);
    record.user = u"operator"_s;
    record.action = ActionRecord::Action::RescheduleJob;
    record.workflowId = u"order-fulfilment"_s;
    record.instanceId = u"0b3c6f2e"_s;
    record.businessKey = u"Ä \"1\"\n<b>"_s;
    record.jobId = u"6f1d2c3b"_s;
    record.detail = u"2026-03-03T08:00:00.000Z"_s;
    record.outcome = ActionRecord::Outcome::Failed;
    record.answer = u"The job was not moved.\nIt is gone."_s;
    return record;
}

void tst_ActionRecord::comesBackAsItWas()
{
    const auto whole = actionRecordFromJson(toJson(record()));
    QVERIFY(whole);
    QCOMPARE(*whole, record());
    ActionRecord small;
    small.time = record().time;
    const auto back = actionRecordFromJson(toJson(small));
    QVERIFY(back);
    QCOMPARE(*back, small);
    QVERIFY(!toJson(small).contains("businessKey")); // nothing for nothing
    ActionRecord local = record();
    local.time = record().time.toLocalTime();
    QCOMPARE(actionRecordFromJson(toJson(local))->time, record().time);
    QCOMPARE(actionRecordFromJson(toJson(local))->time.timeSpec(), Qt::UTC);
}

void tst_ActionRecord::isOneLine()
{
    QVERIFY(!toJson(record()).contains('\n'));
    QVERIFY(!toJson(record()).contains('\r'));
}

void tst_ActionRecord::everyActionHasItsOwnWords()
{
    QSet<QString> words;
    QSet<QString> names;
    for (int i = 0; i <= int(ActionRecord::Action::SendEvent); ++i) {
        ActionRecord each = record();
        each.action = ActionRecord::Action(i);
        words << wordOf(each.action);
        names << displayName(each.action);
        QCOMPARE(actionRecordFromJson(toJson(each))->action, each.action);
    }
    QCOMPARE(words.size(), 11);
    QCOMPARE(names.size(), 11);
    for (int i = 0; i <= int(ActionRecord::Outcome::NotAwaited); ++i) {
        ActionRecord each = record();
        each.outcome = ActionRecord::Outcome(i);
        QCOMPARE(actionRecordFromJson(toJson(each))->outcome, each.outcome);
        QVERIFY(!displayName(each.outcome).isEmpty());
    }
}

void tst_ActionRecord::ignoresWhatItDoesNotKnow()
{
    const auto read = actionRecordFromJson(
        R"({"time":"2026-03-02T14:30:05Z","action":"skip","outcome":"accepted","variables":{"secret":1},"user":"o"})");
    QVERIFY(read);
    QCOMPARE(read->action, ActionRecord::Action::Skip);
    QCOMPARE(read->user, u"o"_s);
    QVERIFY(!toJson(*read).contains("secret"));
}

void tst_ActionRecord::refusesWhatIsNoRecord_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"time\":\"2026-03-02T14:3");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no time") << QByteArray(R"({"action":"skip","outcome":"accepted"})");
    QTest::newRow("time of another type") << QByteArray(R"({"time":5,"action":"skip","outcome":"accepted"})");
    QTest::newRow("no such time") << QByteArray(R"({"time":"soon","action":"skip","outcome":"accepted"})");
    QTest::newRow("no such action") << QByteArray(
        R"({"time":"2026-03-02T14:30:05Z","action":"dance","outcome":"accepted"})");
    QTest::newRow("no such outcome") << QByteArray(R"({"time":"2026-03-02T14:30:05Z","action":"skip","outcome":""})");
    QTest::newRow("user of another type")
        << QByteArray(R"({"time":"2026-03-02T14:30:05Z","action":"skip","outcome":"accepted","user":{"a":1}})");
}

void tst_ActionRecord::refusesWhatIsNoRecord()
{
    QFETCH(QByteArray, text);
    QVERIFY(!actionRecordFromJson(text));
}

QTEST_GUILESS_MAIN(tst_ActionRecord)
#include "tst_actionrecord.moc"
