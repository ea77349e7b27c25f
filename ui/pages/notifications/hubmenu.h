// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/hubservice.h"

#include <QToolButton>

namespace podium {

/// The button for all that concerns the hub itself: who is signed in, settings, sign-in by a token, sign-out.
class HubMenu : public QToolButton
{
    Q_OBJECT
public:
    explicit HubMenu(HubService &hub, QWidget *parent = nullptr);

private:
    void fill();
    void askToken();
    void openSettings();

    HubService &m_hub;
};

} // namespace podium
