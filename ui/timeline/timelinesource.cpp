// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinesource.h"

#include "models/graph/graphmodel.h"
#include "models/workflow/workflowdocument.h"

#include <utility>

namespace podium {

namespace {

constexpr qsizetype kQuick = 2000; ///< visits that are put in order well within a frame

SharedTimeline timelineOf(const QHash<QString, NodePlace> &places, const WorkflowInstance &instance)
{
    return std::make_shared<const Timeline>(buildTimeline(places, instance));
}

} // namespace

void TimelineSource::setDefinitions(const QList<NodeDefinition> &definitions)
{
    m_reading.cancel();
    m_definitions = definitions;
    m_places = std::make_shared<const QHash<QString, NodePlace>>(placesOf(definitions));
    update();
}

void TimelineSource::setDefinitionText(const QByteArray &text)
{
    auto future = runOnWorker<Places>([text, definitions = m_definitions]() -> Result<Places> {
        const Result<WorkflowDocument> document = readWorkflow(text);
        if (!document)
            return document.error();
        const GraphModel graph = buildGraph(*document);
        return Places(std::make_shared<const QHash<QString, NodePlace>>(placesOf(definitions, &graph)));
    });
    // A text that cannot be read tells nothing: the nodes stay where they are.
    m_reading = deliver(std::move(future), this, [this](const Result<Places> &places) {
        if (!places)
            return;
        m_places = *places;
        update();
    });
}

void TimelineSource::setInstance(const WorkflowInstance &instance)
{
    m_instance = instance;
    m_hasInstance = true;
    update();
}

void TimelineSource::update()
{
    if (!m_hasInstance)
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    if (m_instance.nodes.size() <= kQuick)
        return Q_EMIT changed(timelineOf(*m_places, m_instance));
    m_busy = true;
    auto future = runOnWorker<SharedTimeline>([places = m_places, instance = m_instance]() -> Result<SharedTimeline> {
        return timelineOf(*places, instance);
    });
    m_building = deliver(std::move(future), this, [this](const Result<SharedTimeline> &timeline) {
        m_busy = false;
        const bool again = std::exchange(m_again, false);
        if (timeline)
            Q_EMIT changed(*timeline);
        if (again)
            update();
    });
}

} // namespace podium
