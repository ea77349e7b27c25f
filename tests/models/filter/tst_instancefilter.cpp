// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/filter/filterline.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_InstanceFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patterns_data();
    void patterns();
    void matchesRows_data();
    void matchesRows();
    void setsAndTakesAway();
    void tellsWhatTheServerCannot();
};

void tst_InstanceFilter::patterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *text, const char *pattern, bool matches) {
        QTest::addRow("%s ~ %s", text, pattern) << QString::fromLatin1(text) << QString::fromLatin1(pattern) << matches;
    };
    row("abc", "abc", true);
    row("abc", "ab", false);
    row("abc", "ABC", false);
    row("abc", "a*", true);
    row("abc", "*c", true);
    row("abc", "*b*", true);
    row("abc", "a*c", true);
    row("abc", "*", true);
    row("", "*", true);
    row("abab", "*ab*ab", true);
    row("ab", "ab*ab", false); // no letter counts twice
    row("abxab", "ab*ab", true);
    row("a.c", "a?c", false);
    row("a_c", "a_c", true);
    row("axc", "a_c", false); // without a * it is the whole text
    row("axcd", "a_c*", true);
    row("axxc", "a%*", true);
}

void tst_InstanceFilter::patterns()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(bool, matches);
    QCOMPARE(matchesPattern(text, pattern), matches);
}

void tst_InstanceFilter::matchesRows_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<FilterMatch>("match");
    using Match = FilterMatch;
    const auto row = [](const char *line, Match match) { QTest::newRow(line) << QString::fromLatin1(line) << match; };
    row("", Match::Yes);
    row("state:error,active", Match::Yes);
    row("state:completed", Match::No);
    row("workflow:order version:1.0", Match::Yes);
    row("workflow:ord", Match::No);
    row("workflow:ord*", Match::Yes);
    row("started:-1h", Match::Yes);
    row("started:<-1h", Match::No);
    row("ended:-1h", Match::No);
    row("4711", Match::Yes);
    row("key:4711", Match::No);
    row("user:bob", Match::Yes);
    row("user:carol", Match::No);
    row("id:i,j parent:p root:r", Match::Yes);
    row("parent:x", Match::No);
    row("error:down", Match::Unsure);
    row("node:Ship state:error", Match::Unsure);
    row("var:a=1 state:completed", Match::No); // whatever the variable holds
}

void tst_InstanceFilter::matchesRows()
{
    QFETCH(QString, line);
    QFETCH(FilterMatch, match);
    const QDateTime now(QDate(2026, 3, 2), QTime(14, 30), Qt::UTC);
    WorkflowInstance row;
    row.id = u"i"_s;
    row.workflowId = u"order"_s;
    row.version = u"1.0"_s;
    row.state = InstanceState::Error;
    row.businessKey = u"A-4711-b"_s;
    row.start = now.addSecs(-60);
    row.createdBy = u"alice"_s;
    row.updatedBy = u"bob"_s;
    row.parentId = u"p"_s;
    row.rootId = u"r"_s;
    const ParsedFilter parsed = filterFromLine(line);
    QVERIFY2(parsed.isFine(), qPrintable(parsed.problem));
    QCOMPARE(matchOf(parsed.filter, row, now), match);
}

void tst_InstanceFilter::setsAndTakesAway()
{
    InstanceFilter filter = filterFromLine(u"key:a state:error node:n"_s).filter;
    QCOMPARE(filter.states(), QList<InstanceState>{InstanceState::Error});
    filter.setStates({InstanceState::Active, InstanceState::Aborted});
    QCOMPARE(toLine(filter), u"key:a state:active,aborted node:n"_s); // at its place
    filter.setStates({});
    QCOMPARE(toLine(filter), u"key:a node:n"_s);
    filter.set(InstanceField::Workflow, {u"w"_s});
    QCOMPARE(toLine(filter), u"key:a node:n workflow:w"_s);
}

void tst_InstanceFilter::tellsWhatTheServerCannot()
{
    const InstanceFilter filter = filterFromLine(u"var:a=1 var:b=2 node:n state:error"_s).filter;
    InstanceFields fields = everyInstanceField();
    QVERIFY(unsupported(filter, fields).isEmpty());
    fields.remove(InstanceField::Variable);
    QCOMPARE(unsupported(filter, fields), QList<InstanceField>{InstanceField::Variable});
    QVERIFY(repeatsRows(filter));
    QVERIFY(!repeatsRows(filterFromLine(u"errornode:n error:x"_s).filter));
}

QTEST_GUILESS_MAIN(tst_InstanceFilter)
#include "tst_instancefilter.moc"
