// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/bulkwork.h"

#include "models/items/bulklistmodel.h"
#include "models/services/bulkruns.h"
#include "models/services/console.h"
#include "ui/pages/navigator.h"
#include "ui/shell/worklist.h"

namespace podium {

using namespace Qt::StringLiterals;

BulkWork::BulkWork(Console &console, WorkList &work, Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_work(work)
    , m_navigator(navigator)
{
    connect(&console.bulks, &BulkRuns::started, this, &BulkWork::begin);
    connect(&console.bulks, &BulkRuns::progressed, this, &BulkWork::follow);
    connect(&console.bulks, &BulkRuns::finished, this, [this](const QString &id) { m_work.end(m_ids.take(id)); });
    const QStringList running = console.bulks.running();
    for (const QString &id : running)
        begin(id);
}

BulkWork::~BulkWork()
{
    for (const int id : std::as_const(m_ids))
        m_work.end(id);
}

void BulkWork::findInterrupted()
{
    m_reading = deliver(m_console.bulks.reports(), this, [this](const Result<QList<BulkReport>> &reports) {
        if (!reports)
            return; // the page of reports says so
        for (const BulkReport &report : *reports) {
            if (!report.ended.isValid() && !m_console.bulks.batch(report.id)) {
                Q_EMIT interrupted(report);
                return;
            }
        }
    });
}

void BulkWork::begin(const QString &id)
{
    const BulkReport *report = m_console.bulks.report(id);
    if (!report || m_ids.contains(id))
        return;
    const auto stop = [this, id] {
        if (Batch *batch = m_console.bulks.batch(id))
            batch->stop();
    };
    const auto open = [this, id] { m_navigator.open(Location{u"bulk"_s, id, {}}); };
    const int work = m_work.begin(bulkTitle(report->verb, static_cast<int>(report->items.size())), stop, open);
    m_ids.insert(id, work);
    m_work.setPausable(work, [this, id] {
        Batch *batch = m_console.bulks.batch(id);
        if (!batch)
            return;
        if (batch->isPaused())
            batch->resume();
        else
            batch->pause();
    });
}

void BulkWork::follow(const QString &id)
{
    const BulkReport *report = m_console.bulks.report(id);
    if (!report)
        return;
    const int total = static_cast<int>(report->items.size());
    m_work.setProgress(m_ids.value(id), total - report->countOf(BatchOutcome::NotTried), total);
    const Batch *batch = m_console.bulks.batch(id);
    m_work.setPaused(m_ids.value(id), batch && batch->isPaused());
}

} // namespace podium
