// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/instancechanges.h"

#include <QTest>

#include <functional>

using namespace podium;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);

SharedJson json(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

WorkflowInstance make()
{
    WorkflowInstance instance;
    instance.id = u"1"_s;
    instance.workflowId = u"greet"_s;
    instance.state = InstanceState::Active;
    instance.start = kTime;
    instance.lastUpdate = kTime;
    instance.detailed = true;
    NodeInstance node;
    node.id = u"n1"_s;
    node.enter = kTime;
    node.inputArgs = json(R"({"a":1})");
    instance.nodes << node;
    instance.variables = json(R"({"workflowdata":{"name":"Ada"}})");
    instance.error = InstanceError{u"d"_s, u"n1"_s, u"failed"_s};
    instance.parent = InstanceLink{u"0"_s, u"outer"_s, {}, InstanceState::Active};
    instance.children << InstanceLink{u"2"_s, u"inner"_s, {}, InstanceState::Active};
    instance.addons << u"jobs"_s;
    return instance;
}

} // namespace

using Change = std::function<void(WorkflowInstance &)>;
Q_DECLARE_METATYPE(Change)

class tst_InstanceChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalAnswersAreTheSame();
    void noticesChanges_data();
    void noticesChanges();
    void aRowHasNoDetails();
};

void tst_InstanceChanges::equalAnswersAreTheSame()
{
    QVERIFY(sameRow(make(), make()));
    QVERIFY(sameDetails(make(), make())); // also where the JSON was parsed anew
    QVERIFY(sameDetails({}, {}));
}

void tst_InstanceChanges::noticesChanges_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("inRow");
    const auto row = [](const char *name, bool inRow, const Change &change) { QTest::newRow(name) << change << inRow; };
    row("state", true, [](auto &i) { i.state = InstanceState::Error; });
    row("end", true, [](auto &i) { i.end = kTime; });
    row("last update", true, [](auto &i) { i.lastUpdate = kTime.addMSecs(1); });
    row("business key", true, [](auto &i) { i.businessKey = u"K"_s; });
    row("node left", false, [](auto &i) { i.nodes[0].exit = kTime; });
    row("node entered", false, [](auto &i) { i.nodes << NodeInstance(); });
    row("node failed", false, [](auto &i) { i.nodes[0].errorMessage = u"x"_s; });
    row("node input", false, [](auto &i) { i.nodes[0].inputArgs = json(R"({"a":2})"); });
    row("node input gone", false, [](auto &i) { i.nodes[0].inputArgs.reset(); });
    row("variable", false, [](auto &i) { i.variables = json(R"({"workflowdata":{"name":"Bo"}})"); });
    row("no variables", false, [](auto &i) { i.variables.reset(); });
    row("other message", false, [](auto &i) { i.error->message = u"other"_s; });
    row("no error", false, [](auto &i) { i.error.reset(); });
    row("no parent", false, [](auto &i) { i.parent.reset(); });
    row("child ended", false, [](auto &i) { i.children[0].state = InstanceState::Completed; });
    row("new child", false, [](auto &i) { i.children << InstanceLink(); });
}

void tst_InstanceChanges::noticesChanges()
{
    QFETCH(Change, change);
    QFETCH(bool, inRow);
    WorkflowInstance changed = make();
    change(changed);
    QVERIFY(!sameDetails(make(), changed));
    QVERIFY(!sameDetails(changed, make()));
    QCOMPARE(sameRow(make(), changed), !inRow);
}

void tst_InstanceChanges::aRowHasNoDetails()
{
    const WorkflowInstance row = rowOf(make());
    QVERIFY(sameRow(row, make()));
    QVERIFY(!row.detailed);
    QVERIFY(row.nodes.isEmpty());
    QVERIFY(!row.variables);
    QVERIFY(!row.error);
    QVERIFY(!row.parent);
    QVERIFY(row.children.isEmpty());
}

QTEST_APPLESS_MAIN(tst_InstanceChanges)
#include "tst_instancechanges.moc"
