// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeservices.h"

#include "models/domain/instancechanges.h"
#include "tests/fakes/fakeclock.h"

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QString &what)
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.what = what;
    error.why = u"The server does not know it."_s;
    return error;
}

bool matches(const WorkflowInstance &row, const InstanceQuery &query)
{
    return (query.ids.isEmpty() || query.ids.contains(row.id)) &&
           (query.workflowIds.isEmpty() || query.workflowIds.contains(row.workflowId)) &&
           (query.states.isEmpty() || query.states.contains(row.state)) &&
           (query.parentId.isEmpty() || query.parentId == row.parentId) &&
           (!query.updatedSince.isValid() || row.lastUpdate >= query.updatedSince || query.orIds.contains(row.id)) &&
           (!query.startedFrom.isValid() || row.start >= query.startedFrom);
}

/// What the rows of a list do not tell, the details do.
bool meetsInDetail(const InstanceCondition &condition, const WorkflowInstance &instance)
{
    const auto any = [&](auto matches) {
        return std::any_of(condition.values.cbegin(), condition.values.cend(), matches);
    };
    const InstanceError error = instance.error.value_or(InstanceError());
    switch (condition.field) {
    case InstanceField::Error:
        return any([&](const QString &value) { return matchesPattern(error.message, u'*' % value % u'*'); });
    case InstanceField::ErrorNode:
        return any([&](const QString &value) { return matchesPattern(error.nodeDefinitionId, value); });
    case InstanceField::Node:
        return any([&](const QString &value) {
            return std::any_of(instance.nodes.cbegin(), instance.nodes.cend(),
                               [&](const NodeInstance &node) { return matchesPattern(node.name, value); });
        });
    default:
        break;
    }
    if (!instance.variables)
        return false;
    const auto pointer = "/workflowdata/" + condition.path.split(u'.').join(u'/').toStdString();
    const Json value = instance.variables->value(Json::json_pointer(pointer), Json());
    const QString text = value.is_string() ? toQString(value) : QString::fromUtf8(toBytes(value));
    return any([&](const QString &pattern) { return matchesPattern(text, pattern); });
}

bool isUnfiltered(const InstanceQuery &query)
{
    return query.ids.isEmpty() && query.workflowIds.isEmpty() && query.states.isEmpty() && query.filter.isEmpty() &&
           query.parentId.isEmpty() && !query.updatedSince.isValid() && !query.startedFrom.isValid();
}

bool before(const WorkflowInstance &a, const WorkflowInstance &b, InstanceQuery::Order order)
{
    using Order = InstanceQuery::Order;
    switch (order) {
    case Order::StartDescending:
        return a.start > b.start;
    case Order::StartAscending:
        return a.start < b.start;
    case Order::LastUpdateDescending:
        return a.lastUpdate > b.lastUpdate;
    case Order::EndDescending:
        return a.end > b.end;
    case Order::StateAscending:
        return wordOf(a.state) < wordOf(b.state);
    case Order::WorkflowAscending:
        return a.workflowId < b.workflowId;
    case Order::WorkflowDescending:
        return a.workflowId > b.workflowId;
    case Order::BusinessKeyAscending:
        return a.businessKey < b.businessKey;
    case Order::BusinessKeyDescending:
        return a.businessKey > b.businessKey;
    case Order::LastUpdateAscending:
        return a.lastUpdate < b.lastUpdate;
    case Order::EndAscending:
        return a.end < b.end;
    case Order::StateDescending:
        return wordOf(a.state) > wordOf(b.state);
    case Order::CreatedByAscending:
        return a.createdBy < b.createdBy;
    case Order::CreatedByDescending:
        return a.createdBy > b.createdBy;
    case Order::UpdatedByAscending:
        return a.updatedBy < b.updatedBy;
    case Order::UpdatedByDescending:
        return a.updatedBy > b.updatedBy;
    }
    return false;
}

} // namespace

Async<QList<WorkflowDefinition>> FakeCatalog::list()
{
    QList<WorkflowDefinition> all;
    for (const FakeWorkflow &workflow : workflows) {
        all << workflow.definition;
        all.last().nodes.clear();
    }
    return lists.reply<QList<WorkflowDefinition>>(all);
}

Async<WorkflowDefinition> FakeCatalog::definition(const QString &id, const QString &version)
{
    Result<WorkflowDefinition> found = notFound(u"The workflow could not be read."_s);
    for (const FakeWorkflow &workflow : workflows) {
        if (workflow.definition.id == id && (version.isEmpty() || workflow.definition.version == version))
            found = workflow.definition;
    }
    return definitions.reply<WorkflowDefinition>(found);
}

Async<WorkflowSource> FakeCatalog::source(const WorkflowDefinition &definition)
{
    Result<WorkflowSource> found = notFound(u"The source could not be read."_s);
    for (const FakeWorkflow &workflow : workflows) {
        const WorkflowDefinition &known = workflow.definition;
        if (known.id == definition.id && known.version == definition.version && !workflow.source.text.isEmpty())
            found = workflow.source;
    }
    return sources.reply<WorkflowSource>(found);
}

