// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/instanceservice.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

namespace podium {

/// Where a few instances wait: reading nodes is costly, so it is for rows on screen only. UI thread.
class WaitReader : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 20; ///< instances

    explicit WaitReader(InstanceService &instances, QObject *parent = nullptr);

    /// Asks when they are others than before, and again after a while.
    void want(const QStringList &instanceIds);
    void cancel();
    /// Name of the node that was entered last of those that are not left; "" while it is not known.
    QString nodeOf(const QString &instanceId) const { return m_nodes.value(instanceId); }

Q_SIGNALS:
    void changed();

private:
    InstanceService &m_instances;
    QStringList m_asked;
    QElapsedTimer m_since; ///< of the last question
    QHash<QString, QString> m_nodes;
    Pending m_pending;
};

} // namespace podium
