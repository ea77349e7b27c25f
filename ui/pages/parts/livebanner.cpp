// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/livebanner.h"

#include "models/core/clock.h"
#include "models/services/console.h"
#include "models/services/livefeed.h"
#include "ui/widgets/displaysettings.h"

namespace podium {

LiveBanner::LiveBanner(Console &console, DisplaySettings &display, QWidget *parent)
    : Banner(parent)
    , m_console(console)
    , m_display(display)
{
    connect(this, &Banner::closed, this, [this] {
        m_actionError = false;
        m_hasError = false;
        update();
    });
    connect(&console.live, &LiveFeed::statusChanged, this, [this] { update(); });
    update();
}

void LiveBanner::setReadError(const Error &error, std::function<void()> retry)
{
    if (error.isCancelled())
        return;
    m_error = error;
    m_hasError = true;
    m_actionError = false;
    m_retry = std::move(retry);
    update();
}

void LiveBanner::clearReadError()
{
    if (!m_actionError && std::exchange(m_hasError, false))
        update();
}

void LiveBanner::setActionError(const Error &error)
{
    if (error.isCancelled())
        return;
    m_error = error;
    m_hasError = true;
    m_actionError = true;
    update();
}

void LiveBanner::update()
{
    const LiveStatus status = m_console.live.status();
    setClosable(m_actionError);
    if (m_actionError) {
        setError(m_error);
    } else if (m_hasError) {
        setError(m_error, tr("Try again"), m_retry);
    } else if (status.mode == LiveStatus::Mode::Offline) {
        const QString since = status.lastAnswer.isValid()
                                  ? tr("Offline: this is the data of %1.")
                                        .arg(timeText(status.lastAnswer, m_display.timeStyle(), m_console.clock.now()))
                                  : tr("Offline: the server gives no answer.");
        const QString text = status.problem.isEmpty() ? since : since + u' ' + status.problem;
        setMessage(Tone::Warning, text, tr("Try again"), [this] { m_console.live.refreshNow(); });
    } else {
        clear();
    }
}

} // namespace podium
