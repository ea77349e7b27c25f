// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/overlaysource.h"

#include "models/graph/replay.h"

namespace podium {

namespace {

constexpr qsizetype kQuick = 2000; ///< nodes and visits that take far less than a frame

} // namespace

void OverlaySource::forgetTargets()
{
    m_targets.reset();
    restart();
}

// What is under way answers another question.
void OverlaySource::restart()
{
    m_pending.cancel();
    m_busy = m_again = false;
}

void OverlaySource::setGraph(const SharedWhole &whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    forgetTargets();
    update();
}

void OverlaySource::setInstance(const QList<NodeDefinition> &definitions, const WorkflowInstance &instance)
{
    // The same list, shared: a live update has the same definitions.
    if (definitions.constData() != m_definitions.constData() || definitions.size() != m_definitions.size())
        forgetTargets();
    if (!m_hasInstance || m_instance.id != instance.id)
        restart();
    m_definitions = definitions;
    m_instance = instance;
    m_hasInstance = true;
    update();
}

void OverlaySource::clearInstance()
{
    restart();
    m_hasInstance = false;
    m_instance = {};
    update();
}

void OverlaySource::setTime(const QDateTime &time)
{
    if (time == m_time && time.isValid() == m_time.isValid())
        return;
    if (time.isValid() != m_time.isValid())
        restart(); // the past is never shown as the present, not for a moment
    m_time = time;
    update();
}

void OverlaySource::update()
{
    if (!m_whole || !m_hasInstance)
        return Q_EMIT changed({});
    if (m_busy) {
        m_again = true;
        return;
    }
    const auto work = [whole = m_whole, targets = m_targets, definitions = m_definitions, instance = m_instance,
                       time = m_time] {
        Answer answer{targets, {}};
        if (!answer.targets)
            answer.targets = std::make_shared<const QHash<QString, NodeTarget>>(mapNodes(whole->model, definitions));
        answer.overlay = overlayAt(whole->model, *answer.targets, instance, time);
        return answer;
    };
    if (m_whole->model.nodes.size() + m_instance.nodes.size() + m_definitions.size() <= kQuick) {
        const Answer answer = work();
        m_targets = answer.targets;
        return Q_EMIT changed(answer.overlay);
    }
    m_busy = true;
    auto future = runOnWorker<Answer>([work]() -> Result<Answer> { return work(); });
    m_pending = deliver(std::move(future), this, [this](const Result<Answer> &answer) {
        m_busy = false;
        if (!answer)
            return;
        m_targets = answer->targets;
        const bool again = std::exchange(m_again, false);
        Q_EMIT changed(answer->overlay);
        if (again)
            update();
    });
}

} // namespace podium
