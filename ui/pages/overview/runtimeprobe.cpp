// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/runtimeprobe.h"

#include "models/services/workflowcatalog.h"

#include <algorithm>

namespace podium {

namespace {
constexpr std::size_t kAtOnce = 3;
}

RuntimeProbe::RuntimeProbe(WorkflowCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
{
}

void RuntimeProbe::start()
{
    cancel();
    m_listing = deliver(m_catalog.list(), this, [this](const Result<QList<WorkflowDefinition>> &result) {
        if (!result)
            return; // the counts say what is wrong
        m_definitions = *result;
        m_next = 0;
        m_soFar.clear();
        Q_EMIT listed();
        probeNext();
    });
}

void RuntimeProbe::cancel()
{
    m_listing.cancel();
    m_probes.clear();
}

void RuntimeProbe::probeNext()
{
    while (m_probes.size() < kAtOnce && m_next < m_definitions.size()) {
        const qsizetype index = m_next++;
        // The answer erases what this line puts in: it never comes before the event loop runs again.
        m_probes[index] =
            deliver(m_catalog.probe(m_definitions.at(index)), this, [this, index](const Result<Availability> &answer) {
                if (answer && answer->state == Availability::State::Unavailable)
                    m_soFar << Unavailable{m_definitions.at(index), answer->reason};
                m_probes.erase(index);
                probeNext();
            });
    }
    if (!m_probes.empty())
        return;
    m_unavailable = m_soFar;
    std::sort(m_unavailable.begin(), m_unavailable.end(), [](const Unavailable &a, const Unavailable &b) {
        const int order = a.definition.id.compare(b.definition.id);
        return order != 0 ? order < 0 : a.definition.version < b.definition.version;
    });
    m_hasRead = true;
    Q_EMIT finished();
}

QString RuntimeProbe::nameOf(const QString &workflowId) const
{
    const auto found = std::find_if(m_definitions.cbegin(), m_definitions.cend(),
                                    [&](const WorkflowDefinition &each) { return each.id == workflowId; });
    return found == m_definitions.cend() ? workflowId : found->displayName();
}

} // namespace podium
