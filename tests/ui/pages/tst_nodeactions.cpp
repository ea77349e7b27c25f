// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/runinput.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/instancepage.h"
#include "ui/pages/instances/nodeactions.h"
#include "ui/pages/instances/timelineview.h"

#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace podium;
using namespace Qt::StringLiterals;

class TestNodeActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatTheStateAllows_data();
    void onlyWhatTheStateAllows();
    void visitsThatAreLeft();
    void visitsThatAreOverThoughListed();
    void asksThenActsThenReadsAgain();
    void whatTheUserMayNotIsRemembered();
    void productionAsksInWords();
    void menuOfTheTimeline();
    void waitingNodesCanBeResumed();
    void stateOfTheGraph();
    void rerunsOne();
    void rerunEditedOpensTheForm();
    void rerunWithoutInputIsExplained();

private:
    static QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    static bool press(const QString &text)
    {
        auto *button = dialog() ? PageTest::buttonWithText<QPushButton>(dialog(), text) : nullptr;
        if (!button || !button->isEnabled())
            return false;
        button->click();
        return true;
    }
    static QList<NodeDefinition> nodesOf(const WorkflowInstance &instance)
    {
        for (const FakeWorkflow &workflow : fakeWorkflows()) {
            if (workflow.definition.id == instance.workflowId && workflow.definition.version == instance.version)
                return workflow.definition.nodes;
        }
        return {};
    }
    static ActionTarget open(const WorkflowInstance &instance)
    {
        for (const NodeInstance &visit : instance.nodes) {
            if (!visit.exit.isValid()) {
                for (const NodeDefinition &node : nodesOf(instance)) {
                    if (node.uniqueId == visit.definitionId)
                        return {visit, node};
                }
            }
        }
        return {};
    }
};

void TestNodeActions::onlyWhatTheStateAllows_data()
{
    QTest::addColumn<InstanceState>("state");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("active") << InstanceState::Active << true;
    QTest::newRow("error") << InstanceState::Error << false;
    QTest::newRow("completed") << InstanceState::Completed << false;
    QTest::newRow("aborted") << InstanceState::Aborted << false;
    QTest::newRow("suspended") << InstanceState::Suspended << false;
}

void TestNodeActions::onlyWhatTheStateAllows()
{
    QFETCH(InstanceState, state);
    QFETCH(bool, allowed);
    PageTest test;
    WorkflowInstance instance = test.newest(InstanceState::Active);
    const ActionTarget target = open(instance);
    QVERIFY(target.visit && target.node);
    instance.state = state;
    for (const NodeAction action : kNodeActions) {
        const ActionRule rule = ruleFor(action, instance, target);
        QCOMPARE(rule.allowed, allowed);
        QCOMPARE(rule.reason.isEmpty(), allowed); // why not is always said
    }
    if (state == InstanceState::Error)
        QVERIFY(ruleFor(NodeAction::Retrigger, instance, target).reason.contains(u"retry, skip and abort"_s));
}

/// The server goes on listing a visit as open that ended by an action.
void TestNodeActions::visitsThatAreOverThoughListed()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *actions = page->findChild<NodeActions *>();
    const ActionTarget target = open(instance);
    QTRY_VERIFY(actions->ruleNow(NodeAction::Trigger, target).allowed);
    actions->run(NodeAction::Cancel, target);
    QVERIFY(press(u"Cancel node"_s));
    QTRY_VERIFY(!actions->isBusy());
    QVERIFY(!actions->ruleNow(NodeAction::Cancel, target).allowed);
    QVERIFY(actions->ruleNow(NodeAction::Cancel, target).reason.contains(u"cancelled"_s));
    QVERIFY(actions->ruleNow(NodeAction::Trigger, target).allowed);
    ActionTarget other = target;
    other.visit->id = u"other"_s;
    test.fake.instances.actions.error = fakeError(Error::Kind::NotFound);
    actions->run(NodeAction::Retrigger, other);
    QVERIFY(press(u"Trigger again"_s));
    QTRY_VERIFY(!actions->isBusy());
    QCOMPARE(actions->ruleNow(NodeAction::Retrigger, other).reason, fakeError().why);
}

