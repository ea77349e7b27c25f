// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/notices/noticesources.h"

#include "models/items/bulklistmodel.h"
#include "models/notices/noticestore.h"
#include "models/services/bulkruns.h"

namespace podium {

using namespace Qt::StringLiterals;

BulkNotices::BulkNotices(BulkRuns &bulks, NoticeStore &store, QObject *parent)
    : QObject(parent)
    , m_bulks(bulks)
    , m_store(store)
{
    connect(&bulks, &BulkRuns::finished, this, &BulkNotices::tell);
}

void BulkNotices::tell(const QString &id)
{
    const BulkReport *report = m_bulks.report(id);
    if (!report)
        return;
    const bool isFine = report->countOf(BatchOutcome::Failed) == 0 && report->countOf(BatchOutcome::Unconfirmed) == 0;
    Notification notice;
    notice.title = tr("Finished: %1").arg(bulkTitle(report->verb, static_cast<int>(report->items.size())));
    notice.description = bulkSummary(*report);
    notice.topic = u"bulk"_s;
    notice.source = tr("Actions on many instances");
    notice.severity = isFine ? Notification::Severity::Normal : Notification::Severity::High;
    notice.target = u"bulk:"_s % id;
    m_store.add(u"bulk"_s, notice);
}

SessionNotices::SessionNotices(SessionService &session, NoticeStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&session, &SessionService::stateChanged, this, &SessionNotices::onState);
    connect(&session, &SessionService::signInFailed, this, &SessionNotices::onFailed);
}

void SessionNotices::onState(SessionService::State state)
{
    if (state == SessionService::State::SignedIn)
        m_told.clear();
    if (state != SessionService::State::Expired || m_told == "expired"_L1)
        return;
    m_told = u"expired"_s;
    Notification notice;
    notice.title = tr("Your session ended");
    notice.description = tr("Nothing is watched or updated until you sign in again.");
    notice.topic = u"session"_s;
    notice.source = tr("Sign-in");
    notice.severity = Notification::Severity::High;
    m_store.add(u"session"_s, notice);
}

void SessionNotices::onFailed(const Error &error)
{
    if (error.isCancelled() || m_told == error.what % error.why)
        return;
    m_told = error.what % error.why;
    Notification notice;
    notice.title = error.what;
    notice.description = error.why % u' ' % error.remedy;
    notice.topic = u"session"_s;
    notice.source = tr("Sign-in");
    notice.severity = Notification::Severity::High;
    m_store.add(u"session"_s, notice);
}

} // namespace podium
