// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications/hubservice.h"
#include "ui/widgets/banner.h"

namespace podium {

/// Says what keeps the hub's notifications away, and offers what helps: the sign-in, another try. Hidden while all is
/// well.
class HubBar : public Banner
{
    Q_OBJECT
public:
    explicit HubBar(HubService &hub, QWidget *parent = nullptr);

private:
    void update();

    HubService &m_hub;
    Error m_error; ///< of the last sign-in
    bool m_hasError = false;
};

} // namespace podium
