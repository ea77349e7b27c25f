// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/environmentfeed.h"
#include "models/core/trace.h"
#include "models/domain/instancechanges.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakejobs.h"

#include <QSignalSpy>
#include <QTest>

namespace podium {

/// Tells what the test says.
class ScriptedSource : public PushSource
{
    Q_OBJECT
public:
    Kinds live() const override { return m_live; }
    QString reason() const override { return why; }
    void setWanted(bool on) override { wanted = on; }
    void reconnect() override { ++reconnects; }
    void distrust() override
    {
        ++distrusts;
        setLive({});
    }

    void setLive(Kinds kinds)
    {
        m_live = kinds;
        Q_EMIT liveChanged();
    }

    bool wanted = false;
    int reconnects = 0;
    int distrusts = 0;
    QString why = QStringLiteral("It does not push.");

private:
    Kinds m_live;
};

/// The feed of an environment with intervals of some milliseconds, whose server a test changes and lets tell of it.
struct FeedFixture
{
    FeedFixture();
    void make(); ///< the feed anew, by the options
    WorkflowInstance change(const QString &id, InstanceState state, int seconds);
    int pages() const { return server.pages.calls; }
    QList<WorkflowInstance> told(const QString &id) const;
    void push(const WorkflowInstance &instance) const { Q_EMIT source->instancesPushed({rowOf(instance)}); }

    FakeClock clock;
    Tracer tracer;
    PollingOptions options;
    FakeInstances server{clock.now(), 20};
    FakeJobs jobs{server, clock.now()};
    std::unique_ptr<EnvironmentFeed> feed;
    std::unique_ptr<QSignalSpy> rows; ///< of instancesChanged
    ScriptedSource *source = nullptr;
    QString active = fakeInstance(0, clock.now()).id; ///< an instance that runs
};

inline FeedFixture::FeedFixture()
{
    options.instanceSteps = {5};
    options.listSteps = {5};
    options.countSteps = {5};
    options.calmMs = 3'600'000;
    options.nudgeGapMs = 0;
    options.backgroundMs = 20;
    options.firstRetryMs = 4;
    options.heartbeatMs = 10;
    make();
}

inline void FeedFixture::make()
{
    feed.reset();
    auto scripted = std::make_unique<ScriptedSource>();
    source = scripted.get();
    feed = std::make_unique<EnvironmentFeed>(EnvironmentFeed::Services{server, jobs, clock, tracer},
                                             std::move(scripted), options);
    rows = std::make_unique<QSignalSpy>(feed.get(), &LiveFeed::instancesChanged);
}

/// At the server; told by nobody yet.
inline WorkflowInstance FeedFixture::change(const QString &id, InstanceState state, int seconds)
{
    WorkflowInstance instance = server.current(id);
    instance.id = id;
    instance.state = state;
    instance.lastUpdate = clock.now().addSecs(seconds);
    server.put(instance);
    return instance;
}

inline QList<WorkflowInstance> FeedFixture::told(const QString &id) const
{
    QList<WorkflowInstance> all;
    for (const QList<QVariant> &arguments : *rows) {
        const auto changed = arguments.constFirst().value<QList<WorkflowInstance>>();
        std::copy_if(changed.cbegin(), changed.cend(), std::back_inserter(all),
                     [&](const WorkflowInstance &row) { return row.id == id; });
    }
    return all;
}

} // namespace podium
