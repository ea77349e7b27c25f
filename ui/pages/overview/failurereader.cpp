// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/failurereader.h"

#include "models/services/workflowcatalog.h"

namespace podium {

namespace {

constexpr std::size_t kNamesAtOnce = 3;
constexpr qsizetype kMostDefinitions = 50; ///< that are read for the names of their nodes

QString definitionKey(const FailureGroup &group)
{
    return group.key.workflowId % u'@' % group.version;
}

} // namespace

FailureReader::FailureReader(InstanceService &instances, WorkflowCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
    , m_catalog(catalog)
{
}

void FailureReader::setSeen(const std::optional<SeenFailures> &seen)
{
    m_seen = seen;
    if (m_hasRead && !m_isReading) {
        m_isReading = true;
        group();
    }
}

void FailureReader::read(const Series &series)
{
    if (m_isReading && series == m_series) {
        m_again = true;
        return;
    }
    m_again = false;
    m_isReading = true;
    m_series = series;
    m_query = {};
    m_query.states = {InstanceState::Error};
    m_query.startedFrom = series.from();
    m_query.withErrors = true;
    m_query.limit = kPage;
    m_rows.clear();
    readPage();
}

void FailureReader::cancel()
{
    m_pending.cancel();
    m_namesPending.clear();
    m_isReading = false;
    m_again = false;
}

void FailureReader::readPage()
{
    m_pending = deliver(m_instances.page(m_query), this, [this](const Result<InstancePage> &page) {
        if (page)
            return take(*page);
        m_isReading = false;
        m_again = false;
        Q_EMIT failed(page.error());
    });
}

void FailureReader::take(const InstancePage &page)
{
    m_rows << page.rows;
    m_query.offset += m_query.limit;
    m_readTotal = page.total;
    m_hasMore = !page.rows.isEmpty() && (page.total ? m_query.offset < *page.total : page.rows.size() >= m_query.limit);
    if (m_hasMore && m_query.offset < kMost)
        return readPage();
    m_failed = std::exchange(m_rows, {});
    m_total = m_readTotal;
    m_isCut = m_hasMore;
    group();
}

void FailureReader::group()
{
    const auto work = [failed = m_failed, series = m_series, seen = m_seen]() -> Result<QList<FailureGroup>> {
        return failureGroups(failed, series, seen ? &*seen : nullptr);
    };
    m_pending =
        deliver(runOnWorker<QList<FailureGroup>>(work), this, [this](const Result<QList<FailureGroup>> &groups) {
            m_isReading = false;
            if (!groups)
                return;
            m_hasRead = true;
            m_groups = *groups;
            m_groupedFor = m_series;
            m_ids.clear();
            for (const WorkflowInstance &run : std::as_const(m_failed))
                m_ids << run.id;
            readNames();
            Q_EMIT changed();
            if (std::exchange(m_again, false))
                read(m_series);
        });
}

void FailureReader::readNames()
{
    for (const FailureGroup &group : std::as_const(m_groups)) {
        const QString key = definitionKey(group);
        if (m_namesPending.size() >= kNamesAtOnce || m_names.size() >= kMostDefinitions)
            return;
        if (m_names.contains(key) || m_namesPending.contains(key) || group.key.nodeDefinitionId.isEmpty())
            continue;
        // The answer erases what this line puts in: it never comes before the event loop runs again.
        m_namesPending[key] = deliver(m_catalog.definition(group.key.workflowId, group.version), this,
                                      [this, key](const Result<WorkflowDefinition> &definition) {
                                          QHash<QString, QString> &names = m_names[key]; // one that failed has none
                                          if (definition) {
                                              for (const NodeDefinition &node : definition->nodes)
                                                  names.insert(node.uniqueId, node.name);
                                          }
                                          m_namesPending.erase(key);
                                          readNames();
                                          Q_EMIT changed();
                                      });
    }
}

QDateTime FailureReader::readFrom() const
{
    if (!m_isCut || m_failed.isEmpty())
        return m_groupedFor.from();
    return m_failed.constLast().start; // the newest are read first
}

QString FailureReader::nodeName(const FailureGroup &group) const
{
    return m_names.value(definitionKey(group)).value(group.key.nodeDefinitionId);
}

} // namespace podium
