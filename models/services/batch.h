// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/bulkreport.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <map>

namespace podium {

/// How an item looks when it is read.
struct BatchLook
{
    enum class Kind {
        Gone,        ///< the server does not list it
        Open,        ///< it can be acted on; after the action: it does not show yet
        MovedOn,     ///< it is in a state that the action does not apply to
        FailedAgain, ///< it was acted on and failed
        Shown,       ///< it is as the action leaves it
    } kind = Kind::Gone;
    QString state; ///< in words: "executed"
};

/// Acts on many items, a few at a time and not too fast. Reads each one before: what moved on meanwhile is left alone.
/// Reads them again after: only what the server then shows is done. What the items are, and what is done to them, a
/// subclass knows. UI thread.
class Batch : public QObject
{
    Q_OBJECT
public:
    using Outcome = BatchOutcome;
    struct Item
    {
        Outcome outcome = Outcome::NotTried;
        QString reason; ///< plain text in the user's words, where there is one to tell
        Error error;    ///< of Failed
    };
    struct Options
    {
        int parallel = 4;
        int chunk = 50;    ///< items read at once
        int perSecond = 0; ///< most actions sent in a second; 0: as fast as answers come
        /// It pauses after so many actions in a row without an answer, when items cannot be read, and when the session
        /// ended: what was not tried can be tried later. 0: never, each one then fails.
        int pauseAfter = 0;
        QList<int> confirmAfterMs{150, 400, 1000, 2000, 3000};
    };

    Batch(int count, const Options &options, QObject *parent = nullptr);

    void start(); ///< all items
    /// Those of `todo`; those of `sent` were sent before, and are only looked at.
    void start(const QList<int> &todo, const QList<int> &sent);
    /// Nothing more is sent until resume(); what is under way is brought to its end.
    void pause(const QString &reason = {});
    void resume();
    /// What is under way is brought to its end; the rest is not tried.
    void stop();

    bool isPaused() const { return m_isPaused; }
    QString pauseReason() const { return m_pauseReason; } ///< "" when the user paused it
    bool isStopping() const { return m_isStopping; }
    bool isConfirming() const; ///< all are sent
    bool isEnded() const { return m_isEnded; }

    const QList<Item> &items() const { return m_items; }
    int answered() const; ///< items that are accepted, or settled
    int countOf(Outcome outcome) const { return m_counts.at(static_cast<std::size_t>(outcome)); }

Q_SIGNALS:
    void sending(int index);  ///< now: its outcome is not known until settled()
    void accepted(int index); ///< the server said so; its outcome is still to be seen
    void settled(int index);  ///< its outcome is known; NotTried when it was not taken after all
    void progressed();
    void finished(); ///< once

protected:
    /// Reads items; one answer for each index. `acted`: to see what came of an action on them.
    virtual Async<QList<BatchLook>> look(const QList<int> &indexes, bool acted) = 0;
    virtual Async<Done> act(int index) = 0;
    /// Why an item that `error` came for is left alone rather than failed; "" when it did fail.
    virtual QString skipReason(int index, const Error &error) const;
    /// Whether an item can be looked at to see why it was refused.
    virtual bool tellsWhyRefused() const { return true; }

private:
    struct Accepted
    {
        int index;
        int looks = 0; ///< at it without seeing anything
    };

    void step();
    bool isHeld() const { return m_isPaused || m_isStopping || m_isEnded; }
    void takeBack();
    void readMore();
    void checked(const Result<QList<BatchLook>> &looks);
    void actMore();
    void send(int index);
    void acted(int index, const Result<Done> &result);
    void lookAgain(int index, const Error &error);
    void refused(int index, const Error &error, const Result<QList<BatchLook>> &looks);
    void countFailure(const Error &error);
    void confirmMore();
    void confirm();
    void confirmed(int asked, const Result<QList<BatchLook>> &looks);
    void end();
    void settle(int index, Outcome outcome, const QString &reason = {}, const Error &error = {});

    Options m_options;
    QList<Item> m_items;
    std::array<int, kBatchOutcomes.size()> m_counts{};
    QList<int> m_queue; ///< not read yet
    QList<int> m_asked; ///< being read
    QList<int> m_ready; ///< waiting for their turn
    Pending m_reading;
    std::map<int, Pending> m_acting; ///< sent
    QList<Accepted> m_accepted;      ///< not confirmed yet
    Pending m_confirming;
    bool m_isReading = false;
    bool m_isConfirming = false;
    QTimer m_wait;
    QTimer m_pace;
    QElapsedTimer m_lastSent;
    int m_failures = 0; ///< in a row, without an answer
    bool m_isPaused = false;
    QString m_pauseReason;
    bool m_isStopping = false;
    bool m_isEnded = false;
};

} // namespace podium
