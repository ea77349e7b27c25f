// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/decodeinstance.h"
#include "models/core/clock.h"
#include "models/items/instancelistmodel.h"
#include "tests/bench/memory.h"

#include <QApplication>
#include <QFile>
#include <QTest>
#include <QTreeView>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

constexpr int kInstances = 10000;

/// An answer of Data Index with `count` rows as the list asks for them.
QByteArray answerWith(int count)
{
    Json rows = Json::array();
    const QDateTime start(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < count; ++i) {
        const std::string at = start.addSecs(i).toString(Qt::ISODateWithMs).toStdString();
        rows.push_back({{"id", u"%1-0000-4000-8000-000000000000"_s.arg(i, 8, 16, QLatin1Char('0')).toStdString()},
                        {"processId", "onboard_employee"},
                        {"version", "1.0"},
                        {"processName", "Onboard an employee"},
                        {"state", i % 7 == 0 ? "ERROR" : "COMPLETED"},
                        {"businessKey", "employee-" + std::to_string(i)},
                        {"start", at},
                        {"end", at},
                        {"lastUpdate", at},
                        {"parentProcessInstanceId", nullptr},
                        {"serviceUrl", "http://127.0.0.1:8080"}});
    }
    return toBytes(Json{{"data", {{"ProcessInstances", rows}, {"CountProcessInstances", count}}}});
}

InstancePage pageOf(const QByteArray &bytes)
{
    auto answer = decodeGraphqlAnswer(bytes);
    return answer ? decodeInstancePage(*answer).value() : InstancePage{};
}

/// All rows at once from memory: what is left is the model and the view.
class ReadyInstances : public InstanceService
{
public:
    explicit ReadyInstances(InstancePage all)
        : m_all(std::move(all))
    {
    }
    Async<InstancePage> page(const InstanceQuery &query) override
    {
        return ready<InstancePage>(InstancePage{m_all.rows.mid(query.offset, query.limit), m_all.rows.size()});
    }
    Async<InstancePage> pageWithNodes(const InstanceQuery &query) override { return page(query); }
    Async<qint64> count(const InstanceQuery &) override { return ready<qint64>(qint64(m_all.rows.size())); }
    Async<QList<qint64>> countEnded(const InstanceQuery &, const QList<EndedRange> &ranges) override
    {
        return ready<QList<qint64>>(QList<qint64>(ranges.size(), 0));
    }
    Async<WorkflowInstance> instance(const QString &) override { return ready<WorkflowInstance>(Error::cancelled()); }
    Async<Done> abort(const WorkflowInstance &) override { return ready<Done>(Done{}); }
    Async<Done> retry(const WorkflowInstance &) override { return ready<Done>(Done{}); }
    Async<Done> skip(const WorkflowInstance &) override { return ready<Done>(Done{}); }
    Async<SharedJson> liveVariables(const WorkflowInstance &) override { return ready<SharedJson>(SharedJson()); }
    Async<Done> setVariables(const WorkflowInstance &, const SharedJson &) override { return ready<Done>(Done{}); }
    Async<Done> triggerNode(const WorkflowInstance &, const NodeDefinition &) override { return ready<Done>(Done{}); }
    Async<Done> retriggerNode(const WorkflowInstance &, const NodeInstance &) override { return ready<Done>(Done{}); }
    Async<Done> cancelNode(const WorkflowInstance &, const NodeInstance &) override { return ready<Done>(Done{}); }

private:
    InstancePage m_all;
};

} // namespace

/// Ratios to look at, all in one run: decoding against parsing the same bytes alone; a list of 10,000 against one of
/// 100.
class BenchInstances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesTheAnswerAlone()
    {
        const QByteArray bytes = answerWith(kInstances);
        qInfo("%d rows, %lld kB", kInstances, static_cast<long long>(bytes.size() / 1024));
        QBENCHMARK
        {
            QVERIFY(parseJson(bytes));
        }
    }

    void decodesTheAnswer()
    {
        const QByteArray bytes = answerWith(kInstances);
        QBENCHMARK
        {
            QCOMPARE(pageOf(bytes).rows.size(), kInstances);
        }
    }

    void showsAndScrolls_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("100") << 100;
        QTest::newRow("10,000") << kInstances;
    }

    void showsAndScrolls()
    {
        QFETCH(int, count);
        ReadyInstances service(pageOf(answerWith(count)));
        const Clock clock;
        const qint64 before = residentKb(QCoreApplication::applicationPid());
        QBENCHMARK
        {
            InstanceListModel model(service, clock);
            QTreeView view;
            view.setUniformRowHeights(true);
            view.setRootIsDecorated(false);
            view.setModel(&model);
            view.resize(1200, 800);
            view.show();
            model.setQuery({});
            QTRY_COMPARE(model.rowCount(), count);
            view.scrollToBottom();
            model.showRange(count - 30, count - 1);
            QTRY_VERIFY(model.instanceAt(count - 1));
            view.grab();
        }
        qInfo("memory for the list: %lld kB",
              static_cast<long long>(residentKb(QCoreApplication::applicationPid()) - before));
    }
};

QTEST_MAIN(BenchInstances)
#include "bench_instances.moc"
