// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/stallwatch.h"

#include "models/core/logging.h"
#include "models/core/trace.h"

#include <QJsonObject>
#include <QTimer>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBeatMs = 10;
}

StallWatch::StallWatch(Tracer &tracer, QObject *parent)
    : QObject(parent)
    , m_tracer(tracer)
    , m_timer(new QTimer(this))
    , m_lastBeat(tracer.now())
{
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &StallWatch::beat);
    m_timer->start(kBeatMs);
}

void StallWatch::beat()
{
    // The beat is due every 10 ms: how late it comes is how long one event held the thread.
    const qint64 now = m_tracer.now();
    const qint64 late = (now - m_lastBeat) / 1000 - kBeatMs;
    if (late > kLimitMs) {
        qCWarning(logUi, "The UI thread was blocked for %lld ms.", static_cast<long long>(late));
        m_tracer.span("ui stall", m_lastBeat, {{u"ms"_s, late}});
        Q_EMIT stalled(static_cast<int>(late));
    }
    m_lastBeat = now;
}

} // namespace podium
