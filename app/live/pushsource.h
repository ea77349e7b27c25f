// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/job.h"
#include "models/domain/workflowinstance.h"

#include <QObject>

namespace podium {

/// How a server is listened to. All in milliseconds; tests shorten them.
struct PushOptions
{
    int upgradeMs = 2000;        ///< some servers hang on the first upgrade after their start
    int acknowledgeMs = 5000;    ///< until the server takes the connection
    int settleMs = 500;          ///< a subscription that is not refused by then is served
    int pingMs = 15'000;         ///< silence after which the server is asked whether it is there
    int pongMs = 5000;           ///< no answer for so long: the connection is dead
    int stableMs = 10'000;       ///< a connection that held for so long forgets the failures before
    int firstRetryMs = 1000;     ///< after a failure, doubled each time…
    int lastRetryMs = 30'000;    ///< …up to this
    double jitter = 0.2;         ///< see PollingOptions
    int failuresUntilRest = 5;   ///< in a row, before a server counts as one that does not push
    int restMs = 600'000;        ///< until a server that does not push is asked again: it may have been replaced
    int frameMs = 16;            ///< updates are told at most once in so long
    int batchMessages = 2000;    ///< messages in one go
    int queuedMessages = 10'000; ///< more than this waiting: they are dropped, and lists read again
    qint64 queuedBytes = 32 << 20;
    int garbageUntilEnd = 20; ///< unreadable messages, before the connection is given up
};

/// A way by which a server tells of changes by itself. Wanted or not, it never asks for data. UI thread.
class PushSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What is being told right now.
    struct Kinds
    {
        bool instances = false;
        bool jobs = false;
        bool operator==(const Kinds &) const = default;
    };

    virtual Kinds live() const = 0;
    /// Why not everything is live, translated; "" while there is nothing to say.
    virtual QString reason() const = 0;
    /// Connects, or lets go of the connection. Not wanted from the start.
    virtual void setWanted(bool wanted) = 0;
    /// The network is another one, or the computer slept: what was open did not survive, and what failed may work now.
    virtual void reconnect() = 0;
    /// It claims to be live, but changes were found that it did not tell: rests as if the server did not push.
    virtual void distrust() = 0;

Q_SIGNALS:
    void liveChanged(); ///< live() or reason()
    /// Each id once, at most one signal per frame; not detailed.
    void instancesPushed(const QList<podium::WorkflowInstance> &rows);
    void jobsPushed(const QList<podium::Job> &jobs);
    /// Something was told that could not be read or held: what it was has to be asked for.
    void lost();
};

} // namespace podium
