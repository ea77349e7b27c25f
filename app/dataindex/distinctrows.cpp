// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dataindex/distinctrows.h"

#include <QSet>

#include <algorithm>

namespace podium {

namespace {
constexpr qsizetype kReadings = 4; ///< a list, its export, an action on all of it
} // namespace

/// How far one query was read.
struct DistinctRows::Reading
{
    InstanceQuery query; ///< offset and limit are 0
    QList<WorkflowInstance> rows;
    QSet<QString> ids;
    QSet<int> answered; ///< offsets that were handed out
    int offset = 0;     ///< of the next page, as the server counts
    bool ended = false;

    void take(const InstancePage &page, int askedOffset, int limit)
    {
        if (askedOffset != offset)
            return; // two asked for the same page
        offset += limit;
        ended = page.total ? offset >= *page.total : page.rows.isEmpty();
        for (const WorkflowInstance &row : page.rows) {
            if (ids.contains(row.id))
                continue;
            ids.insert(row.id);
            rows << row;
        }
    }
};

DistinctRows::DistinctRows(Ask ask, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
{
}

Async<InstancePage> DistinctRows::page(const InstanceQuery &query)
{
    InstanceQuery plain = query;
    plain.offset = 0;
    plain.limit = 0;
    const auto found =
        std::find_if(m_readings.begin(), m_readings.end(), [&](const auto &one) { return one->query == plain; });
    std::shared_ptr<Reading> reading;
    if (found != m_readings.end()) {
        reading = *found;
        m_readings.erase(found);
    }
    if (!reading || query.offset == 0 || reading->answered.contains(query.offset)) {
        reading = std::make_shared<Reading>();
        reading->query = plain;
    }
    m_readings << reading;
    if (m_readings.size() > kReadings)
        m_readings.removeFirst();
    return readOn(query, reading);
}

Async<InstancePage> DistinctRows::readOn(const InstanceQuery &query, const std::shared_ptr<Reading> &reading)
{
    if (reading->ended || reading->rows.size() >= query.offset + query.limit) {
        reading->answered.insert(query.offset);
        InstancePage page;
        page.rows = reading->rows.mid(query.offset, query.limit);
        return ready<InstancePage>(page);
    }
    InstanceQuery next = query;
    next.offset = reading->offset;
    return chain<InstancePage>(this, m_ask(next), [this, query, next, reading](const InstancePage &page) {
        reading->take(page, next.offset, next.limit);
        return readOn(query, reading);
    });
}

} // namespace podium
