// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/async.h"
#include "models/domain/actionrecord.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace podium {

class ActionJournal;
class Clock;
class SessionService;

/// Waits for the answers of actions and writes each into the journal, once. What still waits when it goes is written
/// too, as not waited for. UI thread.
class ActionWatch : public QObject
{
    Q_OBJECT
public:
    ActionWatch(ActionJournal &journal, const SessionService &session, const Clock &clock, QObject *parent = nullptr);
    ~ActionWatch() override;

    template <typename T>
    using Fill = std::function<void(ActionRecord &, const Result<T> &)>;

    /// `answer`, for the caller to wait for; cancelling it cancels `answer`. Time and user of the record are filled in
    /// now, the outcome later, by `fill` also what only the answer tells.
    template <typename T>
    Async<T> follow(const ActionRecord &record, Async<T> answer, Fill<T> fill = {})
    {
        const int id = begin(record);
        AsyncSource<T> source;
        auto pending = std::make_shared<Pending>();
        *pending = deliver(std::move(answer), this, [this, source, id, fill = std::move(fill)](Result<T> result) {
            const auto found = m_open.find(id);
            if (fill && found != m_open.end())
                fill(found->second, result);
            end(id, result ? nullptr : &result.error());
            source.finish(std::move(result));
        });
        source.onCancel(this, [this, pending, id] {
            pending->cancel();
            const Error cancelled = Error::cancelled();
            end(id, &cancelled);
        });
        return source.future();
    }

private:
    int begin(const ActionRecord &record);
    void end(int id, const Error *error);

    ActionJournal &m_journal;
    const SessionService &m_session;
    const Clock &m_clock;
    std::map<int, ActionRecord> m_open;
    int m_nextId = 1;
};

} // namespace podium