void TestNodeActions::visitsThatAreLeft()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    ActionTarget target = open(instance);
    target.visit->exit = target.visit->enter.addSecs(1);
    QVERIFY(!ruleFor(NodeAction::Cancel, instance, target).allowed);
    QVERIFY(ruleFor(NodeAction::Trigger, instance, target).allowed);
    QVERIFY(!ruleFor(NodeAction::Trigger, instance, {target.visit, {}}).allowed); // the definition is not there
    QVERIFY(!ruleFor(NodeAction::Cancel, instance, {{}, target.node}).allowed);   // not reached
}

void TestNodeActions::asksThenActsThenReadsAgain()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *actions = page->findChild<NodeActions *>();
    const ActionTarget target = open(instance);
    QTRY_VERIFY(actions->ruleNow(NodeAction::Retrigger, target).allowed);
    actions->run(NodeAction::Retrigger, target);
    QVERIFY(dialog());
    QVERIFY(PageTest::visibleText(dialog()).contains(target.visit->name));
    QVERIFY(test.fake.instances.actionLog.isEmpty());
    const int reads = test.fake.instances.details.calls;
    QVERIFY(press(u"Trigger again"_s));
    QVERIFY(actions->isBusy());
    QTRY_COMPARE(test.fake.instances.actionLog, QStringList{u"retrigger %1 %2"_s.arg(instance.id, target.visit->id)});
    QTRY_VERIFY(test.fake.instances.details.calls >= reads + 2); // more than once: events take a moment
    QVERIFY(!test.navigator.messages.isEmpty());
    actions->run(NodeAction::Trigger, target);
    QVERIFY(press(u"Trigger"_s));
    QTRY_COMPARE(test.fake.instances.actionLog.constLast(), u"trigger %1 %2"_s.arg(instance.id, target.node->id));
    QTRY_VERIFY(!actions->isBusy());
    ActionTarget again = target; // the first visit is over by now
    again.visit->id = u"again"_s;
    actions->run(NodeAction::Cancel, again);
    QVERIFY(press(u"Cancel node"_s));
    QTRY_COMPARE(test.fake.instances.actionLog.constLast(), u"cancelNode %1 again"_s.arg(instance.id));
}

void TestNodeActions::whatTheUserMayNotIsRemembered()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *actions = page->findChild<NodeActions *>();
    const ActionTarget target = open(instance);
    QTRY_VERIFY(actions->ruleNow(NodeAction::Cancel, target).allowed);
    test.fake.instances.actions.error = fakeError(Error::Kind::Forbidden);
    actions->run(NodeAction::Cancel, target);
    QVERIFY(press(u"Cancel node"_s));
    QTRY_VERIFY(PageTest::visibleText(page.get()).contains(fakeError().why)); // in the page's banner
    QVERIFY(!actions->ruleNow(NodeAction::Cancel, target).allowed);
    QCOMPARE(actions->ruleNow(NodeAction::Cancel, target).reason, fakeError().why);
}

void TestNodeActions::productionAsksInWords()
{
    PageTest test(u"Production"_s);
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *actions = page->findChild<NodeActions *>();
    const ActionTarget target = open(instance);
    QTRY_VERIFY(actions->ruleNow(NodeAction::Retrigger, target).allowed);
    actions->run(NodeAction::Retrigger, target);
    QVERIFY(!press(u"Trigger again"_s));
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"Production"_s);
    QVERIFY(press(u"Trigger again"_s));
    QTRY_COMPARE(test.fake.instances.actionLog.size(), 1);
}

void TestNodeActions::menuOfTheTimeline()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    auto page = test.open<InstanceDetailPage>({u"instance"_s, instance.id, {}});
    auto *actions = page->findChild<NodeActions *>();
    // The selected one, for the palette; once the definition is read.
    QVERIFY(!actions->action(NodeAction::Trigger)->isEnabled());
    actions->setCurrentVisit(open(instance).visit->id);
    QTRY_VERIFY(actions->action(NodeAction::Trigger)->isEnabled());
    QVERIFY(page->actions().contains(actions->action(NodeAction::Trigger)));
    QMenu menu;
    actions->fillMenu(&menu, *open(instance).visit);
    QCOMPARE(menu.actions().size(), 3);
    for (const QAction *action : menu.actions())
        QVERIFY(action->isEnabled());
    QMenu left;
    actions->fillMenu(&left, instance.nodes.constFirst()); // the start node, long ago
    for (const QAction *action : left.actions())
        QVERIFY(!action->isEnabled() && !action->toolTip().isEmpty());
}

