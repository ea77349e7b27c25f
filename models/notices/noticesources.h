// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/services/sessionservice.h"

#include <QObject>

namespace podium {

class BulkRuns;
class NoticeStore;

/// Tells of actions on many instances that are through.
class BulkNotices : public QObject
{
    Q_OBJECT
public:
    BulkNotices(BulkRuns &bulks, NoticeStore &store, QObject *parent = nullptr);

private:
    void tell(const QString &id);

    BulkRuns &m_bulks;
    NoticeStore &m_store;
};

/// Tells that the sign-in ended by itself, or did not work although Podium was not told to stop.
class SessionNotices : public QObject
{
    Q_OBJECT
public:
    SessionNotices(SessionService &session, NoticeStore &store, QObject *parent = nullptr);

private:
    void onState(SessionService::State state);
    void onFailed(const Error &error);

    NoticeStore &m_store;
    QString m_told; ///< the trouble that was told last, until somebody is signed in again
};

} // namespace podium
