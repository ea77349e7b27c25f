// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakesubscriptions.h"

#include <QSemaphore>
#include <QThread>
#include <QTimer>

namespace podium {

/// A server that pushes, in a thread of its own: what it takes must not count as Podium's.
class Pusher : public QThread
{
public:
    explicit Pusher(QStringList ids)
        : m_ids(std::move(ids))
    {
        start();
        m_ready.acquire();
    }
    ~Pusher() override
    {
        quit();
        wait();
    }

    QUrl url() const { return m_url; }
    /// So many updates a second from now on, of one instance after the other.
    void setRate(int perSecond)
    {
        QMetaObject::invokeMethod(m_timer, [this, perSecond] { m_perTick = perSecond * kTickMs / 1000; });
    }
    void pushOne(const QString &id, const QString &state)
    {
        QMetaObject::invokeMethod(m_timer, [this, id, state] { push(id, state); });
    }
    int pushed() const { return m_pushed.load(); }

protected:
    void run() override
    {
        FakeSubscriptions server;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        m_server = &server;
        m_timer = &timer;
        m_url = server.url();
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] {
            for (int i = 0; i < m_perTick; ++i) {
                const int number = m_pushed.load();
                push(m_ids.at(number % m_ids.size()), number / m_ids.size() % 2 == 0 ? u"ERROR" : u"ACTIVE");
            }
        });
        timer.start(kTickMs);
        m_ready.release();
        exec();
    }

private:
    static constexpr int kTickMs = 20;

    void push(const QString &id, QStringView state)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Json row = pushedInstance(id, state.toString(), now);
        row["lastUpdate"] = now.toString(Qt::ISODateWithMs).toStdString();
        m_server->push(QStringLiteral("ProcessInstanceUpdated"), row);
        ++m_pushed;
    }

    QStringList m_ids;
    QSemaphore m_ready;
    QUrl m_url;
    FakeSubscriptions *m_server = nullptr;
    QTimer *m_timer = nullptr;
    int m_perTick = 0;
    std::atomic_int m_pushed = 0;
};

} // namespace podium
