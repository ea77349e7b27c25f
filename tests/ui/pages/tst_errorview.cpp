// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/pages/pagetest.h"
#include "ui/pages/instances/errorview.h"
#include "ui/widgets/codeview.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_ErrorView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsTheStackAway();
    void countsSimilarFailures();
    void countsOncePerFailure();
    void leadsToSimilarFailures();
    void showsTheLineOfTheDefinition();
    void worksWithoutNodeAndMessage();
    void everyControlHasAName();

private:
    /// A failed run of the newest workflow, with its definition.
    static const FakeWorkflow &workflowOf(const WorkflowInstance &instance)
    {
        for (const FakeWorkflow &workflow : fakeWorkflows()) {
            if (workflow.definition.id == instance.workflowId && workflow.definition.version == instance.version)
                return workflow;
        }
        return fakeWorkflows().constFirst();
    }
    static std::unique_ptr<ErrorView> open(PageTest &test, const WorkflowInstance &instance)
    {
        auto view = std::make_unique<ErrorView>(test.context);
        view->resize(520, 600);
        view->setInstance(instance, workflowOf(instance).definition.nodes);
        view->setSource(workflowOf(instance).source);
        view->show();
        return view;
    }
};

void tst_ErrorView::foldsTheStackAway()
{
    PageTest test;
    WorkflowInstance instance = test.newest(InstanceState::Error);
    instance.error->message = u"no stock\n\tat a.b.C.d(C.java:1)\n\tat a.b.C.e(C.java:2)\nCaused by: x"_s;
    auto view = open(test, instance);
    QCOMPARE(view->message(), u"no stock\nCaused by: x"_s);
    QVERIFY(view->stackButton()->isVisible());
    QVERIFY(view->stackButton()->text().contains(u'2'));
    view->stackButton()->click();
    QCOMPARE(view->message(), instance.error->message);
    view->setInstance(instance, {}); // a live update leaves it as it was
    QCOMPARE(view->message(), instance.error->message);
    view->stackButton()->click();
    QCOMPARE(view->message(), u"no stock\nCaused by: x"_s);
    PageTest::buttonWithText<QPushButton>(view.get(), u"Copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), instance.error->message);
    instance.error->message = u"no stack"_s;
    view->setInstance(instance, {});
    QVERIFY(!view->stackButton()->isVisible());
}

void tst_ErrorView::countsSimilarFailures()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Error);
    const auto failure = [&](const QString &id, const QString &message) {
        WorkflowInstance other = instance;
        other.id = id;
        other.error->message = message;
        return other;
    };
    test.fake.instances.setGenerated(0);
    test.fake.instances.put(failure(instance.id, u"No order 1"_s));
    test.fake.instances.put(failure(u"other-1"_s, u"No order 2"_s));
    test.fake.instances.put(failure(u"other-2"_s, u"No order 33"_s));
    test.fake.instances.put(failure(u"other-3"_s, u"No customer 2"_s));
    auto view = open(test, failure(instance.id, u"No order 1"_s));
    QTRY_COMPARE(view->similarButton()->text(), u"Similar failures (2)"_s);
    QVERIFY(!view->similarButton()->toolTip().isEmpty());
}

void tst_ErrorView::countsOncePerFailure()
{
    PageTest test;
    WorkflowInstance instance = test.newest(InstanceState::Error);
    auto view = open(test, instance);
    QTRY_VERIFY(view->similarButton()->text().contains(u'('));
    view->setInstance(instance, {});
    QCOMPARE(test.fake.instances.pages.calls, 1);
    instance.error->message = u"something else"_s;
    view->setInstance(instance, {});
    QCOMPARE(test.fake.instances.pages.calls, 2);
    instance.state = InstanceState::Active;
    view->setInstance(instance, {});
    QVERIFY(!view->similarButton()->isVisible());
}

void tst_ErrorView::leadsToSimilarFailures()
{
    PageTest test;
    test.fake.instances.pages.error = fakeError(); // the way stays open when they cannot be counted
    WorkflowInstance instance = test.newest(InstanceState::Error);
    instance.error->message = u"Order 12: no stock, 50% sold"_s;
    auto view = open(test, instance);
    view->similarButton()->click();
    QCOMPARE(test.navigator.opened.size(), 1);
    const Location there = test.navigator.opened.constFirst();
    QCOMPARE(there.kind, u"instances"_s);
    QVERIFY(there.id.startsWith(u"filter="_s));
    QVERIFY(!there.id.contains(u' '));
    const QString line = QUrl::fromPercentEncoding(there.id.mid(7).toLatin1());
    QVERIFY2(line.startsWith(u"state:error workflow:"_s) && line.contains(u"error:\": no stock,\""_s),
             qPrintable(line));
}

void tst_ErrorView::showsTheLineOfTheDefinition()
{
    PageTest test;
    const WorkflowInstance instance = test.newest(InstanceState::Error);
    const FakeWorkflow &workflow = workflowOf(instance);
    auto view = open(test, instance);
    QTRY_VERIFY(view->sourceButton()->isVisible());
    const auto node = std::find_if(workflow.definition.nodes.cbegin(), workflow.definition.nodes.cend(),
                                   [&](const auto &each) { return each.uniqueId == instance.error->nodeDefinitionId; });
    QVERIFY(node != workflow.definition.nodes.cend());
    QSignalSpy wanted(view.get(), &ErrorView::sourceRequested);
    view->sourceButton()->click();
    const int line = wanted.constFirst().constFirst().toInt();
    QVERIFY(line > 1);
    const QString text = QString::fromUtf8(workflow.source.text).split(u'\n').at(line - 1);
    QVERIFY2(view->excerpt()->toPlainText().contains(text), qPrintable(text));
    // From that line on, the failed state or its action is written.
    const QString below = QString::fromUtf8(workflow.source.text).section(u'\n', line - 1, line + 3);
    QVERIFY2(below.contains(node->action.isEmpty() ? node->state : node->action) || below.contains(node->state),
             qPrintable(below));
    view->setSource({});
    QVERIFY(!view->sourceButton()->isVisible());
    view->setSource({{}, "no workflow at all"});
    QTest::qWait(50);
    QVERIFY(!view->sourceButton()->isVisible());
}

void tst_ErrorView::worksWithoutNodeAndMessage()
{
    PageTest test;
    WorkflowInstance instance = test.newest(InstanceState::Error);
    instance.error.reset();
    instance.nodes.clear();
    auto view = open(test, instance);
    QCOMPARE(view->message(), u"The server told no message."_s);
    QVERIFY(PageTest::visibleText(view.get()).contains(u"did not tell at which node"_s));
    QVERIFY(!view->similarButton()->isVisible());
}

void tst_ErrorView::everyControlHasAName()
{
    PageTest test;
    auto view = open(test, test.newest(InstanceState::Error));
    QTRY_VERIFY(view->sourceButton()->isVisible());
    QCOMPARE(PageTest::namelessControls(view.get()), QStringList());
}

QTEST_MAIN(tst_ErrorView)
#include "tst_errorview.moc"