void TestNodeActions::waitingNodesCanBeResumed()
{
    PageTest test;
    QWidget owner;
    NodeActions actions(test.context, &owner);
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    actions.setInstance(instance, {});
    NodeInstance visit;
    visit.type = u"EventNode"_s;
    visit.name = u"courierArrived"_s;
    QMenu menu;
    actions.fillEventMenu(&menu, visit);
    QCOMPARE(menu.actions().size(), 1);
    menu.actions().constFirst()->trigger();
    QCOMPARE(test.navigator.opened.constLast(), (Location{u"resume"_s, instance.id, {}}));
    QCOMPARE(test.navigator.opened.constLast().part, u"event=courierArrived"_s);
    visit.exit = test.fake.clock.now();
    QMenu left;
    actions.fillEventMenu(&left, visit);
    QVERIFY(left.isEmpty());
}

void TestNodeActions::stateOfTheGraph()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Active);
    QWidget owner;
    NodeActions actions(test.context, &owner);
    actions.setInstance(instance, nodesOf(instance));
    const ActionTarget target = open(instance);
    QMenu menu;
    actions.fillStateMenu(&menu, target.node->state);
    QCOMPARE(menu.actions().size(), 3);
    QVERIFY(menu.actions().constFirst()->isEnabled());
    QMenu none;
    actions.fillStateMenu(&none, u"no such state"_s);
    QVERIFY(none.isEmpty());
}

#define INSTANCE_WITH_INPUT                                                                                            \
    WorkflowInstance instance = test.newest(InstanceState::Completed);                                                 \
    const auto variables =                                                                                             \
        std::make_shared<const Json>(Json{{"workflowdata", {{"a", 2}}}, {"workflowdatainput", {{"a", 1}}}});           \
    instance.variables = variables;                                                                                    \
    test.fake.instances.put(instance);                                                                                 \
    QWidget owner;                                                                                                     \
    owner.show();                                                                                                      \
    InstanceActions actions(test.context, &owner)

void TestNodeActions::rerunsOne()
{
    PageTest test;
    INSTANCE_WITH_INPUT;
    actions.run(InstanceAction::Rerun, instance);
    QVERIFY(dialog());
    QVERIFY(PageTest::visibleText(dialog()).contains(instance.version));
    QVERIFY(press(u"Rerun"_s));
    QTRY_COMPARE(test.fake.runs.requests.size(), 1);
    QVERIFY(*test.fake.runs.requests.constFirst().input == *inputOf(variables));
    QTRY_COMPARE(test.navigator.opened.size(), 1);
    QCOMPARE(test.navigator.opened.constFirst().kind, u"instance"_s);
    QVERIFY(test.navigator.opened.constFirst().id != instance.id);
    QVERIFY(!actions.isBusy());
}

void TestNodeActions::rerunEditedOpensTheForm()
{
    PageTest test;
    INSTANCE_WITH_INPUT;
    actions.run(InstanceAction::RerunEdited, instance);
    QVERIFY(!dialog());
    QCOMPARE(test.navigator.runs.size(), 1);
    QCOMPARE(test.navigator.runs.constFirst().workflowId, instance.workflowId);
    QCOMPARE(test.navigator.runs.constFirst().version, instance.version);
    QVERIFY(*test.navigator.runs.constFirst().input == *inputOf(variables));
}

void TestNodeActions::rerunWithoutInputIsExplained()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Completed);
    for (const InstanceAction action : {InstanceAction::Rerun, InstanceAction::RerunEdited}) {
        QVERIFY(!ruleFor(action, instance).allowed);
        QVERIFY(ruleFor(action, instance).reason.contains(u"does not keep"_s));
    }
}

QTEST_MAIN(TestNodeActions)
#include "tst_nodeactions.moc"
