// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/compareruns/runcomparer.h"

#include <utility>

namespace podium {

namespace {

struct Laid
{
    RunPair runs;
    QList<ComparedState> states;
};

} // namespace

void RunComparer::clear()
{
    m_building.cancel();
    m_laying.cancel();
    m_busy = m_again = false;
    m_subject.reset();
}

void RunComparer::setDefinitions(const RunDefinition &a, const RunDefinition &b, bool sameVersion)
{
    clear();
    auto future =
        runOnWorker<SharedRunsSubject>([a, b, sameVersion, runA = m_a, runB = m_b]() -> Result<SharedRunsSubject> {
            auto subject = std::make_shared<RunsSubject>();
            subject->graph = graphOfRuns(a, b, sameVersion, runA, runB);
            if (subject->graph.drawn)
                subject->whole = makeWhole(subject->graph.model, subject->graph.problems);
            return SharedRunsSubject(std::move(subject));
        });
    m_building = deliver(std::move(future), this, [this](const Result<SharedRunsSubject> &subject) {
        if (!subject)
            return;
        m_subject = *subject;
        Q_EMIT subjectReady(m_subject);
        lay();
    });
}

void RunComparer::setRuns(const WorkflowInstance &a, const WorkflowInstance &b)
{
    m_a = a;
    m_b = b;
    lay();
}

void RunComparer::lay()
{
    if (!m_subject)
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    auto future = runOnWorker<Laid>([subject = m_subject, a = m_a, b = m_b]() -> Result<Laid> {
        Laid laid;
        laid.runs = layRuns(subject->graph, a, b);
        laid.states = comparedStates(subject->graph, laid.runs);
        return laid;
    });
    m_laying = deliver(std::move(future), this, [this](const Result<Laid> &laid) {
        m_busy = false;
        const bool again = std::exchange(m_again, false);
        if (laid)
            Q_EMIT compared(laid->runs, laid->states);
        if (again)
            lay();
    });
}

} // namespace podium
