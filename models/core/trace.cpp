// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/core/trace.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

namespace podium {

using namespace Qt::StringLiterals;

Tracer::Tracer()
{
    m_timer.start();
}

Tracer::Tracer(const QString &path) : m_on(true), m_path(path)
{
    m_timer.start();
}

Tracer::~Tracer()
{
    finish();
}

qint64 Tracer::now() const
{
    return m_timer.nsecsElapsed() / 1000;
}

void Tracer::mark(const char *name, const QJsonObject &args)
{
    append(name, 'i', now(), 0, args);
}

void Tracer::span(const char *name, qint64 startedAt, const QJsonObject &args)
{
    append(name, 'X', startedAt, now() - startedAt, args);
}

void Tracer::append(const char *name, char phase, qint64 at, qint64 duration, const QJsonObject &args)
{
    if (!m_on)
        return;
    QJsonObject event{{u"name"_s, QString::fromUtf8(name)},
                      {u"ph"_s, QString(QLatin1Char(phase))},
                      {u"ts"_s, at},
                      {u"pid"_s, QCoreApplication::applicationPid()},
                      {u"tid"_s, static_cast<qint64>(reinterpret_cast<quintptr>(QThread::currentThreadId()) & 0x7fffffff)}};
    if (phase == 'X')
        event.insert(u"dur"_s, duration);
    else
        event.insert(u"s"_s, u"g"_s);
    if (!args.isEmpty())
        event.insert(u"args"_s, args);
    const QByteArray text = QJsonDocument(event).toJson(QJsonDocument::Compact);
    const QMutexLocker lock(&m_mutex);
    m_events += m_events.isEmpty() ? text : ",\n" + text;
}

bool Tracer::finish(QString *problem)
{
    if (!m_on)
        return true;
    const QMutexLocker lock(&m_mutex);
    m_on = false;
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly) && file.write("[\n" + m_events + "\n]\n") >= 0 && file.commit())
        return true;
    if (problem)
        *problem = file.errorString();
    return false;
}

} // namespace podium
