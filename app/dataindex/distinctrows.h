// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/services/instanceservice.h"

#include <QObject>

#include <functional>
#include <memory>

namespace podium {

/// Pages of instances each once, of a server that repeats them (see repeatsRows()). Its offsets, limits and counts are
/// of the repetitions; some servers (10.1 on PostgreSQL) leave these out of the answer once they were counted, so that
/// a page has fewer rows than its limit long before the end. So pages are read one after the other from the start, and
/// what was read is kept for a few queries. UI thread.
class DistinctRows : public QObject
{
    Q_OBJECT
public:
    /// Asks the server for a page of its own; `total` counts repetitions.
    using Ask = std::function<Async<InstancePage>(const InstanceQuery &query)>;

    explicit DistinctRows(Ask ask, QObject *parent = nullptr);

    /// Offset 0, and one that was answered before, read anew. Without a total: nobody knows it before the end.
    Async<InstancePage> page(const InstanceQuery &query);

private:
    struct Reading;

    Async<InstancePage> readOn(const InstanceQuery &query, const std::shared_ptr<Reading> &reading);

    Ask m_ask;
    QList<std::shared_ptr<Reading>> m_readings; ///< the latest last
};

} // namespace podium
