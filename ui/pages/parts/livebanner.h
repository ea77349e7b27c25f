// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/banner.h"

namespace podium {

struct Console;
class DisplaySettings;

/// Says when what is on screen is old: the live feed gets no answer. Also shows a failure of the page's own.
class LiveBanner : public Banner
{
    Q_OBJECT
public:
    LiveBanner(Console &console, DisplaySettings &display, QWidget *parent = nullptr);

    /// A read that failed while older data stays on screen; cleared by the next success.
    void setReadError(const Error &error, std::function<void()> retry);
    void clearReadError();
    /// An action that was refused: stays until the user closes it.
    void setActionError(const Error &error);

private:
    void update();

    Console &m_console;
    DisplaySettings &m_display;
    Error m_error;
    bool m_hasError = false;
    bool m_actionError = false;
    std::function<void()> m_retry;
};

} // namespace podium
