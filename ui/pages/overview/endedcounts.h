// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/series.h"
#include "models/services/instanceservice.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

namespace podium {

/// How many runs of a workflow completed in steps of time, where there are too many to look at each. One request at a
/// time; what lies behind does not change and is asked for once. UI thread.
class EndedCounts : public QObject
{
    Q_OBJECT
public:
    explicit EndedCounts(InstanceService &instances, QObject *parent = nullptr);

    /// Asks for those of the first `steps` steps that are not known; the one that is running again after a while.
    void want(const QString &workflowId, const Series &series, qsizetype steps, const QDateTime &nowUtc);
    void cancel();
    /// What is known, by the number of the step.
    QHash<qsizetype, qint64> known(const QString &workflowId, const Series &series) const;

Q_SIGNALS:
    void changed();

private:
    struct Step
    {
        qint64 count = 0;
        bool isSettled = false; ///< it lies behind: nothing will be added
        qint64 askedAt = 0;     ///< of m_time
    };
    struct Question
    {
        QString workflowId;
        QList<EndedRange> ranges;
        QDateTime now;
    };
    using Steps = QHash<QString, Step>; ///< by the times of the step

    void askNext();
    void take(const Question &question, const QList<qint64> &counts);

    InstanceService &m_instances;
    QHash<QString, Steps> m_steps; ///< by the id of the workflow
    QList<Question> m_questions;
    QElapsedTimer m_time;
    bool m_isAsking = false;
    bool m_cannot = false; ///< the server does not count
    Pending m_pending;
};

} // namespace podium
