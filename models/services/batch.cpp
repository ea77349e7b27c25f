// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/services/batch.h"

#include <algorithm>
#include <numeric>

namespace podium {

namespace {

constexpr int kConfirmedAtOnce = 500;

} // namespace

Batch::Batch(int count, const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_items(count)
{
    m_counts[static_cast<std::size_t>(Outcome::NotTried)] = count;
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Batch::confirm);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &Batch::step);
}

void Batch::start()
{
    QList<int> all(m_items.size());
    std::iota(all.begin(), all.end(), 0);
    start(all, {});
}

void Batch::start(const QList<int> &todo, const QList<int> &sent)
{
    m_queue = todo;
    for (const int index : sent)
        m_accepted << Accepted{index};
    step();
}

void Batch::pause(const QString &reason)
{
    if (isHeld())
        return;
    m_isPaused = true;
    m_pauseReason = reason;
    takeBack();
    step();
}

void Batch::resume()
{
    if (!std::exchange(m_isPaused, false))
        return;
    m_pauseReason.clear();
    m_failures = 0;
    step();
}

void Batch::stop()
{
    if (m_isEnded || std::exchange(m_isStopping, true))
        return;
    m_isPaused = false;
    takeBack();
    step();
}

/// What was read, or is about to be, is read again before it is acted on: it may move on meanwhile.
void Batch::takeBack()
{
    m_reading.cancel();
    m_isReading = false;
    m_pace.stop();
    m_queue = std::exchange(m_asked, {}) + std::exchange(m_ready, {}) + m_queue;
}

bool Batch::isConfirming() const
{
    return m_queue.isEmpty() && m_ready.isEmpty() && !m_isReading && m_acting.empty() && !m_accepted.isEmpty();
}

int Batch::answered() const
{
    const auto isOpen = [this](const Accepted &one) { return m_items.at(one.index).outcome == Outcome::NotTried; };
    return static_cast<int>(m_items.size()) - countOf(Outcome::NotTried) +
           static_cast<int>(std::count_if(m_accepted.cbegin(), m_accepted.cend(), isOpen));
}

QString Batch::skipReason(int, const Error &) const
{
    return {};
}

/// Goes on wherever it can.
void Batch::step()
{
    if (m_isEnded)
        return;
    readMore();
    actMore();
    confirmMore();
    Q_EMIT progressed();
    const bool isThrough = m_isStopping || (m_queue.isEmpty() && m_ready.isEmpty());
    if (!m_isEnded && isThrough && !m_isReading && m_acting.empty() && m_accepted.isEmpty() && !m_isConfirming)
        end();
}

void Batch::readMore()
{
    if (isHeld() || m_isReading || !m_ready.isEmpty() || m_queue.isEmpty())
        return;
    const qsizetype count = qMin<qsizetype>(m_options.chunk, m_queue.size());
    m_asked = m_queue.first(count);
    m_queue.remove(0, count);
    m_isReading = true;
    m_reading = deliver(look(m_asked, false), this, [this](const Result<QList<BatchLook>> &looks) { checked(looks); });
}

void Batch::checked(const Result<QList<BatchLook>> &looks)
{
    m_isReading = false;
    if (!looks && m_options.pauseAfter > 0)
        return pause(looks.error().text());
    const QList<int> asked = std::exchange(m_asked, {});
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const int index = asked.at(i);
        if (!looks) {
            settle(index, Outcome::Failed, looks.error().text(), looks.error());
            continue;
        }
        const BatchLook look = looks->value(i);
        if (look.kind == BatchLook::Kind::Open)
            m_ready << index;
        else if (look.kind == BatchLook::Kind::Gone)
            settle(index, Outcome::Skipped, tr("The server does not list it any more."));
        else
            settle(index, Outcome::Skipped, tr("It moved on: it is %1.").arg(look.state));
    }
    step();
}

void Batch::actMore()
{
    while (!isHeld() && !m_ready.isEmpty() && static_cast<int>(m_acting.size()) < m_options.parallel) {
        const int gap = m_options.perSecond > 0 ? 1000 / m_options.perSecond : 0;
        if (gap > 0 && m_lastSent.isValid() && m_lastSent.elapsed() < gap) {
            if (!m_pace.isActive())
                m_pace.start(static_cast<int>(gap - m_lastSent.elapsed()));
            return;
        }
        m_lastSent.start();
        send(m_ready.takeFirst());
    }
}

void Batch::send(int index)
{
    Q_EMIT sending(index);
    // The answer erases what this line puts in: it never comes before the event loop runs again.
    m_acting[index] = deliver(act(index), this, [this, index](const Result<Done> &result) { acted(index, result); });
}