Async<WorkflowSchemas> FakeCatalog::schemas(const WorkflowDefinition &definition)
{
    Result<WorkflowSchemas> found = WorkflowSchemas{};
    for (const FakeWorkflow &workflow : workflows) {
        if (workflow.definition.id == definition.id && workflow.definition.version == definition.version)
            found = workflow.schemas;
    }
    return schemaReplies.reply<WorkflowSchemas>(found);
}

Async<Availability> FakeCatalog::probe(const WorkflowDefinition &definition)
{
    Result<Availability> found = Availability{Availability::State::Unavailable, u"No such workflow."_s};
    for (const FakeWorkflow &workflow : workflows) {
        if (workflow.definition.id == definition.id && workflow.definition.version == definition.version)
            found = workflow.availability;
    }
    return probes.reply<Availability>(found);
}

WorkflowInstance FakeInstances::current(const QString &id) const
{
    if (const auto found = m_put.constFind(id); found != m_put.cend())
        return *found;
    const qint64 index = fakeIndexOf(id);
    return index >= 0 && index < m_generated ? fakeDetails(fakeInstance(index, m_newest)) : WorkflowInstance();
}

void FakeInstances::put(const WorkflowInstance &instance)
{
    const qint64 index = fakeIndexOf(instance.id);
    if ((index < 0 || index >= m_generated) && !m_put.contains(instance.id))
        m_added << instance.id;
    m_put.insert(instance.id, instance);
}

bool FakeInstances::meets(const WorkflowInstance &row, const InstanceFilter &filter) const
{
    return std::all_of(filter.conditions.cbegin(), filter.conditions.cend(), [&](const InstanceCondition &condition) {
        const FilterMatch match = matchOf(InstanceFilter{{condition}}, row, FakeClock().now());
        return match == FilterMatch::Unsure ? meetsInDetail(condition, current(row.id)) : match == FilterMatch::Yes;
    });
}

Async<InstanceFields> FakeInstances::filterable()
{
    return ready<InstanceFields>(fields);
}

QList<WorkflowInstance> FakeInstances::matching(const InstanceQuery &query) const
{
    QList<WorkflowInstance> rows;
    const auto take = [&](const WorkflowInstance &row) {
        if (matches(row, query) && meets(row, query.filter))
            rows << row;
    };
    for (auto id = m_added.crbegin(); id != m_added.crend(); ++id)
        take(rowOf(m_put.value(*id)));
    for (qint64 i = 0; i < m_generated; ++i) {
        const WorkflowInstance row = fakeInstance(i, m_newest);
        const auto changed = m_put.constFind(row.id);
        take(changed == m_put.cend() ? row : rowOf(*changed));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) { return before(a, b, query.order); });
    return rows;
}

Async<InstancePage> FakeInstances::page(const InstanceQuery &query)
{
    queries << query;
    InstancePage page;
    const bool generatedOnly =
        isUnfiltered(query) && m_put.isEmpty() && query.order == InstanceQuery::Order::StartDescending;
    if (generatedOnly) {
        const qint64 end = qMin<qint64>(m_generated, qint64(query.offset) + query.limit);
        for (qint64 i = query.offset; i < end; ++i)
            page.rows << fakeInstance(i, m_newest);
        page.total = m_generated;
    } else {
        const QList<WorkflowInstance> all = matching(query);
        page.rows = all.mid(query.offset, query.limit);
        page.total = all.size();
    }
    for (WorkflowInstance &row : page.rows) {
        if (query.withErrors)
            row.error = current(row.id).error;
    }
    if (!canCount)
        page.total.reset();
    return pages.reply<InstancePage>(page);
}

Async<InstancePage> FakeInstances::pageWithNodes(const InstanceQuery &query)
{
    nodeQueries << query;
    const QList<WorkflowInstance> all = matching(query);
    InstancePage page;
    for (const WorkflowInstance &row : all.mid(query.offset, qMin(query.limit, kMostWithNodes)))
        page.rows << current(row.id);
    if (canCount)
        page.total = all.size();
    return nodePages.reply<InstancePage>(page);
}

Async<qint64> FakeInstances::count(const InstanceQuery &query)
{
    if (!canCount)
        return counts.reply<qint64>(notFound(u"The server cannot count."_s));
    return counts.reply<qint64>(isUnfiltered(query) ? m_generated + m_added.size() : matching(query).size());
}

