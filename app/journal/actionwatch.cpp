// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/actionwatch.h"

#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/services/actionjournal.h"
#include "models/services/sessionservice.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostAnswer = 2000;

QString nameOf(const User &user)
{
    if (!user.username.isEmpty())
        return user.username;
    return user.displayName.isEmpty() ? user.id : user.displayName;
}

} // namespace

ActionWatch::ActionWatch(ActionJournal &journal, const SessionService &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_session(session)
    , m_clock(clock)
{
}

ActionWatch::~ActionWatch()
{
    const Error cancelled = Error::cancelled();
    while (!m_open.empty())
        end(m_open.begin()->first, &cancelled);
}

int ActionWatch::begin(const ActionRecord &record)
{
    const int id = m_nextId++;
    ActionRecord &open = m_open[id];
    open = record;
    open.time = m_clock.now();
    open.user = nameOf(m_session.user());
    return id;
}

void ActionWatch::end(int id, const Error *error)
{
    auto open = m_open.extract(id);
    if (open.empty())
        return;
    ActionRecord &record = open.mapped();
    if (!error) {
        record.outcome = ActionRecord::Outcome::Accepted;
    } else if (error->isCancelled()) {
        record.outcome = ActionRecord::Outcome::NotAwaited;
    } else {
        record.outcome = ActionRecord::Outcome::Failed;
        // Parts of it may be the words of a server: no token may get into a file by them, nor a megabyte.
        record.answer = redacted(error->text().left(kMostAnswer));
    }
    m_journal.add(record);
}

} // namespace podium
