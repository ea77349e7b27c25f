// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "layoutchecks.h"
#include "models/graph/graphdiff.h"
#include "models/workflow/workflowdocument.h"

#include <QDirIterator>
#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

WorkflowDocument read(const QByteArray &text)
{
    const Result<WorkflowDocument> document =
        readWorkflow("functions: f.json\nevents: e.json\nerrors: x.json\n" + text);
    return document ? *document : WorkflowDocument();
}

GraphDifference diff(const QByteArray &before, const QByteArray &after)
{
    return compareDefinitions(read(before), read(after));
}

QString mark(const GraphDifferenceItem &item)
{
    switch (item.change) {
    case GraphChange::Same:
        return item.inside ? u"* "_s : u"  "_s;
    case GraphChange::Added:
        return u"+ "_s;
    case GraphChange::Removed:
        return u"- "_s;
    case GraphChange::Changed:
        return u"~ "_s;
    }
    return {};
}

/// "+ id", "- from -> to": what is not the same, in the order of the merged graph; lines of lists left out.
QStringList changes(const GraphDifference &difference)
{
    QStringList list;
    const GraphModel &model = difference.model;
    for (qsizetype i = 0; i < model.nodes.size(); ++i) {
        if (const QString sign = mark(difference.nodes.at(i)); sign != "  "_L1)
            list.append(sign + model.nodes.at(i).id);
    }
    for (qsizetype e = 0; e < model.edges.size(); ++e) {
        const GraphEdge &edge = model.edges.at(e);
        if (const QString sign = mark(difference.edges.at(e)); sign != "  "_L1 && edge.kind != GraphEdge::Kind::Inner)
            list.append(sign + model.nodes.at(edge.from).id + u" -> "_s + model.nodes.at(edge.to).id);
    }
    return list;
}

GraphDifferenceItem nodeItem(const GraphDifference &difference, const QString &id)
{
    const int index = difference.model.indexOf(id);
    return index < 0 ? GraphDifferenceItem() : difference.nodes.at(index);
}

GraphDifferenceItem edgeItem(const GraphDifference &difference, const QString &from, const QString &to)
{
    for (qsizetype e = 0; e < difference.model.edges.size(); ++e) {
        const GraphEdge &edge = difference.model.edges.at(e);
        if (difference.model.nodes.at(edge.from).id == from && difference.model.nodes.at(edge.to).id == to)
            return difference.edges.at(e);
    }
    return {};
}

/// The lines inside lists: "+a>b".
QStringList innerLines(const GraphDifference &difference)
{
    QStringList list;
    for (qsizetype e = 0; e < difference.model.edges.size(); ++e) {
        const GraphEdge &edge = difference.model.edges.at(e);
        if (edge.kind == GraphEdge::Kind::Inner)
            list.append(mark(difference.edges.at(e)).trimmed() + difference.model.nodes.at(edge.from).actionName +
                        u'>' + difference.model.nodes.at(edge.to).actionName);
    }
    return list;
}

/// A graph that can be drawn: every part in its place, every id once.
void checkDrawable(const GraphDifference &difference)
{
    const GraphModel &model = difference.model;
    QCOMPARE(difference.nodes.size(), model.nodes.size());
    QCOMPARE(difference.edges.size(), model.edges.size());
    for (int i = 0; i < model.nodes.size(); ++i) {
        const GraphNode &node = model.nodes.at(i);
        QCOMPARE(model.indexOf(node.id), i);
        QVERIFY(node.parent < i);
        QCOMPARE(node.parentGroup, node.parent < 0 ? QString() : model.nodes.at(node.parent).id);
        QVERIFY(node.parent < 0 || model.nodes.at(node.parent).isGroup);
    }
    for (const GraphEdge &edge : model.edges)
        QCOMPARE(model.nodes.at(edge.from).parent, model.nodes.at(edge.to).parent);
    QCOMPARE(layoutFaults(model, layoutGraph(model)).mid(0, 5), QStringList());
}

const QByteArray kSwitch = R"(start: S
states:
  - name: S
    type: switch
    dataConditions:
      - {name: big, condition: .n > 3, transition: A}
      - {condition: .n == 3, transition: B}
    defaultCondition: {end: true}
  - {name: A, type: operation, actions: [{name: one, functionRef: f}, {name: two, functionRef: g}], transition: B}
  - {name: B, type: inject, data: {a: 1}, end: true}
)";

