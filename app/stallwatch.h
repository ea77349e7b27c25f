// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QTimer;

namespace podium {

class Tracer;

/// Reports when the UI thread did not come back to its event loop for over 50 ms: to the log (podium.ui) and the trace.
/// Made in debug builds only; lives in the UI thread.
class StallWatch : public QObject
{
    Q_OBJECT
public:
    explicit StallWatch(Tracer &tracer, QObject *parent = nullptr);

    static constexpr int kLimitMs = 50;

Q_SIGNALS:
    void stalled(int milliseconds); ///< UI thread, after it came back

private:
    void beat();

    Tracer &m_tracer;
    QTimer *m_timer;
    qint64 m_lastBeat = 0; ///< microseconds of the tracer's clock
};

} // namespace podium