void Batch::acted(int index, const Result<Done> &result)
{
    if (result) {
        m_failures = 0;
        m_accepted << Accepted{index};
        m_acting.erase(index);
        Q_EMIT accepted(index);
        return step();
    }
    const Error error = result.error();
    if (m_options.pauseAfter > 0 && error.kind == Error::Kind::Unauthorized) { // refused before it was looked at
        m_queue.prepend(index);
        Q_EMIT settled(index);
        m_acting.erase(index);
        pause(error.text());
        return step();
    }
    if (const QString reason = skipReason(index, error); !reason.isEmpty()) {
        settle(index, Outcome::Skipped, reason);
        m_acting.erase(index);
        return step();
    }
    if (tellsWhyRefused())
        return lookAgain(index, error);
    refused(index, error, Error());
}

/// A refusal is often only late: it fired or was cancelled by another a moment ago.
void Batch::lookAgain(int index, const Error &error)
{
    m_acting[index] = deliver(look({index}, true), this, [this, index, error](const Result<QList<BatchLook>> &looks) {
        refused(index, error, looks);
    });
}

void Batch::refused(int index, const Error &error, const Result<QList<BatchLook>> &looks)
{
    const BatchLook look = looks ? looks->value(0) : BatchLook();
    const bool isShown = look.kind == BatchLook::Kind::Shown;
    if (isShown && error.isTransient()) // only the answer was lost
        settle(index, Outcome::Done);
    else if (isShown || look.kind == BatchLook::Kind::MovedOn)
        settle(index, Outcome::Skipped, tr("It moved on: it is %1.").arg(look.state));
    else if (error.kind == Error::Kind::Timeout)
        settle(index, Outcome::Unconfirmed, tr("No answer came in time: the server may have done it all the same."));
    else
        settle(index, Outcome::Failed, error.text(), error);
    m_acting.erase(index);
    countFailure(error);
    step();
}

void Batch::countFailure(const Error &error)
{
    m_failures = error.isTransient() ? m_failures + 1 : 0;
    if (m_options.pauseAfter > 0 && m_failures >= m_options.pauseAfter && !(m_queue.isEmpty() && m_ready.isEmpty()))
        pause(error.text());
}

/// Events take a moment from the service that acts to the one that lists.
void Batch::confirmMore()
{
    if (m_isConfirming || m_wait.isActive() || m_accepted.isEmpty())
        return;
    const qsizetype last = m_options.confirmAfterMs.size() - 1;
    m_wait.start(m_options.confirmAfterMs.value(qMin<qsizetype>(m_accepted.constFirst().looks, last)));
}

void Batch::confirm()
{
    QList<int> asked;
    for (const Accepted &one : std::as_const(m_accepted)) {
        if (asked.size() < kConfirmedAtOnce)
            asked << one.index;
    }
    m_isConfirming = true;
    m_confirming = deliver(look(asked, true), this,
                           [this, count = static_cast<int>(asked.size())](const Result<QList<BatchLook>> &looks) {
                               confirmed(count, looks);
                           });
}

void Batch::confirmed(int asked, const Result<QList<BatchLook>> &looks)
{
    m_isConfirming = false;
    const QList<Accepted> first = m_accepted.first(asked);
    m_accepted.remove(0, asked);
    const auto isSeen = [](const BatchLook &look) { return look.kind > BatchLook::Kind::Open; };
    const bool anySeen = looks && std::any_of(looks->cbegin(), looks->cend(), isSeen); // it does arrive
    for (qsizetype i = 0; i < first.size(); ++i) {
        Accepted one = first.at(i);
        const BatchLook look = looks ? looks->value(i) : BatchLook();
        one.looks = anySeen ? 0 : one.looks + 1;
        if (look.kind == BatchLook::Kind::Shown)
            settle(one.index, Outcome::Done);
        else if (look.kind == BatchLook::Kind::MovedOn)
            settle(one.index, Outcome::Failed, tr("The server accepted it, but it is %1.").arg(look.state));
        else if (look.kind == BatchLook::Kind::FailedAgain)
            settle(one.index, Outcome::Failed, tr("The server accepted it, and it failed again."));
        else if (one.looks >= m_options.confirmAfterMs.size())
            settle(one.index, Outcome::Unconfirmed, tr("The server accepted it, but does not show it yet."));
        else
            m_accepted << one;
    }
    step();
}

void Batch::end()
{
    m_isEnded = true;
    Q_EMIT finished();
}

void Batch::settle(int index, Outcome outcome, const QString &reason, const Error &error)
{
    Item &item = m_items[index];
    --m_counts[static_cast<std::size_t>(item.outcome)];
    ++m_counts[static_cast<std::size_t>(outcome)];
    item = {outcome, reason, error};
    Q_EMIT settled(index);
}

} // namespace podium