QByteArray changed(QByteArray text, const char *from, const char *to)
{
    if (!text.contains(from))
        qFatal("the text has no %s", from);
    return text.replace(from, to);
}

} // namespace

class TestGraphDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsNothingInTheSame()
    {
        const GraphDifference same = diff(kSwitch, kSwitch);
        QVERIFY(same.isEmpty());
        QCOMPARE(changes(same), QStringList());
        const GraphModel model = buildGraph(read(kSwitch));
        QCOMPARE(same.model.nodes.size(), model.nodes.size());
        for (qsizetype i = 0; i < model.nodes.size(); ++i)
            QCOMPARE(same.model.nodes.at(i).id, model.nodes.at(i).id);
        QCOMPARE(same.model.edges.size(), model.edges.size());
        for (qsizetype e = 0; e < model.edges.size(); ++e) {
            QCOMPARE(same.model.edges.at(e).from, model.edges.at(e).from);
            QCOMPARE(same.model.edges.at(e).to, model.edges.at(e).to);
        }
        // Where it is written does not matter.
        QVERIFY(diff(kSwitch, "# moved down\n\n" + kSwitch).isEmpty());
    }

    void findsAChangedCondition()
    {
        const GraphDifference difference = diff(kSwitch, changed(kSwitch, ".n > 3", ".n > 5"));
        QCOMPARE(changes(difference), QStringList{u"~ state:S -> state:A"_s});
        const GraphDifferenceItem item = edgeItem(difference, u"state:S"_s, u"state:A"_s);
        QCOMPARE(item.oldLines, QStringList{u"If: .n > 3"_s});
        QCOMPARE(item.newLines, QStringList{u"If: .n > 5"_s});
        QCOMPARE(difference.count(GraphChange::Changed), 1);
        QVERIFY(!difference.isEmpty());
        checkDrawable(difference);
    }

    void findsARenamedCondition()
    {
        const GraphDifferenceItem item =
            edgeItem(diff(kSwitch, changed(kSwitch, "name: big", "name: large")), u"state:S"_s, u"state:A"_s);
        QCOMPARE(item.change, GraphChange::Changed);
        QCOMPARE(item.oldLines, QStringList{u"big"_s});
        QCOMPARE(item.newLines, QStringList{u"large"_s});
    }

    void findsAnotherOrderOfConditions()
    {
        const QByteArray before = "states: [{name: S, type: switch, dataConditions: [{condition: .a, end: true}, "
                                  "{condition: .b, transition: S}]}]";
        const QByteArray after = "states: [{name: S, type: switch, dataConditions: [{condition: .b, transition: S}, "
                                 "{condition: .a, end: true}]}]";
        const GraphDifferenceItem item = edgeItem(diff(before, after), u"state:S"_s, u"state:S"_s);
        QCOMPARE(item.change, GraphChange::Changed);
        QCOMPARE(item.oldLines, QStringList{u"Asked as number 2"_s});
        QCOMPARE(item.newLines, QStringList{u"Asked as number 1"_s});
        // One more at the top leaves the others as they were.
        const QByteArray more = changed(before, "[{condition: .a,", "[{condition: .z, transition: S}, {condition: .a,");
        QCOMPARE(changes(diff(before, more)), QStringList{u"+ state:S -> state:S"_s});
    }

    void findsAnAddedAndARemovedState()
    {
        const QByteArray more = changed(kSwitch, "transition: B}\n  - {name: B,",
                                        "transition: N}\n  - {name: N, type: sleep, duration: PT1S, transition: B}\n"
                                        "  - {name: B,");
        const GraphDifference added = diff(kSwitch, more);
        QCOMPARE(changes(added), (QStringList{u"+ state:N"_s, u"+ state:A -> state:N"_s, u"- state:A -> state:B"_s,
                                              u"+ state:N -> state:B"_s}));
        checkDrawable(added);
        const GraphDifference removed = diff(more, kSwitch);
        QCOMPARE(changes(removed), (QStringList{u"- state:N"_s, u"+ state:A -> state:B"_s, u"- state:A -> state:N"_s,
                                                u"- state:N -> state:B"_s}));
        // It stays where it was, with what it was.
        QCOMPARE(removed.model.indexOf(u"state:N"_s) + 1, removed.model.indexOf(u"state:B"_s));
        QCOMPARE(removed.model.nodes.at(removed.model.indexOf(u"state:N"_s)).subtitle, u"sleeps 1 s"_s);
        QCOMPARE(removed.count(GraphChange::Removed), 3);
        QCOMPARE(removed.count(GraphChange::Added), 1);
        checkDrawable(removed);
    }

    void followsAMovedTransition()
    {
        const GraphDifference difference =
            diff(kSwitch, changed(kSwitch, "condition: .n == 3, transition: B", "condition: .n == 3, transition: A"));
        QCOMPARE(changes(difference), (QStringList{u"+ state:S -> state:A"_s, u"- state:S -> state:B"_s}));
        QCOMPARE(edgeItem(difference, u"state:S"_s, u"state:B"_s).newLines, QStringList{u"Leads to: A"_s});
        for (qsizetype e = 0; e < difference.edges.size(); ++e) {
            if (difference.edges.at(e).change == GraphChange::Added)
                QCOMPARE(difference.edges.at(e).oldLines, QStringList{u"Leads to: B"_s});
        }
    }

    void findsAChangedActionInAState()
    {
        const GraphDifference difference = diff(
            kSwitch, changed(kSwitch, "{name: two, functionRef: g}", "{name: two, functionRef: h, condition: .x}"));
        QCOMPARE(changes(difference), (QStringList{u"* state:A"_s, u"~ state:A/action:two"_s}));
        const GraphDifferenceItem item = nodeItem(difference, u"state:A/action:two"_s);
        QCOMPARE(item.oldLines, (QStringList{u"g"_s, u"Function: g"_s}));
        QCOMPARE(item.newLines, (QStringList{u"h"_s, u"Function: h"_s, u"Only if: .x"_s, u"only if .x"_s}));
        QVERIFY(nodeItem(difference, u"state:A"_s).inside);
        QVERIFY(!nodeItem(difference, u"state:B"_s).inside);
    }

    void keepsTheActionsOfAListInOrder()
    {
        const GraphDifference difference =
            diff(kSwitch, changed(kSwitch, "{name: one, functionRef: f}",
                                  "{name: zero, functionRef: f}, {name: three, functionRef: f}"));
        QCOMPARE(changes(difference), (QStringList{u"* state:A"_s, u"- state:A/action:one"_s,
                                                   u"+ state:A/action:zero"_s, u"+ state:A/action:three"_s}));
        QCOMPARE(innerLines(difference), (QStringList{u"-one>zero"_s, u"+zero>three"_s, u"+three>two"_s}));
        checkDrawable(difference);
        // Only the order differs: nothing but the line says so.
        const GraphDifference turned =
            diff(kSwitch, changed(kSwitch, "{name: one, functionRef: f}, {name: two, functionRef: g}",
                                  "{name: two, functionRef: g}, {name: one, functionRef: f}"));
        QCOMPARE(innerLines(turned), QStringList{u"+two>one"_s});
        QVERIFY(nodeItem(turned, u"state:A"_s).inside);
        QVERIFY(!turned.isEmpty());
    }

    void keepsAPlaceForWhatAStateHeld()
    {
        const GraphDifference difference = diff(kSwitch, changed(kSwitch, ", {name: two, functionRef: g}", ""));
        const GraphNode &state = difference.model.nodes.at(difference.model.indexOf(u"state:A"_s));
        QVERIFY(state.isGroup);
        QCOMPARE(nodeItem(difference, u"state:A"_s).change, GraphChange::Changed);
        QCOMPARE(nodeItem(difference, u"state:A/action:two"_s).change, GraphChange::Removed);
        checkDrawable(difference);
    }

    void findsAnotherKindOfStateAndEnd()
    {
        const GraphDifference kind =
            diff(kSwitch, changed(kSwitch, "name: B, type: inject", "name: B, type: sleep, duration: PT1S"));
        QVERIFY(nodeItem(kind, u"state:B"_s).oldLines.contains(u"Kind: Inject"_s));
        QVERIFY(nodeItem(kind, u"state:B"_s).newLines.contains(u"Kind: Sleep"_s));
        const GraphDifference end =
            diff(kSwitch, changed(kSwitch, "data: {a: 1}, end: true", "data: {a: 1}, end: {terminate: true}"));
        QCOMPARE(changes(end), QStringList{u"~ end:B:terminates"_s}); // not another end
        QCOMPARE(nodeItem(end, u"end:B:terminates"_s).newLines,
                 (QStringList{u"terminates"_s, u"Stops everything that still runs"_s}));
    }

    void findsChangesBeyondWhatIsShown()
    {
        const QByteArray filler(5000, 'x');
        const QByteArray before = "states: [{name: A, type: inject, data: {a: " + filler + "1}, end: true}]";
        const QByteArray after = "states: [{name: A, type: inject, data: {a: " + filler + "2}, end: true}]";
        const GraphDifference difference = diff(before, after);
        QCOMPARE(changes(difference), QStringList{u"~ state:A"_s});
        QCOMPARE(nodeItem(difference, u"state:A"_s).newLines, QStringList{u"Changed beyond what is shown here"_s});
        const QByteArray condition =
            "states: [{name: A, type: switch, dataConditions: [{condition: '" + filler + "1', end: true}]}]";
        QCOMPARE(changes(diff(condition, changed(condition, "x1'", "x2'"))), QStringList{u"~ state:A -> end:A"_s});
    }

    void copesWithDuplicateNames()
    {
        const QByteArray twice =
            "states: [{name: A, type: inject, transition: A}, {name: A, type: sleep, duration: PT1S, end: true}]";
        QVERIFY(diff(twice, twice).isEmpty());
        const GraphDifference difference = diff(twice, "states: [{name: A, type: inject, transition: A}]");
        QVERIFY(changes(difference).contains(u"- state:A#2"_s));
        checkDrawable(difference);
        // A name that looks like the id of an action.
        const QByteArray trick =
            "states: [{name: A/action:x, type: inject, end: true}, {name: A, type: operation, actions: "
            "[{name: x, functionRef: f}, {name: y, functionRef: f}], end: true}]";
        const QByteArray plain = "states: [{name: A, type: operation, actions: [{name: x, functionRef: f}, {name: y, "
                                 "functionRef: f}], end: true}]";
        for (const GraphDifference &one : {diff(trick, plain), diff(plain, trick), diff(trick, twice)})
            checkDrawable(one);
        QVERIFY(diff(trick, trick).isEmpty());
    }

    void comparesBrokenDefinitions()
    {
        const QByteArray broken = "start: Q\nstates: [{name: A, type: magic, transition: Gone}, {type: switch}, 7]";
        QVERIFY(diff(broken, broken).isEmpty());
        const GraphDifference mended =
            diff(broken, "states: [{name: A, type: inject, transition: Gone}, {name: Gone, type: inject, end: true}]");
        QCOMPARE(nodeItem(mended, u"missing:Gone"_s).change, GraphChange::Removed);
        QCOMPARE(nodeItem(mended, u"state:Gone"_s).change, GraphChange::Added);
        QVERIFY(nodeItem(mended, u"state:A"_s).oldLines.contains(u"Problem: unknown type magic"_s));
        checkDrawable(mended);
        const GraphDifference all = diff("id: nothing", kSwitch);
        QCOMPARE(all.count(GraphChange::Added), static_cast<int>(all.nodes.size()) + 6);
        QCOMPARE(diff(kSwitch, "id: nothing").count(GraphChange::Removed), all.count(GraphChange::Added));
        QVERIFY(diff("id: a", "id: b").isEmpty());
    }

    void comparesRealDefinitions()
    {
        const QString folder = QStringLiteral(PODIUM_SHARED_DATA) + u"/workflows"_s;
        if (!QDir(folder).exists())
            QSKIP("No real definitions here: ../shared/data/workflows is absent.");
        GraphModel previous;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<WorkflowDocument> document = readWorkflow(file.readAll());
            QVERIFY(document.ok());
            GraphModel model = buildGraph(*document);
            QVERIFY2(compareGraphs(model, model).isEmpty(), qPrintable(file.fileName()));
            checkDrawable(compareGraphs(previous, model)); // strangers
            previous = std::move(model);
        }
    }
};

QTEST_GUILESS_MAIN(TestGraphDiff)
#include "tst_graphdiff.moc"
