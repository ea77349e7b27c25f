// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/parts/readfailure.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/stateview.h"

#include <QCoreApplication>

namespace podium {

void showReadFailure(const Error &error, bool showsSomething, Banner *banner, StateView *states,
                     const std::function<void()> &retry)
{
    if (showsSomething)
        banner->setError(error, QCoreApplication::translate("podium::Page", "Try again"), retry);
    else
        states->showError(error, retry);
}

} // namespace podium
