// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/pace.h"
#include "app/live/pushsource.h"
#include "models/core/clock.h"
#include "models/services/livefeed.h"

#include <QTimer>

#include <memory>

namespace podium {

class InstanceService;
class JobService;
class NetworkWatch;
class PollingFeed;
class Tracer;

/// The live data of one environment: what the server tells by itself and what is asked for, as one. Every change is
/// told once, whichever way it came first. The status says Pushed only while everything that is watched is really being
/// told; then lists are asked for every half minute to be sure, and open instances as before, because their nodes move
/// without a change of the row. UI thread.
class EnvironmentFeed : public LiveFeed
{
    Q_OBJECT
public:
    struct Services
    {
        InstanceService &instances;
        JobService &jobs;
        const Clock &clock;
        Tracer &tracer;
    };

    /// `services` outlive the feed; `source` may be null.
    EnvironmentFeed(const Services &services, std::unique_ptr<PushSource> source,
                    const PollingOptions &options = PollingOptions(), QObject *parent = nullptr);
    ~EnvironmentFeed() override;

    LiveStatus status() const override { return m_status; }
    void watchInstance(const QString &id) override;
    void unwatchInstance(const QString &id) override;
    void watchList() override;
    void unwatchList() override;
    void watchRows(const QObject *list, const QStringList &ids) override;
    void watchJobs() override;
    void unwatchJobs() override;
    void watchCounts(const QList<InstanceQuery> &queries) override;
    void watchCountsOf(const QObject *watcher, const QList<InstanceQuery> &queries) override;
    void setForeground(bool foreground) override;
    void setAlert(bool alert) override;
    void refreshNow() override;

public Q_SLOTS:
    /// false stops asking and listening; true goes on, also after the server refused the token. Signed in from the
    /// start.
    void setSignedIn(bool signedIn);
    /// The network is another one: connections did not survive it.
    void onNetworkChanged();

private:
    void connectPolling();
    void connectSource();
    void updateStatus();
    void updateWanted();

    std::unique_ptr<PollingFeed> m_polling;
    std::unique_ptr<PushSource> m_source;
    std::unique_ptr<NetworkWatch> m_network;
    QTimer m_linger; ///< the connection outlives a page by a moment: another one may open
    bool m_signedIn = true;
    LiveStatus m_status;
};

} // namespace podium
