// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/differencelines.h"
#include "models/workflow/workflowdocument.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = "id: w\nfunctions: f.json\nevents: e.json\nerrors: x.json\nstart: A\nstates:\n";

GraphDifference diff(const QByteArray &before, const QByteArray &after)
{
    const auto read = [](const QByteArray &text) {
        const Result<WorkflowDocument> document = readWorkflow(kHead + text);
        return document ? *document : WorkflowDocument();
    };
    return compareDefinitions(read(before), read(after));
}

QString sign(GraphChange change)
{
    return change == GraphChange::Added     ? u"+"_s
           : change == GraphChange::Removed ? u"-"_s
           : change == GraphChange::Changed ? u"~"_s
                                            : u" "_s;
}

/// "+ A", "~ A > B", in the order of the list; what does not count in brackets.
QStringList listed(const GraphDifference &difference, bool all = false)
{
    QStringList list;
    for (const DifferenceEntry &entry : differenceEntries(difference)) {
        const GraphModel &model = difference.model;
        QString text = sign(entry.change) + u' ' + model.nodes.at(entry.node).title;
        if (entry.edge >= 0)
            text += u" > "_s + model.nodes.at(model.edges.at(entry.edge).to).title;
        if (entry.counts)
            list << text;
        else if (all)
            list << u'(' + text + u')';
    }
    return list;
}

DifferenceEntry entryNamed(const GraphDifference &difference, const QString &title)
{
    for (const DifferenceEntry &entry : differenceEntries(difference)) {
        if (entry.edge < 0 && difference.model.nodes.at(entry.node).title == title)
            return entry;
    }
    return {};
}

QStringList texts(const QList<DifferenceLine> &lines)
{
    QStringList list;
    for (const DifferenceLine &line : lines)
        list << sign(line.side) + u' ' + line.text;
    return list;
}

const QByteArray kA = "  - {name: A, type: operation, actions: [{name: one, functionRef: f}, {name: two, functionRef: "
                      "g}], transition: B}\n";
const QByteArray kSwapped = "  - {name: A, type: operation, actions: [{name: two, functionRef: g}, {name: one, "
                            "functionRef: f}], transition: B}\n";
const QByteArray kB = "  - {name: B, type: sleep, duration: PT1S, end: true}\n";

} // namespace

class TestDifferenceEntries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingDiffers()
    {
        const GraphDifference difference = diff(kA + kB, kA + kB);
        QCOMPARE(listed(difference), QStringList());
        QCOMPARE(countDifferences(difference), DifferenceCounts());
        // All of it is in the order of the definition: a state, its parts, its transitions.
        QCOMPARE(listed(difference, true),
                 (QStringList{u"(  Start)"_s, u"(  Start > A)"_s, u"(  A)"_s, u"(  one)"_s, u"(  two)"_s,
                              u"(  A > B)"_s, u"(  B)"_s, u"(  B > End)"_s, u"(  End)"_s}));
    }

    void countsWhatCameAndWentAsOne()
    {
        const QByteArray c = "  - {name: C, type: operation, actions: [{name: x, functionRef: f}, {name: y, "
                             "functionRef: f}], end: true}\n";
        const GraphDifference difference = diff(kA + kB, kA + kB + c);
        const QStringList list = listed(difference);
        QVERIFY(list.contains(u"+ C"_s));
        QVERIFY(!list.contains(u"+ x"_s)); // came with it
        QVERIFY(listed(difference, true).contains(u"(+ x)"_s));
        QCOMPARE(countDifferences(difference).states, (DifferenceCounts::Count{1, 0, 0}));
        const GraphDifference back = diff(kA + kB + c, kA + kB);
        QCOMPARE(countDifferences(back).states, (DifferenceCounts::Count{0, 1, 0}));
    }

    void aStateChangesWithItsParts()
    {
        QByteArray more = kA;
        more.replace("functionRef: g}]", "functionRef: g}, {name: three, functionRef: f}]");
        const GraphDifference difference = diff(kA + kB, more + kB);
        QVERIFY(listed(difference).contains(u"+ three"_s));
        QCOMPARE(countDifferences(difference).states, (DifferenceCounts::Count{0, 0, 1}));
        QCOMPARE(countDifferences(difference).transitions, DifferenceCounts::Count());
    }

    void anotherOrderIsAChange()
    {
        const GraphDifference difference = diff(kA + kB, kSwapped + kB);
        QCOMPARE(listed(difference), QStringList{u"~ A"_s});
        QVERIFY(!difference.isEmpty());
        const DifferenceEntry entry = entryNamed(difference, u"A"_s);
        QVERIFY(entry.reordered);
        QCOMPARE(texts(differenceLines(difference, entry)), QStringList{u"+ Its parts run in another order"_s});
        QCOMPARE(countDifferences(difference).states, (DifferenceCounts::Count{0, 0, 1}));
    }

    void changedTextStandsInPairs()
    {
        QByteArray later = kB;
        later.replace("PT1S", "PT5M");
        const GraphDifference difference = diff(kA + kB, kA + later);
        const QList<DifferenceLine> lines = differenceLines(difference, entryNamed(difference, u"B"_s));
        QVERIFY(lines.size() >= 2);
        QCOMPARE(lines.at(0).side, GraphChange::Removed);
        QCOMPARE(lines.at(1).side, GraphChange::Added);
        QCOMPARE(lines.at(0).other, 1);
        QCOMPARE(lines.at(1).other, 0);
        QVERIFY(lines.at(0).text.contains(u"1 s"_s));
        QVERIFY(lines.at(1).text.contains(u"5 min"_s));
    }

    void addedSaysAllOfIt()
    {
        const GraphDifference difference = diff(kB, kA + kB);
        const QStringList lines = texts(differenceLines(difference, entryNamed(difference, u"A"_s)));
        QVERIFY(lines.contains(u"+ A"_s));
        QVERIFY(lines.join(u'\n').contains(u"one"_s));
        QVERIFY(std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u'+'); }));
    }

    void knowsWhereItIsWritten()
    {
        const GraphDifference difference = diff(kA + kB, kA);
        // A stays in line 7 of the new text, B was in line 8 of the old one.
        QCOMPARE(sourcePlace(difference, entryNamed(difference, u"A"_s)), (SourcePlace{7, false}));
        QCOMPARE(sourcePlace(difference, entryNamed(difference, u"B"_s)), (SourcePlace{8, true}));
        const auto titleAt = [&difference](const SourcePlace &place) {
            const int node = nodeAtPlace(difference, place);
            return node < 0 ? QString() : difference.model.nodes.at(node).stateName;
        };
        QCOMPARE(titleAt({8, true}), u"B"_s);
        QCOMPARE(titleAt({7, false}), u"A"_s);
        QCOMPARE(titleAt({99, false}), QString());
    }
};

QTEST_APPLESS_MAIN(TestDifferenceEntries)
#include "tst_differenceentries.moc"
