// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/live/pace.h"
#include "models/core/error.h"

#include <QObject>

namespace podium {

/// One thing that is asked for again and again. The feed decides when; never two questions at a time. UI thread.
class Poll : public QObject
{
    Q_OBJECT
public:
    Poll(const QList<int> &steps, const PollingOptions &options, QObject *parent)
        : QObject(parent)
        , pace(steps, options)
        , m_options(options)
    {
    }

    /// Asks; answered() or failed() follows once. Not while isAsking().
    void ask()
    {
        m_asking = true;
        m_again = false;
        start();
    }
    /// Nobody wants the answer any more: none follows.
    void stop()
    {
        m_asking = false;
        m_again = false;
        abandon();
    }
    bool isAsking() const { return m_asking; }
    /// Whatever is asked now may be from before the wish: ask again right after it.
    void askAgain() { m_again = m_asking; }
    bool wantsMore() const { return m_again; }

    Pace pace;
    qint64 due = 0;     ///< feed time in milliseconds
    qint64 askedAt = 0; ///< feed time in milliseconds

Q_SIGNALS:
    void answered(bool changed);
    void failed(const podium::Error &error);

protected:
    virtual void start() = 0;
    virtual void abandon() = 0;
    void endAnswered(bool changed)
    {
        m_asking = false;
        Q_EMIT answered(changed);
    }
    void endFailed(const Error &error)
    {
        m_asking = false;
        Q_EMIT failed(error);
    }
    const PollingOptions &options() const { return m_options; }

private:
    PollingOptions m_options;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace podium
