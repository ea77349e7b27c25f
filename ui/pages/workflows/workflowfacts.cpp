// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/workflows/workflowfacts.h"

#include "models/services/instanceservice.h"
#include "models/services/workflowcatalog.h"

#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kAtOnce = 3;
constexpr int kNewest = 100;     ///< instances that the one request for all asks for
constexpr int kPerWorkflow = 10; ///< to find one of the right version

/// The newest run of each definition. An instance without a version counts for every version.
std::optional<WorkflowInstance> newestOf(const WorkflowDefinition &definition, const QList<WorkflowInstance> &rows)
{
    std::optional<WorkflowInstance> newest;
    for (const WorkflowInstance &row : rows) {
        const bool same =
            row.workflowId == definition.id && (row.version.isEmpty() || row.version == definition.version);
        if (same && (!newest || newest->start < row.start))
            newest = row;
    }
    return newest;
}

} // namespace

WorkflowFacts::WorkflowFacts(Console &console, WorkflowListModel &model, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_model(model)
{
}

void WorkflowFacts::want(const QStringList &keys)
{
    m_wanted = keys;
    if (!m_newestAsked && !keys.isEmpty())
        readNewest();
    next();
}

void WorkflowFacts::forget()
{
    m_probed.clear();
    m_runsRead.clear();
    m_probes.clear();
    m_runs.clear();
    m_newestRead = false;
    m_newestAsked = false;
}

void WorkflowFacts::readNewest()
{
    m_newestAsked = true;
    InstanceQuery query;
    query.limit = kNewest;
    m_newest = deliver(m_console.instances.page(query), this, [this](Result<InstancePage> page) {
        m_newestRead = true;
        if (page) {
            // A page that is not full holds every instance there is: who is not in it never ran.
            const bool all =
                page->rows.size() < kNewest && page->total.value_or(page->rows.size()) <= page->rows.size();
            const QList<WorkflowEntry> entries = m_model.entries();
            for (const WorkflowEntry &entry : entries) {
                const auto run = newestOf(entry.definition, page->rows);
                if (!run && !all)
                    continue;
                m_runsRead.insert(entry.key());
                m_model.setLastRun(entry.key(), run);
            }
        }
        next();
    });
}

void WorkflowFacts::next()
{
    for (const QString &key : std::as_const(m_wanted)) {
        const int row = m_model.rowOf(key);
        if (row < 0)
            continue;
        if (m_probes.size() < kAtOnce && !m_probed.contains(key))
            probe(m_model.entryAt(row));
        if (m_newestRead && m_runs.size() < kAtOnce && !m_runsRead.contains(key))
            readLastRun(m_model.entryAt(row));
    }
}

void WorkflowFacts::probe(const WorkflowEntry &entry)
{
    const QString key = entry.key();
    m_probed.insert(key);
    if (entry.availability.state == Availability::State::Unknown)
        m_model.setAvailability(key, {Availability::State::Checking, {}});
    m_probes[key] = deliver(m_console.catalog.probe(entry.definition), this, [this, key](Result<Availability> result) {
        m_probes.erase(key);
        if (result)
            m_model.setAvailability(key, *result);
        else if (result.error().isCancelled())
            m_model.setAvailability(key, {});
        else
            m_model.setAvailability(key, {Availability::State::Unavailable, result.error().text()});
        next();
    });
}

void WorkflowFacts::readLastRun(const WorkflowEntry &entry)
{
    const QString key = entry.key();
    m_runsRead.insert(key);
    InstanceQuery query;
    query.workflowIds = {entry.definition.id};
    query.limit = kPerWorkflow;
    m_runs[key] = deliver(m_console.instances.page(query), this,
                          [this, key, definition = entry.definition](Result<InstancePage> page) {
                              m_runs.erase(key);
                              if (page)
                                  m_model.setLastRun(key, newestOf(definition, page->rows));
                              next();
                          });
}

} // namespace podium
