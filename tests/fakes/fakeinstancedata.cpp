// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeworkflows.h"

#include <array>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kScramble = 2654435761; // Knuth's multiplicative hash: ids that look like ids
constexpr qint64 kSpacingMs = 97'000;

struct Pattern
{
    InstanceState state;
    int durationMs;
};

/// What happens to instances, repeated: mostly they complete.
constexpr std::array<Pattern, 12> kPatterns{{
    {InstanceState::Active, 0},
    {InstanceState::Completed, 4'312},
    {InstanceState::Error, 0},
    {InstanceState::Completed, 71'090},
    {InstanceState::Completed, 864},
    {InstanceState::Active, 0},
    {InstanceState::Completed, 12'655},
    {InstanceState::Aborted, 31'400},
    {InstanceState::Completed, 2'047},
    {InstanceState::Completed, 183'222},
    {InstanceState::Suspended, 0},
    {InstanceState::Completed, 5'501},
}};

constexpr auto kVariables = R"json({
  "orderId": "",
  "customer": {
    "name": "Ada Novák", "email": "ada@example.com",
    "address": {"street": "Lindenweg 4", "city": "Wien", "country": "AT"}
  },
  "items": [{"sku": "LAMP-07", "quantity": 2, "price": 39.9}, {"sku": "CABLE-3M", "quantity": 1, "price": 7.5}],
  "priority": "normal",
  "giftWrap": false,
  "check": {"available": true, "warehouse": "VIE-2"}
})json";

constexpr auto kResult = R"json({
  "message": "The parcel **left the warehouse**.\n\n- Courier: Fast & Sons\n- Parcel: `P-77120`",
  "outputs": [
    {"key": "Tracking", "value": "https://example.com/track/P-77120", "format": "link"},
    {"key": "Weight (kg)", "value": 3.4, "format": "number"}
  ],
  "nextWorkflows": [{"id": "invoice-batch", "name": "Send the invoices of a month"}],
  "completedWith": "success"
})json";

QString idAt(qint64 index)
{
    const quint64 scrambled = (static_cast<quint64>(index) + 1) * kScramble;
    return u"%1-%2-4a6f-9c21-%3"_s.arg(scrambled & 0xffffffff, 8, 16, QLatin1Char('0'))
        .arg((scrambled >> 32) & 0xffff, 4, 16, QLatin1Char('0'))
        .arg(index, 12, 16, QLatin1Char('0'));
}

SharedJson variablesOf(const WorkflowInstance &row)
{
    Json data = Json::parse(kVariables);
    data["orderId"] = "SO-" + std::to_string(1000 + qMax<qint64>(fakeIndexOf(row.id), 0));
    if (row.state == InstanceState::Completed)
        data["result"] = Json::parse(kResult);
    return std::make_shared<const Json>(Json{{"workflowdata", data}});
}

const FakeWorkflow *workflowOf(const WorkflowInstance &row)
{
    for (const FakeWorkflow &workflow : fakeWorkflows()) {
        if (workflow.definition.id == row.workflowId && workflow.definition.version == row.version)
            return &workflow;
    }
    return nullptr;
}

/// How far a run came: the index of the node definition at which it stopped, one past the last for a finished one.
qsizetype stoppedAt(const QList<NodeDefinition> &nodes, InstanceState state)
{
    if (isFinal(state) && state != InstanceState::Aborted)
        return nodes.size();
    const auto named = [&](const QString &name) {
        const auto found =
            std::find_if(nodes.cbegin(), nodes.cend(), [&](const NodeDefinition &n) { return n.name == name; });
        return found == nodes.cend() ? nodes.size() / 2 : found - nodes.cbegin();
    };
    return named(state == InstanceState::Error ? u"send invoice"_s : u"Wait for courier"_s);
}

/// Visits in the order of the definition: one after the other from start on, in equal steps.
void addNodes(WorkflowInstance &instance, const QList<NodeDefinition> &nodes)
{
    const qsizetype stop = stoppedAt(nodes, instance.state);
    const qint64 total = instance.end.isValid() ? instance.start.msecsTo(instance.end) : 3'000;
    const qint64 step = qMax<qint64>(total / (stop + 1), 1);
    for (qsizetype i = 0; i < nodes.size() && i <= stop; ++i) {
        const NodeDefinition &definition = nodes.at(i);
        if (definition.state == "Turn down"_L1) // the way not taken
            continue;
        NodeInstance visit;
        visit.id = instance.id.left(24) + u"%1"_s.arg(i + 1, 12, 16, QLatin1Char('e'));
        visit.name = definition.name;
        visit.type = definition.type;
        visit.definitionId = definition.uniqueId;
        visit.nodeId = definition.id;
        visit.enter = instance.start.addMSecs(i * step);
        if (i < stop)
            visit.exit = visit.enter.addMSecs(step);
        if (i == stop && instance.state == InstanceState::Error) {
            visit.errorMessage = u"HTTP 503 Service Unavailable from POST /invoices"_s;
            instance.error = InstanceError{definition.uniqueId, visit.id, visit.errorMessage};
        }
        instance.nodes << visit;
    }
}

} // namespace

WorkflowInstance fakeInstance(qint64 index, const QDateTime &newest)
{
    const QList<FakeWorkflow> &workflows = fakeWorkflows();
    const Pattern &pattern = kPatterns.at(static_cast<size_t>(index) % kPatterns.size());
    // The first workflow is the busiest one.
    const qsizetype which = index % 3 == 0 ? 0 : (index / 3) % (workflows.size() - 1);
    const WorkflowDefinition &definition = workflows.at(which).definition;

    WorkflowInstance row;
    row.id = idAt(index);
    row.workflowId = definition.id;
    row.version = definition.version;
    row.workflowName = definition.name;
    row.state = pattern.state;
    row.businessKey = index % 4 == 3 ? QString() : u"SO-%1"_s.arg(1000 + index);
    row.start = newest.addMSecs(-index * kSpacingMs);
    row.lastUpdate = row.start.addMSecs(3'000);
    if (isFinal(row.state)) {
        row.end = row.start.addMSecs(pattern.durationMs);
        row.lastUpdate = row.end;
    }
    row.serviceUrl = definition.serviceUrl;
    row.createdBy = u"operator"_s;
    row.updatedBy = u"operator"_s;
    return row;
}

WorkflowInstance fakeDetails(const WorkflowInstance &row)
{
    WorkflowInstance instance = row;
    instance.detailed = true;
    instance.variables = variablesOf(row);
    instance.identity = u"operator"_s;
    instance.addons = {u"process-management"_s, u"jobs-management"_s};
    if (const FakeWorkflow *workflow = workflowOf(row))
        addNodes(instance, workflow->definition.nodes);
    if (fakeIndexOf(row.id) % 6 == 0) {
        instance.children << InstanceLink{idAt(900'000), u"currency-quote"_s, u"Quote a currency"_s,
                                          InstanceState::Completed};
    }
    return instance;
}

qint64 fakeIndexOf(const QString &id)
{
    bool good = false;
    const qint64 index = id.mid(24).toLongLong(&good, 16);
    return good && index >= 0 && idAt(index) == id ? index : -1;
}

} // namespace podium
