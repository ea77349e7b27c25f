// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/waitreader.h"

#include "models/domain/workflowdefinition.h"

namespace podium {

namespace {

constexpr qint64 kAgainMs = 60'000;

QString waitsAt(const WorkflowInstance &instance)
{
    QString name;
    for (const NodeInstance &visit : instance.nodes) { // sorted by when they were entered
        NodeDefinition definition;
        definition.name = visit.name;
        if (visit.enter.isValid() && !visit.exit.isValid() && !visit.name.isEmpty() && !definition.isInternal())
            name = visit.name;
    }
    return name;
}

} // namespace

WaitReader::WaitReader(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
}

void WaitReader::want(const QStringList &instanceIds)
{
    QStringList ids = instanceIds.mid(0, kMost);
    ids.sort(); // the same ones in another order are no other ones
    if (ids.isEmpty() || (ids == m_asked && m_since.elapsed() < kAgainMs))
        return;
    m_asked = ids;
    m_since.start();
    InstanceQuery query;
    query.ids = ids;
    query.limit = static_cast<int>(ids.size());
    m_pending = deliver(m_instances.pageWithNodes(query), this, [this](const Result<InstancePage> &page) {
        if (!page)
            return; // a hint less
        m_nodes.clear();
        for (const WorkflowInstance &instance : page->rows)
            m_nodes.insert(instance.id, waitsAt(instance));
        Q_EMIT changed();
    });
}

void WaitReader::cancel()
{
    m_pending.cancel();
    m_asked.clear();
}

} // namespace podium
