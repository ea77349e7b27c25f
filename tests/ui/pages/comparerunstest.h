// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/compare/comparedstatesmodel.h"
#include "tests/ui/graph/graphruns.h"
#include "tests/ui/pages/pagetest.h"
#include "ui/graph/graphcanvas.h"
#include "ui/pages/compareruns/comparerunspage.h"
#include "ui/pages/compareruns/comparerunsview.h"
#include "ui/widgets/stateview.h"

#include <QTest>

namespace podium {

using namespace Qt::StringLiterals;

/// Two runs of one workflow, "sent" and "refused", which took different ways.
class CompareRunsTest : public QObject
{
protected:
    void prepare();
    void addVersion(const QString &version, const QByteArray &source, const QList<NodeDefinition> &nodes);
    WorkflowInstance put(const QString &id, const WorkflowInstance &what, const char *variables,
                         const QString &version = u"1.0"_s);
    std::unique_ptr<CompareRunsPage> open(const QString &sides = u"sent..refused"_s)
    {
        return m_test->open<CompareRunsPage>({u"runs"_s, sides, {}});
    }
    std::unique_ptr<CompareRunsPage> opened(const QString &sides = u"sent..refused"_s)
    {
        auto page = open(sides);
        waitFor(page.get());
        return page;
    }
    static void waitFor(const CompareRunsPage *page)
    {
        QTRY_COMPARE(page->stateView()->shown(), StateView::Shown::Content);
        QTRY_VERIFY(page->view()->states()->rowCount() > 0);
    }
    static QStringList rows(const CompareRunsPage *page);
    static GraphCanvas *canvas(const CompareRunsPage *page) { return page->view()->findChild<GraphCanvas *>(); }
    static QString describe(const CompareRunsPage *page, const QString &state);

    std::unique_ptr<PageTest> m_test;
};

inline void CompareRunsTest::addVersion(const QString &version, const QByteArray &source,
                                        const QList<NodeDefinition> &nodes)
{
    FakeWorkflow workflow;
    workflow.definition.id = u"order"_s;
    workflow.definition.name = u"Orders"_s;
    workflow.definition.version = version;
    workflow.definition.nodes = nodes;
    workflow.source = {u"order.sw.yaml"_s, source};
    m_test->fake.catalog.workflows << workflow;
}

inline WorkflowInstance CompareRunsTest::put(const QString &id, const WorkflowInstance &what, const char *variables,
                                             const QString &version)
{
    WorkflowInstance run = what;
    run.id = id;
    run.workflowId = u"order"_s;
    run.workflowName = u"Orders"_s;
    run.version = version;
    run.businessKey = u"KEY-"_s + id;
    run.variables = std::make_shared<const Json>(*parseJson(QByteArray(variables)));
    m_test->fake.instances.put(run);
    return run;
}

inline void CompareRunsTest::prepare()
{
    m_test = std::make_unique<PageTest>();
    m_test->fake.catalog.workflows.clear();
    m_test->fake.instances.setGenerated(0);
    addVersion(u"1.0"_s, graphruns::kOrder, graphruns::definitions());
    put(u"sent"_s, graphruns::sent(), R"({"workflowdata":{"ok":true,"n":1,"list":[1,2]},"workflowdatainput":{"n":1}})");
    put(u"refused"_s,
        graphruns::run(u"refused"_s, {graphruns::visit(u"2"_s, 0, 30), graphruns::visit(u"5"_s, 30, 35)},
                       InstanceState::Completed),
        R"({"workflowdata":{"ok":false,"n":1,"why":"late"},"workflowdatainput":{"n":1}})");
}

inline QStringList CompareRunsTest::rows(const CompareRunsPage *page)
{
    QStringList list;
    const auto *model = page->view()->states();
    for (int row = 0; row < model->rowCount(); ++row)
        list << model->index(row, ComparedStatesModel::StateColumn).data().toString() + u": "_s +
                    model->index(row, ComparedStatesModel::ShareColumn).data().toString();
    return list;
}

inline QString CompareRunsTest::describe(const CompareRunsPage *page, const QString &state)
{
    const GraphCanvas *graph = canvas(page);
    if (!graph->picture())
        return {};
    const int node = graph->picture()->model.stateIndex(state);
    return node < 0 ? QString() : graph->describe(node);
}

} // namespace podium
