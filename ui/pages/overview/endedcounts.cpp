// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/overview/endedcounts.h"

#include <algorithm>

namespace podium {

namespace {

constexpr qint64 kAgainMs = 30'000;
constexpr qint64 kLateMs = 120'000;   ///< events can reach the server so late
constexpr qsizetype kMostSteps = 200; ///< remembered for a workflow

QString keyOf(const QDateTime &from, const QDateTime &before)
{
    return QString::number(from.toMSecsSinceEpoch()) % u'-' % QString::number(before.toMSecsSinceEpoch());
}

} // namespace

EndedCounts::EndedCounts(InstanceService &instances, QObject *parent)
    : QObject(parent)
    , m_instances(instances)
{
    m_time.start();
}

void EndedCounts::want(const QString &workflowId, const Series &series, qsizetype steps, const QDateTime &nowUtc)
{
    const auto isAsked = [&](const Question &each) { return each.workflowId == workflowId; };
    if (m_cannot || std::any_of(m_questions.cbegin(), m_questions.cend(), isAsked))
        return;
    const Steps &known = m_steps[workflowId];
    Question question{workflowId, {}, nowUtc};
    for (qsizetype i = 0; i < qMin(steps, series.steps()); ++i) {
        const EndedRange range{series.edges.at(i), series.edges.at(i + 1)};
        const auto found = known.constFind(keyOf(range.from, range.before));
        if (found == known.cend() || (!found->isSettled && m_time.elapsed() - found->askedAt >= kAgainMs))
            question.ranges << range;
    }
    if (question.ranges.isEmpty())
        return;
    m_questions << question;
    askNext();
}

void EndedCounts::cancel()
{
    m_pending.cancel();
    m_questions.clear();
    m_isAsking = false;
}

void EndedCounts::askNext()
{
    if (m_isAsking || m_questions.isEmpty())
        return;
    m_isAsking = true;
    const Question question = m_questions.constFirst();
    InstanceQuery query;
    query.workflowIds = {question.workflowId};
    query.states = {InstanceState::Completed};
    m_pending = deliver(m_instances.countEnded(query, question.ranges), this,
                        [this, question](const Result<QList<qint64>> &counts) {
                            m_isAsking = false;
                            m_questions.removeFirst();
                            if (counts) {
                                take(question, *counts);
                                Q_EMIT changed();
                            } else if (counts.error().kind == Error::Kind::NotFound) {
                                m_cannot = true;
                                m_questions.clear();
                            } // else it is wanted again by the next reading
                            askNext();
                        });
}

void EndedCounts::take(const Question &question, const QList<qint64> &counts)
{
    Steps &steps = m_steps[question.workflowId];
    if (steps.size() > kMostSteps)
        steps.clear();
    for (qsizetype i = 0; i < counts.size() && i < question.ranges.size(); ++i) {
        const EndedRange &range = question.ranges.at(i);
        const bool isSettled = range.before.msecsTo(question.now) > kLateMs;
        steps.insert(keyOf(range.from, range.before), Step{counts.at(i), isSettled, m_time.elapsed()});
    }
}

QHash<qsizetype, qint64> EndedCounts::known(const QString &workflowId, const Series &series) const
{
    QHash<qsizetype, qint64> counts;
    const auto steps = m_steps.constFind(workflowId);
    for (qsizetype i = 0; steps != m_steps.cend() && i < series.steps(); ++i) {
        const auto found = steps->constFind(keyOf(series.edges.at(i), series.edges.at(i + 1)));
        if (found != steps->cend())
            counts.insert(i, found->count);
    }
    return counts;
}

} // namespace podium
