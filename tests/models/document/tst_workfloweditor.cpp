// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/document/outline.h"
#include "models/document/workfloweditor.h"

#include <QTest>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kOrder = R"(id: order
start: Check
functions:
  - name: call # the one
    operation: a#b
states:
  # looks
  - name: Check
    type: operation
    actions:
      - functionRef: call
      - functionRef:
          refName: 'call'
    onErrors:
      - errorRef: broken
        transition: Ship
    transition: Ship

  # sends
  - name: Ship # last
    type: inject
    data:
      transition: Ship
    end: true
)";

using Act = std::function<Result<TextEdit>(const WorkflowEditor &)>;

QByteArray after(const QByteArray &text, const Act &act, QString *label = nullptr)
{
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return {};
    const Result<TextEdit> edit = act(WorkflowEditor(*tree));
    if (!edit)
        return "refused: " + edit.error().why.toUtf8();
    if (label)
        *label = edit->label;
    QByteArray changed = text;
    return edit->applyTo(changed) && TextTree::parse(changed)->fault().message.isEmpty() ? changed : "broken";
}

QByteArray replaced(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    return text.replace(from, to);
}

const Json kNew{{"name", "New"}, {"type", "inject"}, {"data", Json::object()}, {"end", true}};

} // namespace

class TestWorkflowEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsStates()
    {
        const QByteArray added = "  - name: New\n    type: inject\n    data: {}\n    end: true\n";
        QCOMPARE(after(kOrder, [](const WorkflowEditor &e) { return e.addState(kNew); }), kOrder + added);
        QString label;
        const QByteArray between = after(
            kOrder, [](const WorkflowEditor &e) { return e.addState(kNew, u"Check"_s); }, &label);
        QCOMPARE(between, replaced(kOrder, "  # sends", added + "  # sends"));
        QCOMPARE(label, u"Add state New"_s);
        QCOMPARE(after("id: x\n", [](const WorkflowEditor &e) { return e.addState(kNew); }),
                 QByteArray("id: x\nstates:\n  - name: New\n    type: inject\n    data: {}\n    end: true\n"));
        QVERIFY(after(kOrder, [](const WorkflowEditor &e) {
                    return e.addState(Json{{"name", "Ship"}});
                }).startsWith("refused: There is a state named"));
    }

    void renamesWithEveryReference()
    {
        const QByteArray renamed =
            after(kOrder, [](const WorkflowEditor &e) { return e.rename(PartKind::State, u"Ship"_s, u"Send"_s); });
        QByteArray expected = kOrder;
        expected.replace("transition: Ship\n", "transition: Send\n").replace("name: Ship", "name: Send");
        expected.replace("data:\n      transition: Send", "data:\n      transition: Ship"); // data is the user's own
        QCOMPARE(renamed, expected);
        QCOMPARE(
            after(kOrder, [](const WorkflowEditor &e) { return e.rename(PartKind::State, u"Check"_s, u"Look"_s); }),
            replaced(kOrder, "Check", "Look"));
        const QByteArray function =
            after(kOrder, [](const WorkflowEditor &e) { return e.rename(PartKind::Function, u"call"_s, u"ask"_s); });
        QCOMPARE(function, replaced(kOrder, "call", "ask"));
        QVERIFY(after(kOrder, [](const WorkflowEditor &e) {
                    return e.rename(PartKind::State, u"Ship"_s, u"Check"_s);
                }).startsWith("refused"));
        QVERIFY(after(kOrder, [](const WorkflowEditor &e) {
                    return e.rename(PartKind::State, u"Ship"_s, u" "_s);
                }).startsWith("refused"));
    }

    void connects()
    {
        QCOMPARE(after(kOrder,
                       [](const WorkflowEditor &e) {
                           return e.setTransition({u"Ship"_s, {}}, u"Check"_s);
                       }),
                 replaced(kOrder, "    end: true", "    transition: Check"));
        QCOMPARE(after(kOrder,
                       [](const WorkflowEditor &e) {
                           return e.setTransition({u"Check"_s, {u"onErrors"_s, 0}}, u"Check"_s);
                       }),
                 replaced(kOrder, "        transition: Ship", "        transition: Check"));
        QCOMPARE(after(kOrder,
                       [](const WorkflowEditor &e) {
                           return e.setEnd({u"Check"_s, {}});
                       }),
                 replaced(kOrder, "    transition: Ship\n\n", "    end: true\n\n"));
        const QByteArray object = replaced(kOrder, "    transition: Ship\n\n",
                                           "    transition:\n      nextState: Ship\n      compensate: true\n\n");
        QCOMPARE(after(object,
                       [](const WorkflowEditor &e) {
                           return e.setTransition({u"Check"_s, {}}, u"Check"_s);
                       }),
                 replaced(object, "nextState: Ship", "nextState: Check"));
        QVERIFY(after(kOrder, [](const WorkflowEditor &e) {
                    return e.setTransition({u"Ship"_s, {}}, u"No"_s);
                }).startsWith("refused: There is no state named"));
    }

    void insertsOnAnEdge()
    {
        QByteArray expected = kOrder;
        expected.replace("    transition: Ship\n\n", "    transition: New\n\n");
        expected.replace("  # sends", "  - name: New\n    type: inject\n    data: {}\n    transition: Ship\n  # sends");
        QCOMPARE(after(kOrder,
                       [](const WorkflowEditor &e) {
                           return e.insertOnEdge({u"Check"_s, {}}, kNew);
                       }),
                 expected);
    }

    void deletesStates()
    {
        QByteArray expected = kOrder;
        expected.replace("    transition: Ship\n\n", "    end: true\n\n");
        expected.replace("        transition: Ship\n", "        end: true\n");
        expected.truncate(expected.indexOf("  # sends"));
        QCOMPARE(after(kOrder, [](const WorkflowEditor &e) { return e.removeState(u"Ship"_s); }), expected);
    }

    void duplicatesStates()
    {
        const QByteArray copy =
            after(kOrder, [](const WorkflowEditor &e) { return e.duplicateState(u"Ship"_s, u"Again"_s); });
        QCOMPARE(copy, kOrder +
                           "  # sends\n  - name: Again # last\n    type: inject\n    data:\n      transition: Ship\n"
                           "    end: true\n");
    }

    void addsActions()
    {
        const Json action{{"functionRef", "call"}};
        QCOMPARE(after(kOrder, [&](const WorkflowEditor &e) { return e.addAction(u"Check"_s, action); }),
                 replaced(kOrder, "    onErrors:", "      - functionRef: call\n    onErrors:"));
    }

    void editsResources()
    {
        const QByteArray text =
            "kind: SonataFlow\nspec:\n  flow:\n    start: A\n    states:\n      - {name: A, end: true}\n";
        QCOMPARE(after(text, [](const WorkflowEditor &e) { return e.rename(PartKind::State, u"A"_s, u"B"_s); }),
                 replaced(replaced(text, "start: A", "start: B"), "name: A", "name: B"));
    }

    void listsNames()
    {
        const Result<TextTree> tree = TextTree::parse(kOrder);
        QStringList list;
        const QList<PartName> names = partNames(*tree, flowRoot(*tree));
        for (const PartName &name : names)
            list.append((name.definition ? u"*"_s : u""_s) + name.name);
        QCOMPARE(list.join(u' '), u"Check *call *Check call call broken Ship Ship *Ship"_s);
    }

    void outlines()
    {
        const Result<TextTree> tree = TextTree::parse(kOrder);
        const QList<OutlineEntry> entries = outlineOf(DocumentMap(*tree));
        QStringList list;
        for (const OutlineEntry &entry : entries)
            list.append(listOf(entry.kind) + u':' + entry.name + u':' + entry.type);
        QCOMPARE(list, (QStringList{u"functions:call:"_s, u"states:Check:operation"_s, u"states:Ship:inject"_s}));
        const OutlineEntry &ship = entries.last();
        QCOMPARE(kOrder.mid(ship.place.begin, ship.place.size()), QByteArray("Ship"));
        QVERIFY(kOrder.mid(ship.whole.begin).startsWith("  # sends"));
    }
};

QTEST_GUILESS_MAIN(TestWorkflowEditor)
#include "tst_workfloweditor.moc"
