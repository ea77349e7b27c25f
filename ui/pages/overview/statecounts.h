// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/instanceservice.h"

#include <QObject>

#include <array>

namespace podium {

/// How many instances are in the states that matter now. UI thread.
class StateCounts : public QObject
{
    Q_OBJECT
public:
    struct Count
    {
        InstanceState state = InstanceState::Unknown;
        std::optional<qint64> value; ///< nothing before the first answer
        bool isAtLeast = false;      ///< the server does not count: as many as one page holds
    };

    explicit StateCounts(InstanceService &instances, QObject *parent = nullptr);

    void read();
    void cancel();
    const Count &of(InstanceState state) const;

Q_SIGNALS:
    void changed();
    void failed(const podium::Error &error);

private:
    void readOne(std::size_t index);
    void readPage(std::size_t index);

    InstanceService &m_instances;
    std::array<Count, 3> m_counts;
    std::array<Pending, 3> m_pending;
};

} // namespace podium
