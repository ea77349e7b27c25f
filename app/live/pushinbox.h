// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/pushsource.h"
#include "app/live/subscriptionmessages.h"
#include "models/core/async.h"

#include <QElapsedTimer>
#include <QTimer>

namespace podium {

/// Between a connection and the ui: takes messages as fast as they come, reads them on a worker thread, and hands them
/// on in batches, one per frame at most and no faster than they are taken in. Bounded: more than the options allow is
/// dropped, and said so. UI thread.
class PushInbox : public QObject
{
    Q_OBJECT
public:
    explicit PushInbox(const PushOptions &options, QObject *parent = nullptr);

    void add(const QString &message);

Q_SIGNALS:
    void decoded(const podium::PushedBatch &batch);
    void overflowed(); ///< messages with data were dropped

private:
    void schedule();
    void decodeNext();
    void hand(const PushedBatch &batch);
    void dropData();

    PushOptions m_options;
    QStringList m_messages;
    qint64 m_bytes = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceHanded;
    qint64 m_restMs = 0; ///< to the next batch
    bool m_isDecoding = false;
    Pending m_decoding;
};

} // namespace podium