Async<QList<qint64>> FakeInstances::countEnded(const InstanceQuery &query, const QList<EndedRange> &ranges)
{
    if (!canCount)
        return endedCounts.reply<QList<qint64>>(notFound(u"The server cannot count."_s));
    const QList<WorkflowInstance> rows = matching(query);
    QList<qint64> ended;
    for (const EndedRange &range : ranges)
        ended << std::count_if(rows.cbegin(), rows.cend(), [&range](const WorkflowInstance &row) {
            return row.end.isValid() && row.end >= range.from && row.end < range.before;
        });
    return endedCounts.reply<QList<qint64>>(ended);
}

Async<WorkflowInstance> FakeInstances::instance(const QString &id)
{
    const WorkflowInstance found = current(id);
    if (found.id.isEmpty())
        return details.reply<WorkflowInstance>(notFound(u"The instance could not be read."_s));
    return details.reply<WorkflowInstance>(found);
}

Async<Done> FakeInstances::act(const QString &verb, const WorkflowInstance &instance, InstanceState outcome)
{
    actionLog << verb % u' ' % instance.id;
    if (const auto error = refused.constFind(instance.id); error != refused.cend())
        return actions.reply<Done>(*error);
    if (!actions.error && showsActions) {
        WorkflowInstance changed = current(instance.id);
        changed.state = outcome;
        changed.end = m_newest.addSecs(60);
        changed.lastUpdate = changed.end;
        put(changed);
    }
    return actions.reply<Done>(Done());
}

Async<Done> FakeInstances::abort(const WorkflowInstance &instance)
{
    return act(u"abort"_s, instance, InstanceState::Aborted);
}

Async<Done> FakeInstances::retry(const WorkflowInstance &instance)
{
    return act(u"retry"_s, instance, InstanceState::Completed);
}

Async<Done> FakeInstances::skip(const WorkflowInstance &instance)
{
    return act(u"skip"_s, instance, InstanceState::Completed);
}

Async<SharedJson> FakeInstances::liveVariables(const WorkflowInstance &instance)
{
    const WorkflowInstance now = current(instance.id);
    if (now.id.isEmpty() || isFinal(now.state))
        return variables.reply<SharedJson>(notFound(u"The variables could not be read."_s));
    const Json *data = now.variables ? memberAt(*now.variables, "workflowdata") : nullptr;
    return variables.reply<SharedJson>(data ? SharedJson(now.variables, data) : std::make_shared<const Json>());
}

Async<Done> FakeInstances::setVariables(const WorkflowInstance &instance, const SharedJson &patch)
{
    actionLog << u"variables "_s + instance.id;
    patches << patch;
    if (!actions.error) {
        WorkflowInstance changed = current(instance.id);
        Json now = changed.variables ? *changed.variables : Json::object();
        now["workflowdata"].merge_patch(*patch);
        changed.variables = std::make_shared<const Json>(std::move(now));
        put(changed);
    }
    return actions.reply<Done>(Done());
}

Async<Done> FakeInstances::actOnNode(const QString &verb, const WorkflowInstance &instance, const QString &node)
{
    actionLog << verb % u' ' % instance.id % u' ' % node;
    if (const auto error = refused.constFind(instance.id); error != refused.cend())
        return actions.reply<Done>(*error);
    return actions.reply<Done>(Done());
}

Async<Done> FakeInstances::triggerNode(const WorkflowInstance &instance, const NodeDefinition &node)
{
    return actOnNode(u"trigger"_s, instance, node.id);
}

Async<Done> FakeInstances::retriggerNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    return actOnNode(u"retrigger"_s, instance, node.id);
}

Async<Done> FakeInstances::cancelNode(const WorkflowInstance &instance, const NodeInstance &node)
{
    return actOnNode(u"cancelNode"_s, instance, node.id);
}

Async<RunStarted> FakeRuns::start(const RunRequest &request)
{
    requests << request;
    if (replies.error)
        return replies.reply<RunStarted>(*replies.error);
    WorkflowInstance instance = m_instances.current(fakeInstance(0, {}).id);
    instance.id = u"9b2d6c1e-0000-4a6f-9c21-%1"_s.arg(requests.size(), 12, 16, QLatin1Char('f'));
    instance.workflowId = request.definition.id;
    instance.version = request.definition.version;
    instance.workflowName = request.definition.name;
    instance.businessKey = request.businessKey;
    instance.state = InstanceState::Active;
    m_instances.put(instance);
    return replies.reply<RunStarted>(RunStarted{instance.id, instance.variables});
}

QUrl FakeRuns::address(const RunRequest &request) const
{
    QUrl url(u"http://127.0.0.1:8180/"_s + request.definition.id);
    if (!request.businessKey.isEmpty())
        url.setQuery(u"businessKey="_s + QString::fromLatin1(QUrl::toPercentEncoding(request.businessKey)));
    return url;
}

Error FakeRuns::refusal(const QList<FieldError> &fields)
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = u"The input was refused."_s;
    error.why = u"It does not fit the schema of the workflow."_s;
    error.remedy = u"Correct the marked fields."_s;
    error.httpStatus = 400;
    error.fields = fields;
    return error;
}

} // namespace podium
