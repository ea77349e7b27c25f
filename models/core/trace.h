// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QMutex>
#include <QString>


namespace podium {

/// Records what happened when, as Chrome trace-event JSON (opens in Perfetto):
/// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (JSON array format, "X" and "i" events).
/// Made without a file it records nothing and costs next to nothing. Any thread. Times are microseconds since start.
class Tracer
{
public:
    Tracer();                               ///< records nothing
    explicit Tracer(const QString &path);   ///< written by finish()
    ~Tracer();

    bool isOn() const { return m_on; }
    qint64 now() const; ///< microseconds since the tracer was made

    void mark(const char *name, const QJsonObject &args = {});                     ///< something happened just now
    void span(const char *name, qint64 startedAt, const QJsonObject &args = {});   ///< from `startedAt` (see now()) to now
    /// Writes the file; false with the reason in `problem` when that failed. Later marks are dropped.
    bool finish(QString *problem = nullptr);

private:
    void append(const char *name, char phase, qint64 at, qint64 duration, const QJsonObject &args);

    bool m_on = false;
    QString m_path;
    QElapsedTimer m_timer;
    QMutex m_mutex;
    QByteArray m_events;
};

} // namespace podium
