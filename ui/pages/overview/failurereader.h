// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/workflowdefinition.h"
#include "models/overview/failuregroups.h"
#include "models/services/instanceservice.h"

#include <QHash>
#include <QObject>

#include <map>
#include <optional>

namespace podium {

class WorkflowCatalog;

/// Reads the failed runs of a time with their errors, page by page up to a cap, and puts them in groups on a worker
/// thread; then the names of the nodes at which they failed. UI thread.
class FailureReader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 250;
    static constexpr int kMost = 1000; ///< failed runs that are looked at, the newest

    FailureReader(InstanceService &instances, WorkflowCatalog &catalog, QObject *parent = nullptr);

    /// Another series ends what is under way; the same one lets it end and reads again then.
    void read(const Series &series);
    void cancel();
    /// Nothing is new without it.
    void setSeen(const std::optional<SeenFailures> &seen);

    bool hasRead() const { return m_hasRead; }
    const QList<FailureGroup> &groups() const { return m_groups; }
    const Series &series() const { return m_groupedFor; } ///< of the groups
    const QStringList &ids() const { return m_ids; }      ///< of all runs in the groups
    QDateTime readFrom() const; ///< all failed runs that started at or after it are in the groups
    /// Of all failed runs in the time, where the server counts.
    std::optional<qint64> total() const { return m_total; }
    bool isCut() const { return m_isCut; } ///< there are more failed runs than were looked at
    /// "" until it is known.
    QString nodeName(const FailureGroup &group) const;

Q_SIGNALS:
    void changed();
    void failed(const podium::Error &error);

private:
    void readPage();
    void take(const InstancePage &page);
    void group();
    void readNames();

    InstanceService &m_instances;
    WorkflowCatalog &m_catalog;
    std::optional<SeenFailures> m_seen;
    Series m_series; ///< of what is under way
    InstanceQuery m_query;
    QList<WorkflowInstance> m_rows; ///< of what is under way
    std::optional<qint64> m_readTotal;
    bool m_hasMore = false;
    bool m_isReading = false;
    bool m_again = false;
    Pending m_pending;

    bool m_hasRead = false;
    QList<WorkflowInstance> m_failed; ///< of the last whole reading
    Series m_groupedFor;
    QList<FailureGroup> m_groups;
    QStringList m_ids;
    std::optional<qint64> m_total;
    bool m_isCut = false;
    QHash<QString, QHash<QString, QString>> m_names; ///< by id@version, then by the id of the node definition
    std::map<QString, Pending> m_namesPending;
};

} // namespace podium
