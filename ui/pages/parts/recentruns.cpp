// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/recentruns.h"

#include "models/items/itemtexts.h"

namespace podium {

using namespace Qt::StringLiterals;

RecentRuns::RecentRuns(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
}

void RecentRuns::read(const QString &workflowId, const QStringList &without)
{
    m_isAsked = true;
    InstanceQuery query;
    if (!workflowId.isEmpty())
        query.workflowIds = {workflowId};
    query.limit = kMost + static_cast<int>(without.size());
    m_reading = deliver(m_instances.page(query), this, [this, without](const Result<InstancePage> &page) {
        if (!page) {
            m_isAsked = false;
            return Q_EMIT failed(page.error());
        }
        m_runs = page->rows;
        m_runs.removeIf([&without](const WorkflowInstance &run) { return without.contains(run.id); });
        m_runs.resize(qMin<qsizetype>(m_runs.size(), kMost));
        Q_EMIT arrived();
    });
}

void RecentRuns::forget()
{
    m_reading.cancel();
    m_runs.clear();
    m_isAsked = false;
}

QString RecentRuns::label(const WorkflowInstance &run, const QString &started)
{
    const QString which = run.businessKey.isEmpty() ? run.id.left(8) : singleLine(run.businessKey, 60);
    return tr("%1 · %2 · %3").arg(which, displayName(run.state), started);
}

QString RecentRuns::idFromText(const QString &text)
{
    const QString id = text.trimmed();
    return id.startsWith("instance:"_L1) ? id.mid(9) : id;
}

} // namespace podium
