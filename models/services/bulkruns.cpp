// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/bulkruns.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/services/livefeed.h"
#include "models/services/sessionservice.h"

#include <QRandomGenerator>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostReason = 1000;

} // namespace

BulkRuns::BulkRuns(const InstanceBatch::Services &services, BulkStore &store, const SessionService &session,
                   LiveFeed &live, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_store(store)
    , m_session(session)
    , m_live(live)
    , m_clock(clock)
{
    connect(&store, &BulkStore::problemChanged, this, &BulkRuns::problemChanged);
}

BulkRuns::~BulkRuns() = default;

QString BulkRuns::userName() const
{
    const User user = m_session.user();
    return user.username.isEmpty() ? user.displayName : user.username;
}

QString BulkRuns::start(BulkVerb verb, const QList<WorkflowInstance> &rows, const QString &about)
{
    QList<BulkItem> items;
    for (const WorkflowInstance &row : rows) {
        BulkItem item;
        item.instance = row;
        items << item;
    }
    return begin(verb, items, {}, about);
}

QString BulkRuns::startRuns(const QList<BulkItem> &items, const QList<SharedJson> &inputs, const QString &about)
{
    return begin(BulkVerb::Start, items, inputs, about);
}

QString BulkRuns::begin(BulkVerb verb, const QList<BulkItem> &items, const QList<SharedJson> &inputs,
                        const QString &about)
{
    BulkReport report;
    report.begun = m_clock.now();
    report.verb = verb;
    report.user = userName();
    report.about = about;
    report.items = items;
    const QString chance = QString::number(QRandomGenerator::global()->bounded(0x10000, 0x100000), 16);
    report.id = report.begun.toUTC().toString(u"yyyyMMdd-hhmmsszzz"_s) % u'-' % wordOf(verb) % u'-' % chance;
    m_store.begin(report);
    m_runs[report.id].report = report;
    m_runs[report.id].inputs = inputs;
    QList<int> all;
    for (int i = 0; i < report.items.size(); ++i)
        all << i;
    run(report.id, all, {});
    return report.id;
}

void BulkRuns::resume(const BulkReport &report)
{
    if (batch(report.id))
        return;
    QList<int> todo;
    QList<int> sent;
    for (int i = 0; i < report.items.size(); ++i) {
        if (report.items.at(i).outcome == BatchOutcome::NotTried)
            todo << i;
        else if (report.items.at(i).outcome == BatchOutcome::Unconfirmed)
            sent << i;
    }
    Run &one = m_runs[report.id];
    one.report = report;
    one.report.ended = {};
    m_store.resumed(report.id, m_clock.now(), userName());
    run(report.id, todo, sent);
}

void BulkRuns::run(const QString &id, const QList<int> &todo, const QList<int> &sent)
{
    Run &one = m_runs[id];
    one.batch = std::make_unique<InstanceBatch>(m_services, one.report.verb, rowsOf(one.report), m_options);
    InstanceBatch *batch = one.batch.get();
    batch->setInputs(one.inputs);
    for (int i = 0; i < one.report.items.size(); ++i)
        batch->setNewInstanceId(i, one.report.items.at(i).newInstanceId);
    connect(batch, &Batch::sending, this, [this, id](int index) { noteUnsure(id, index, tr("Sent; no answer yet.")); });
    connect(batch, &Batch::accepted, this,
            [this, id](int index) { noteUnsure(id, index, tr("The server accepted it, but does not show it yet.")); });
    connect(batch, &Batch::settled, this, [this, id](int index) { note(id, index); });
    connect(batch, &Batch::progressed, this, [this, id] { Q_EMIT progressed(id); });
    connect(batch, &Batch::finished, this, [this, id] { ended(id); });
    Q_EMIT started(id);
    batch->start(todo, sent);
}

QList<WorkflowInstance> BulkRuns::rowsOf(const BulkReport &report) const
{
    QList<WorkflowInstance> rows;
    rows.reserve(report.items.size());
    for (const BulkItem &item : report.items)
        rows << item.instance;
    return rows;
}

/// Also kept before it is sent: after a kill nobody knows whether the server did it, so it must not be sent again
/// unseen.
void BulkRuns::noteUnsure(const QString &id, int index, const QString &reason)
{
    const Run &one = m_runs[id];
    BulkItem item;
    item.instance = one.batch->instance(index);
    item.outcome = BatchOutcome::Unconfirmed;
    item.reason = reason;
    item.newInstanceId = one.batch->newInstanceId(index);
    keep(id, index, item);
}

void BulkRuns::note(const QString &id, int index)
{
    const Run &one = m_runs[id];
    const Batch::Item &known = one.batch->items().at(index);
    BulkItem item;
    item.instance = one.batch->instance(index);
    item.outcome = known.outcome;
    // Parts of it may be the words of a server: no token may get into a file by them, nor a megabyte.
    item.reason = redacted(known.reason.left(kMostReason));
    item.newInstanceId = one.batch->newInstanceId(index);
    keep(id, index, item);
}

void BulkRuns::keep(const QString &id, int index, BulkItem item)
{
    item.line = m_runs[id].report.items.at(index).line;
    item.at = m_clock.now();
    m_runs[id].report.items[index] = item;
    m_store.note(id, index, item);
    Q_EMIT itemChanged(id, index);
}

void BulkRuns::ended(const QString &id)
{
    Run &one = m_runs[id];
    one.report.ended = m_clock.now();
    m_store.end(id, one.report.ended);
    one.batch.release()->deleteLater(); // it is the one that tells
    m_live.refreshNow();
    Q_EMIT finished(id);
}

const BulkReport *BulkRuns::report(const QString &id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.cend() ? nullptr : &found->second.report;
}

Batch *BulkRuns::batch(const QString &id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.cend() ? nullptr : found->second.batch.get();
}

QStringList BulkRuns::running() const
{
    QStringList ids;
    for (const auto &[id, one] : m_runs) {
        if (one.batch)
            ids << id;
    }
    return ids;
}

Async<QList<BulkReport>> BulkRuns::reports()
{
    return chain<QList<BulkReport>>(this, m_store.reports(), [this](QList<BulkReport> kept) {
        for (BulkReport &one : kept) {
            if (const BulkReport *now = report(one.id))
                one = *now;
        }
        // Those that could not be kept.
        for (const auto &[id, one] : m_runs) {
            const auto is = [&id = id](const BulkReport &other) { return other.id == id; };
            if (std::none_of(kept.cbegin(), kept.cend(), is))
                kept << one.report;
        }
        std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.begun > b.begun; });
        return ready<QList<BulkReport>>(kept);
    });
}

Async<BulkReport> BulkRuns::readReport(const QString &id)
{
    if (const BulkReport *now = report(id))
        return ready<BulkReport>(*now);
    return m_store.report(id);
}

} // namespace podium
