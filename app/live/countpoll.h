// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/poll.h"
#include "models/services/instanceservice.h"

#include <optional>

namespace podium {

/// How many instances match each of some queries, one question after the other: nobody hurries for a number beside a
/// name. What a server does not count has no number.
class CountPoll : public Poll
{
    Q_OBJECT
public:
    CountPoll(InstanceService &instances, const PollingOptions &options, QObject *parent);

    void setQueries(const QList<InstanceQuery> &queries);
    bool isEmpty() const { return m_queries.isEmpty(); }

Q_SIGNALS:
    void changed(const QList<std::optional<qint64>> &counts); ///< one for each query; before answered()

protected:
    void start() override;
    void abandon() override { m_pending.cancel(); }

private:
    void askNext();

    InstanceService &m_instances;
    QList<InstanceQuery> m_queries;
    QList<std::optional<qint64>> m_counts; ///< as far as they are answered
    QList<std::optional<qint64>> m_told;
    Pending m_pending;
};

} // namespace podium
