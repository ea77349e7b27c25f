// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/pushinbox.h"

namespace podium {

namespace {

/// Whatever has data is longer; acknowledgements, errors and ends are shorter, and must not be dropped.
constexpr qsizetype kNoticeLength = 200;

} // namespace

PushInbox::PushInbox(const PushOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PushInbox::decodeNext);
}

void PushInbox::add(const QString &message)
{
    m_messages << message;
    m_bytes += message.size() * qsizetype(sizeof(QChar));
    if (m_messages.size() > m_options.queuedMessages || m_bytes > m_options.queuedBytes)
        dropData();
    schedule();
}

void PushInbox::dropData()
{
    m_messages.removeIf([](const QString &message) { return message.size() > kNoticeLength; });
    if (m_messages.size() > m_options.queuedMessages / 2)
        m_messages.clear(); // nothing but chatter
    m_bytes = 0;
    for (const QString &message : std::as_const(m_messages))
        m_bytes += message.size() * qsizetype(sizeof(QChar));
    Q_EMIT overflowed();
}

void PushInbox::schedule()
{
    if (m_isDecoding || m_timer.isActive() || m_messages.isEmpty())
        return;
    const qint64 passed = m_sinceHanded.isValid() ? m_sinceHanded.elapsed() : m_restMs;
    m_timer.start(static_cast<int>(qMax<qint64>(0, m_restMs - passed)));
}

void PushInbox::decodeNext()
{
    const qsizetype count = qMin<qsizetype>(m_messages.size(), m_options.batchMessages);
    const QStringList batch = m_messages.first(count);
    m_messages.remove(0, count);
    for (const QString &message : batch)
        m_bytes -= message.size() * qsizetype(sizeof(QChar));
    m_isDecoding = true;
    m_decoding = deliver(runOnWorker<PushedBatch>([batch] { return Result<PushedBatch>(decodePushed(batch)); }), this,
                         [this](const Result<PushedBatch> &decoded) {
                             m_isDecoding = false;
                             hand(decoded ? *decoded : PushedBatch());
                         });
}

void PushInbox::hand(const PushedBatch &batch)
{
    QElapsedTimer taking;
    taking.start();
    // Whoever gets it may end the connection, and this with it.
    const QPointer<PushInbox> self(this);
    Q_EMIT decoded(batch);
    if (!self)
        return;
    // At least as much time for everything else as this took.
    m_restMs = qMax<qint64>(m_options.frameMs, taking.elapsed());
    m_sinceHanded.start();
    schedule();
}

} // namespace podium
